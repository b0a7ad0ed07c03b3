// The submit note: a reporter's own list of what was sent, signed by the case key. It authenticates a
// submission without any challenge, so that one made offline is worth the same.
#pragma once

#include <optional>
#include <vector>

#include "crypto/verify/header.h"
#include "crypto/verify/note.h"

namespace parapet::verify {

inline constexpr std::string_view kSubmitType = "parapet-submit/1";
inline constexpr std::size_t kMaxObjects = 2 + kMaxAttachments;

struct SubmitObject {
    EnvelopeId env;
    std::uint64_t core_len = 0;
    Hash core_hash;
    std::optional<Hash> wraps_hash;  // nothing for an attachment, written as 64 zeros
    friend bool operator==(const SubmitObject&, const SubmitObject&) = default;
};

struct SubmitLines {
    DeploymentId deployment;
    CaseId case_id;
    SignKey key;
    std::vector<SubmitObject> objects;

    // wrong_type, malformed (also: the first object without wraps, or wraps after an attachment).
    [[nodiscard]] static Result<SubmitLines> parse(std::string_view text);
    [[nodiscard]] std::string print() const;
    // The name under which the reporter signs: the case id in hex.
    [[nodiscard]] VerifierKey signer() const { return {to_hex(case_id), key}; }
};

// Signed by the key whose hash is the case, for this deployment.
class Submit {
public:
    // Form, too_many_signatures, wrong_type, malformed, unknown_signer, bad_signature, wrong_deployment,
    // wrong_case.
    [[nodiscard]] static Result<Submit> verify(ByteView note, const DeploymentId& deployment);
    [[nodiscard]] const SubmitLines& lines() const { return lines_; }
    [[nodiscard]] ByteView note() const { return note_; }

    // Whether the header of object `i` is what the note may announce there: core_hash (another env_id),
    // wrong_deployment, wrong_case, bad_length, bad_header (kind or part that cannot stand at this place,
    // wraps that its kind does not have).
    [[nodiscard]] Status check_header(std::size_t i, const EnvelopeHeader& header) const;
    // All headers together, one an object: each by itself, then one message first, at most one identity,
    // attachments in part order, one seq and one roster throughout (bad_header).
    [[nodiscard]] Status check_headers(const std::vector<EnvelopeHeader>& headers) const;

private:
    Submit(ByteView note, SubmitLines lines) : note_(note.begin(), note.end()), lines_(std::move(lines)) {}
    Bytes note_;
    SubmitLines lines_;
};

}  // namespace parapet::verify
