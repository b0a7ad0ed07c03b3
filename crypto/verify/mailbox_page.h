// What a reporter's client reads of a mailbox page, always 81 936 bytes (crypto/SPEC.md section 8). From
// outside a full, an empty and an unknown mailbox look the same. Whether a reply is genuine is not said here:
// header, roster, author, commitment, signature, digests and `prev` are the opener's questions.
#pragma once

#include <vector>

#include "crypto/verify/lengths.h"
#include "crypto/verify/wrapset.h"

namespace parapet::verify {

inline constexpr std::size_t kSlotSize = 20'480;
inline constexpr std::size_t kSlotsPerPage = 4;
inline constexpr std::size_t kMailboxPageSize = 16 + kSlotsPerPage * kSlotSize;

struct MailboxSlot {
    Bytes core;     // of the one length that a reply has
    WrapBlob blob;  // the reporter's own
    Digests digests;
};

struct MailboxPage {
    bool held = false;     // a case is held under this code
    bool removed = false;  // one was, and the holder of the code took the access away
    std::uint16_t page = 0;
    std::uint16_t pages = 1;
    std::uint32_t next_seq = 0;  // the next free one in the reporter's lane
    std::vector<MailboxSlot> slots;

    // truncated and trailing_bytes (any other size), unknown_version, malformed, and what Digests::parse
    // says. What is not used may be any bytes.
    [[nodiscard]] static Result<MailboxPage> parse(ByteView in);
};

}  // namespace parapet::verify
