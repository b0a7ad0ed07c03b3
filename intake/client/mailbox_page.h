// The constant-size page, read (crypto/SPEC.md section 8).
#pragma once

#include "crypto/verify/wrapset.h"

namespace parapet::reporter {

inline constexpr std::size_t kSlotSize = 20'480;
inline constexpr std::size_t kSlots = 4;
inline constexpr std::size_t kPageSize = 16 + kSlots * kSlotSize;

struct Slot {
    Bytes core;
    verify::WrapBlob blob;
    verify::Digests digests;
};

struct MailboxPage {
    bool held = false;
    std::uint16_t page = 0;
    std::uint16_t pages = 1;
    std::uint32_t next_seq = 0;
    std::vector<Slot> slots;

    // truncated, trailing_bytes, unknown_version, malformed, not_canonical.
    [[nodiscard]] static Result<MailboxPage> parse(ByteView in);
};

}  // namespace parapet::reporter
