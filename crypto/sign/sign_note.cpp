#include "crypto/sign/sign_note.h"

#include <algorithm>

namespace parapet::sign {

verify::VerifierKey verifier_key(std::string_view name, const SigningKey& key) {
    INVARIANT(verify::is_signer_name(name));
    return {std::string(name), key.public_key()};
}

Bytes sign_note(std::string_view text, std::string_view name, const SigningKey& key) {
    INVARIANT(text.ends_with('\n'));
    Bytes out;
    put(out, text);
    put(out, "\n");
    put(out, verify::signature_line(verifier_key(name, key), key.sign(view(text))));
    return out;
}

Result<Bytes> add_signature(ByteView bytes, std::string_view name, const SigningKey& key) {
    TRY(const auto note, verify::UnverifiedNote::parse(bytes));
    const auto signer = verifier_key(name, key);
    if (note.signatures().size() >= verify::kMaxSignatures)
        return Error{Code::too_many_signatures, "at most 16 signatures"};
    const bool has_signed = std::ranges::any_of(note.signatures(), [&](const verify::NoteSignature& s) {
        return s.name == signer.name && s.id == signer.id();
    });
    if (has_signed) return Error{Code::duplicate, "this key has signed already"};
    Bytes out(bytes.begin(), bytes.end());
    put(out, verify::signature_line(signer, key.sign(view(note.text()))));
    return out;
}

}  // namespace parapet::sign
