#include "crypto/verify/note.h"

#include <algorithm>

#include "crypto/base/reader.h"
#include "crypto/verify/ed25519.h"
#include "crypto/verify/utf8.h"

namespace parapet::verify {
namespace {

constexpr std::string_view kDash = "\xE2\x80\x94 ";  // U+2014 and a space
constexpr Error kNoteForm{Code::malformed, "a note is text, an empty line and signature lines"};

Result<NoteSignature> parse_line(std::string_view line) {
    if (!line.starts_with(kDash)) return kNoteForm;
    line.remove_prefix(kDash.size());
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) return kNoteForm;
    NoteSignature out;
    out.name = line.substr(0, space);
    if (!is_signer_name(out.name)) return Error{Code::malformed, "the name of a signer"};
    TRY(const Bytes raw, from_base64(line.substr(space + 1)));
    if (raw.size() < KeyId::kSize + 1) return Error{Code::malformed, "a signature is longer than its key id"};
    Reader r(raw);
    TRY(out.id, r.take_fixed<KeyId>());
    out.raw.assign(r.rest().begin(), r.rest().end());
    return out;
}

}  // namespace

Result<UnverifiedNote> UnverifiedNote::parse(ByteView in) {
    if (in.size() > kMaxNote) return Error{Code::too_large, "a note has at most 1 MiB"};
    const std::string_view all = parapet::text(in);
    if (!is_plain_utf8(all)) return Error{Code::malformed, "a note is UTF-8 without control characters"};
    const std::size_t split = all.rfind("\n\n");
    if (split == std::string_view::npos || all.back() != '\n') return kNoteForm;

    UnverifiedNote out;
    out.bytes_.assign(in.begin(), in.end());
    out.text_size_ = split + 1;
    std::string_view lines = all.substr(split + 2);
    if (lines.empty()) return kNoteForm;
    if (std::ranges::count(lines, '\n') > static_cast<std::ptrdiff_t>(kMaxSignatures))
        return Error{Code::too_many_signatures, "at most 16 signatures"};
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        TRY(NoteSignature signature, parse_line(lines.substr(0, end)));
        out.signatures_.push_back(std::move(signature));
        lines.remove_prefix(end + 1);
    }
    return out;
}

std::string_view UnverifiedNote::first_line() const {
    const std::string_view all = text();
    return all.substr(0, all.find('\n'));
}

Result<std::vector<std::size_t>> UnverifiedNote::check(const std::vector<VerifierKey>& known) const {
    std::vector<std::size_t> signers;
    for (const NoteSignature& line : signatures_) {
        const auto key = std::ranges::find_if(
            known, [&](const VerifierKey& k) { return k.name == line.name && k.id() == line.id; });
        if (key == known.end()) continue;
        const auto signature = Signature::from(line.raw);
        if (!signature || !verify_ed25519(key->key, view(text()), *signature))
            return Error{Code::bad_signature, "a signature that does not verify"};
        signers.push_back(static_cast<std::size_t>(key - known.begin()));
    }
    if (signers.empty()) return Error{Code::unknown_signer, "no signature of a key that counts here"};
    std::ranges::sort(signers);
    signers.erase(std::unique(signers.begin(), signers.end()), signers.end());
    return signers;
}

Status UnverifiedNote::check_single_line() const {
    if (signatures_.size() != 1) return Error{Code::too_many_signatures, "exactly one signature"};
    return Done{};
}

Status UnverifiedNote::check_only(const VerifierKey& key) const {
    TRY_(check_single_line());
    TRY_(check({key}));
    return Done{};
}

std::string signature_line(const VerifierKey& key, const Signature& signature) {
    Bytes raw;
    put(raw, key.id());
    put(raw, signature);
    return std::string(kDash) + key.name + " " + to_base64(raw) + "\n";
}

}  // namespace parapet::verify
