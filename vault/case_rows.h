// What goes into case.db and what comes out. Wraps are bytes that the reviewer service has sealed under the
// case's K_store; the store cannot open them.
#pragma once

#include <optional>
#include <string>

#include "vault/drop_rows.h"

namespace parapet::vault {

// Numbers of messages count per case and lane. The value is the SPEC's kind that opens the lane.
enum class Lane : std::uint8_t { reporter = 1, reply = 3, note = 4 };

struct CaseRow {
    CaseId case_id;
    LogTag ctag;
    std::string state;  // a word of reviewer/cases; the store does not know the words
    Day day;            // of the newest record
    friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

struct CaseObject {
    EnvelopeId env_id;
    LogTag otag;
    Lane lane = Lane::reporter;
    std::uint8_t kind = 0;
    std::uint32_t seq = 0;
    std::uint32_t part = 0;
    std::uint64_t core_len = 0;
    Hash core_hash;
    Bytes digests;
    std::optional<UploadId> file{};  // of a file that the office sent
    friend bool operator==(const CaseObject&, const CaseObject&) = default;
};

// A leaf that brought objects into a case: received, reply or note.
struct Record {
    std::uint64_t leaf = 0;
    CaseId case_id;
    Day day;
    Bytes note;  // the submit note; empty for what the office wrote
    std::vector<CaseObject> objects;
    friend bool operator==(const Record&, const Record&) = default;
};

// Where an object is: its row, and the leaf of its record.
struct PlacedObject {
    CaseObject object;
    CaseId case_id;
    std::uint64_t leaf = 0;
};

// A request to open a confided name.
struct UnsealRow {
    std::uint64_t leaf = 0;
    CaseId case_id;
    EnvelopeId env_id;         // of the identity object
    PersonId person;           // who asks
    std::uint64_t quorum = 0;  // approvals it takes, each by another person
    Bytes core;                // the reason, sealed
    Bytes wraps;               // of the reason, sealed by the caller
};

// A custodian's answer: a share for who asked, or a reason why not.
struct UnsealAnswer {
    PersonId person;
    std::uint64_t leaf = 0;
    Bytes share;  // sealed by the caller; empty when refused
    Bytes core;   // the reason of a refusal, sealed
    Bytes wraps;  // of that reason, sealed by the caller
};

struct InboxPage {
    std::vector<CaseRow> cases;
    bool more = false;
};

struct TreeHead {
    std::uint64_t size = 0;
    Hash root;
    friend bool operator==(const TreeHead&, const TreeHead&) = default;
};

struct StoredCheckpoint {
    TreeHead head;
    Bytes note;
};

struct NewLeaf {
    RecipientId actor;
    Nonce16 nonce;
    ByteView bytes;  // the signed note as received
};

struct LeafPlace {
    std::uint64_t index = 0;
    bool already =
        false;  // these very bytes were there: nothing was added, and nothing must follow from it again
};

// An effect on another store, to be done (again) until it is marked as done.
struct OutboxRow {
    std::int64_t id = 0;
    std::uint8_t kind = 0;
    Bytes payload;
};

}  // namespace parapet::vault
