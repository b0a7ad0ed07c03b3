#include "crypto/verify/root.h"

#include <algorithm>

#include "crypto/base/hash.h"
#include "crypto/verify/ed25519.h"
#include "crypto/verify/note_text.h"

namespace parapet::verify {
namespace {

Result<std::vector<VerifierKey>> parse_keys(const std::vector<std::string_view>& values) {
    std::vector<VerifierKey> out;
    for (const std::string_view value : values) {
        TRY(VerifierKey key, VerifierKey::parse(value));
        out.push_back(std::move(key));
    }
    return out;
}

Result<VerifierKey> take_key(NoteText& in, std::string_view key) {
    TRY(const std::string_view value, in.take(key));
    return VerifierKey::parse(value);
}

// Every key of a root: a name or a point that stands twice would let one signer count for two.
Status check_distinct(const RootLines& root) {
    std::vector<const VerifierKey*> all{&root.log, &root.service};
    for (const VerifierKey& k : root.keys) all.push_back(&k);
    for (const VerifierKey& k : root.witnesses) all.push_back(&k);
    for (std::size_t i = 0; i < all.size(); ++i) {
        TRY_(check_enrolled_key(all[i]->key));
        for (std::size_t j = 0; j < i; ++j)
            if (all[i]->name == all[j]->name || all[i]->key == all[j]->key)
                return Error{Code::bad_key, "a name or a key stands twice in the root"};
    }
    return Done{};
}

}  // namespace

Result<RootLines> RootLines::parse(std::string_view text) {
    TRY(NoteText in, NoteText::open(text, kRootType));
    RootLines out;
    TRY(out.deployment, in.take_hex<DeploymentId>("deployment"));
    TRY(out.version, in.take_number("version"));
    TRY(out.threshold, in.take_number("threshold"));
    if (const auto evaluation = in.take_optional("evaluation")) {
        if (*evaluation != "yes") return Error{Code::malformed, "evaluation is yes or absent"};
        out.evaluation = true;
    }
    TRY(out.keys, parse_keys(in.take_all("key")));
    if (out.keys.empty()) return Error{Code::malformed, "a root names its keys"};
    TRY(out.log, take_key(in, "log"));
    TRY(out.service, take_key(in, "service"));
    TRY(out.witnesses, parse_keys(in.take_all("witness")));
    TRY(out.quorum, in.take_number("quorum"));
    for (const std::string_view origin : in.take_all("origin")) {
        if (!is_origin(origin)) return Error{Code::malformed, "an origin is scheme://host[:port]"};
        out.origins.emplace_back(origin);
    }
    if (out.origins.empty()) return Error{Code::malformed, "a root names its origins"};
    TRY_(in.finish());
    TRY_(out.check());
    return out;
}

Status RootLines::check() const {
    const std::uint64_t n = keys.size();
    if (threshold < 1 || threshold > n || n > kMaxRootKeys || 2 * threshold <= n)
        return Error{Code::threshold, "more than half of at most 15 keys"};
    if (threshold == 1 && !evaluation)
        return Error{Code::threshold, "one signature is enough for an evaluation only"};
    if (quorum > witnesses.size()) return Error{Code::threshold, "a quorum above the number of witnesses"};
    return check_distinct(*this);
}

std::string RootLines::print() const {
    NoteWriter out(kRootType);
    out.hex("deployment", deployment).number("version", version).number("threshold", threshold);
    if (evaluation) out.line("evaluation", "yes");
    for (const VerifierKey& k : keys) out.line("key", k.print());
    out.line("log", log.print()).line("service", service.print());
    for (const VerifierKey& k : witnesses) out.line("witness", k.print());
    out.number("quorum", quorum);
    for (const std::string& o : origins) out.line("origin", o);
    return out.finish();
}

Result<UnverifiedRoot> UnverifiedRoot::parse(ByteView bytes) {
    TRY(UnverifiedNote note, UnverifiedNote::parse(bytes));
    TRY(RootLines lines, RootLines::parse(note.text()));
    return UnverifiedRoot(std::move(note), std::move(lines));
}

Fingerprint UnverifiedRoot::fingerprint() const { return root_fingerprint(note_.text()); }

Result<Root> UnverifiedRoot::verify_configured() const {
    TRY_(check_threshold(note_, lines_.keys, lines_.threshold));
    return Root(note_.bytes(), lines_);
}

Result<Root> UnverifiedRoot::verify_pinned(const Fingerprint& expected) const {
    if (fingerprint() != expected)
        return Error{Code::wrong_fingerprint, "not the root whose fingerprint was given"};
    return verify_configured();
}

Result<Root> UnverifiedRoot::verify_successor(const Root& old) const {
    if (lines_.deployment != old.deployment())
        return Error{Code::wrong_deployment, "another deployment's root"};
    if (lines_.version != old.lines().version + 1)
        return Error{Code::rolled_back, "not the version after the one that is trusted"};
    TRY_(check_threshold(note_, lines_.keys, lines_.threshold));
    TRY_(check_threshold(note_, old.lines().keys, old.lines().threshold));
    return Root(note_.bytes(), lines_);
}

Fingerprint Root::fingerprint() const { return root_fingerprint(lines_.print()); }
Hash Root::hash() const { return labelled_hash("parapet/1/root", view(lines_.print())); }

bool Root::has_origin(std::string_view origin) const {
    return std::ranges::find(lines_.origins, origin) != lines_.origins.end();
}

Fingerprint root_fingerprint(std::string_view text) {
    return Fingerprint::of(labelled_hash("parapet/1/root", view(text)));
}

Status check_threshold(const UnverifiedNote& note, const std::vector<VerifierKey>& keys, std::uint64_t t) {
    TRY(const auto signers, note.check(keys));
    if (signers.size() < t) return Error{Code::threshold, "fewer distinct signers than needed"};
    return Done{};
}

}  // namespace parapet::verify
