// The root note: who may name members, which keys the services have, under which origins they answer
// (crypto/SPEC.md section 6).
//
//     RootLines        what stands in the text; anybody can write one
//     UnverifiedRoot   a note whose text keeps every rule; nobody vouches for it yet
//     Root             at least `threshold` of its own keys signed it, and the caller said how it was
//                      trusted: by the fingerprint on the poster, by its predecessor, or because it lies in
//                      the server's own configuration
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crypto/verify/fingerprint.h"
#include "crypto/verify/note.h"

namespace parapet::verify {

inline constexpr std::string_view kRootType = "parapet-root/1";
inline constexpr std::size_t kMaxRootKeys = 15;

struct RootLines {
    DeploymentId deployment;
    std::uint64_t version = 1;
    std::uint64_t threshold = 2;
    bool evaluation = false;
    std::vector<VerifierKey> keys;
    VerifierKey log;
    VerifierKey service;
    std::vector<VerifierKey> witnesses;
    std::uint64_t quorum = 0;
    std::vector<std::string> origins;

    // wrong_type, malformed, threshold, bad_key.
    [[nodiscard]] static Result<RootLines> parse(std::string_view text);
    [[nodiscard]] std::string print() const;
    // The rules that parse() asks after the form: threshold, bad_key.
    [[nodiscard]] Status check() const;
};

class Root;

class UnverifiedRoot {
public:
    [[nodiscard]] static Result<UnverifiedRoot> parse(ByteView note);

    [[nodiscard]] const RootLines& lines() const { return lines_; }
    [[nodiscard]] Fingerprint fingerprint() const;

    // For whoever was given the fingerprint: wrong_fingerprint, then the threshold of its own keys.
    [[nodiscard]] Result<Root> verify_pinned(const Fingerprint& expected) const;
    // For a root that follows one already trusted: wrong_deployment, rolled_back (any version but the next),
    // then t signatures by its own keys and t by the predecessor's.
    [[nodiscard]] Result<Root> verify_successor(const Root& predecessor) const;
    // For a server, whose administrator put the file there. Only the threshold of its own keys.
    [[nodiscard]] Result<Root> verify_configured() const;

private:
    UnverifiedRoot(UnverifiedNote note, RootLines lines) : note_(std::move(note)), lines_(std::move(lines)) {}
    UnverifiedNote note_;
    RootLines lines_;
};

class Root {
public:
    [[nodiscard]] const RootLines& lines() const { return lines_; }
    [[nodiscard]] const DeploymentId& deployment() const { return lines_.deployment; }
    [[nodiscard]] ByteView note() const { return note_; }
    [[nodiscard]] Fingerprint fingerprint() const;
    [[nodiscard]] Hash hash() const;  // H("parapet/1/root", text): what a config leaf names
    [[nodiscard]] bool has_origin(std::string_view origin) const;

private:
    friend class UnverifiedRoot;
    Root(ByteView note, RootLines lines) : note_(note.begin(), note.end()), lines_(std::move(lines)) {}
    Bytes note_;
    RootLines lines_;
};

[[nodiscard]] Fingerprint root_fingerprint(std::string_view text);

// `scheme://host[:port]`, http or https, lower case, no path.
[[nodiscard]] bool is_origin(std::string_view in);

// threshold unless at least t of these keys signed; bad_signature and unknown_signer as note.h says.
[[nodiscard]] Status check_threshold(const UnverifiedNote& note, const std::vector<VerifierKey>& keys,
                                     std::uint64_t t);

}  // namespace parapet::verify
