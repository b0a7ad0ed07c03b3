// The 112 bytes in front of every sealed object (crypto/SPEC.md section 3).
#pragma once

#include "crypto/base/bytes.h"
#include "crypto/base/secret.h"
#include "crypto/verify/lengths.h"

namespace parapet::verify {

enum class Author : std::uint8_t { reporter = 1, reviewer = 2, gateway = 3 };

// Sequence numbers of a case run in lanes, each from 0. Kinds 5 and 6 carry their parent's number.
enum class Lane : std::uint8_t { reporter = 1, reply = 2, note = 3 };

inline constexpr std::uint32_t kMessagePart = 0;
inline constexpr std::uint32_t kIdentityPart = 1;
inline constexpr std::uint32_t kFirstAttachmentPart = 2;
inline constexpr std::uint32_t kLastAttachmentPart = 21;

using Commitment = Fixed<32, struct CommitmentTag>;

// A header whose form and rules hold. That the chunks behind it open is not said by this type.
struct EnvelopeHeader {
    Kind kind = Kind::report;
    Author author = Author::reporter;
    DeploymentId deployment;
    CaseId case_id;
    std::uint32_t seq = 0;
    std::uint32_t part = 0;
    Hash roster_hash;
    Commitment com;

    // Of exactly 112 bytes. unknown_version, bad_header, truncated, trailing_bytes.
    [[nodiscard]] static Result<EnvelopeHeader> parse(ByteView in);
    // Of the first 112 bytes of a core.
    [[nodiscard]] static Result<EnvelopeHeader> of_core(ByteView core);

    // bad_header when the fields contradict each other. parse() has asked already; a sealer asks itself.
    [[nodiscard]] Status check() const;
    [[nodiscard]] Bytes encode() const;  // 112 bytes
    [[nodiscard]] EnvelopeId env_id() const;

    friend bool operator==(const EnvelopeHeader&, const EnvelopeHeader&) = default;
};

[[nodiscard]] EnvelopeId env_id_of(std::span<const std::uint8_t, kHeaderSize> header);

}  // namespace parapet::verify
