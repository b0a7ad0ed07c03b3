// What goes into drop.db and what comes out. The store looks into none of these bytes: whoever writes has
// verified them (crypto/SPEC.md §6), whoever reads verifies them again.
#pragma once

#include <chrono>
#include <optional>

#include "crypto/base/bytes.h"

namespace parapet::vault {

using Day = std::chrono::sys_days;
using Hour = std::chrono::sys_time<std::chrono::hours>;

// A large core's file, and the upload that made it: 16 random bytes; the file's name is their hex.
using UploadId = Fixed<16, struct UploadTag>;

// Cores up to a header and one full chunk lie in the row; larger ones are files.
inline constexpr std::size_t kInlineCore = 112 + 65'552;

// What a case's messages are named by, in the reporter's lane.
struct SubmissionName {
    CaseId case_id;
    std::uint32_t seq = 0;
    friend auto operator<=>(const SubmissionName&, const SubmissionName&) = default;
};

// One whose members' wraps are in drop.db, and its message, part 0.
struct WaitingSubmission {
    SubmissionName name;
    EnvelopeId message;
};

struct NewObject {
    EnvelopeId env_id;
    std::uint8_t kind = 0;
    std::uint32_t part = 0;
    std::uint64_t core_len = 0;
    Hash core_hash;
    ByteView core;                   // empty when `upload` names it
    std::optional<UploadId> upload;  // complete and checked (PieceFolder::check)
    ByteView digests;                // empty for kind 6; this and the wrapsets begin with the env_id
    ByteView member_wraps;           // SPEC §5 wrapset of the members' entries; empty for kind 6
    ByteView own_wrap;               // SPEC §5 wrapset of the reporter's entry alone; empty for kind 6
};

struct NewSubmission {
    CaseId case_id;
    std::uint32_t seq = 0;
    Day day;
    ByteView note;  // the submit note, as received
    std::vector<NewObject> objects;
};

// What is left of a shredded case: refuses its bundle, and names it to nobody who does not know its id.
[[nodiscard]] Hash tombstone_of(const CaseId& case_id);

// What the holder of a code has of a case: nothing arrived, the reporter's wraps, or no wraps any more.
enum class Access { nothing, held, removed };

enum class Outcome { accepted, already_accepted };

struct StoredObject {
    EnvelopeId env_id;
    std::uint8_t kind = 0;
    std::uint32_t part = 0;
    std::uint64_t core_len = 0;
    Bytes core;                     // empty when the core is a file
    std::optional<UploadId> file;   // to be opened with PieceReader
    std::optional<Hash> file_hash;  // the file's core_hash, as PieceFolder checked it
    Bytes digests;
    Bytes member_wraps;  // empty after takeover
    Bytes own_wrap;      // empty after burn
};

struct StoredSubmission {
    CaseId case_id;
    std::uint32_t seq = 0;
    Day day;
    Bytes note;
    std::vector<StoredObject> objects;  // in part order
};

struct Upload {
    UploadId id;
    EnvelopeId env_id;
    std::uint64_t core_len = 0;
    Hash core_hash;
    friend bool operator==(const Upload&, const Upload&) = default;
};

}  // namespace parapet::vault
