// A submission: the bundle of a submit note and its objects, checked as far as anybody can without a key.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "crypto/verify/bundle.h"
#include "crypto/verify/puzzle.h"
#include "crypto/verify/submit.h"
#include "crypto/verify/wrapset.h"

namespace parapet::verify {

// Views point into the bundle.
struct InlineCore {
    ByteView bytes;
    EnvelopeHeader header;
};

struct SubmittedObject {
    std::variant<InlineCore, UploadRef> core;  // an upload's header and hash are still to be checked
    std::optional<Wrapset> wraps;              // of a message
    std::optional<ShareWrapset> shares;        // of an identity; an attachment has neither
    std::optional<Digests> digests;            // of either
    [[nodiscard]] const InlineCore* inline_core() const { return std::get_if<InlineCore>(&core); }
    [[nodiscard]] const UploadRef* upload() const { return std::get_if<UploadRef>(&core); }
};

// The record behind a submit note that answers a puzzle; nothing when another stands there.
[[nodiscard]] Result<std::optional<PuzzleAnswer>> take_puzzle(RecordCursor& in);

class Submission {
public:
    // The note as Submit::verify; the puzzle's answer, if one comes along, by its form; then, object by
    // object: malformed (records), and for what is inline the header (Submit::check_header), bad_length,
    // core_hash; core_hash too for an upload of another env_id; wraps_hash. When all cores are inline,
    // Submit::check_headers as well. What uploads lack is asked later: Submit::check_header per object and
    // check_headers at the end.
    [[nodiscard]] static Result<Submission> verify(ByteView bundle, const DeploymentId& deployment);

    [[nodiscard]] const Submit& submit() const { return submit_; }
    // Whether it is good enough is for the server to say that asked.
    [[nodiscard]] const std::optional<PuzzleAnswer>& puzzle() const { return puzzle_; }
    [[nodiscard]] const std::vector<SubmittedObject>& objects() const { return objects_; }

private:
    Submission(Submit submit, std::optional<PuzzleAnswer> puzzle, std::vector<SubmittedObject> objects)
        : submit_(std::move(submit)), puzzle_(puzzle), objects_(std::move(objects)) {}
    Submit submit_;
    std::optional<PuzzleAnswer> puzzle_;
    std::vector<SubmittedObject> objects_;
};

}  // namespace parapet::verify
