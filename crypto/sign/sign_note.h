// Making signed notes. The texts are printed by the *Lines types of crypto/verify; a text that their own
// parser would refuse is our own bug and is found by the reader of the note, not here.
#pragma once

#include <string_view>

#include "crypto/sign/signing_key.h"
#include "crypto/verify/note.h"

namespace parapet::sign {

// A note with one signature. `text` ends in LF, `name` is a signer name (verify/vkey.h).
[[nodiscard]] Bytes sign_note(std::string_view text, std::string_view name, const SigningKey& key);

// One more signature line on a note that somebody else began. Form errors of verify/note.h,
// too_many_signatures at the 17th, duplicate when this name and key already signed.
[[nodiscard]] Result<Bytes> add_signature(ByteView note, std::string_view name, const SigningKey& key);

[[nodiscard]] verify::VerifierKey verifier_key(std::string_view name, const SigningKey& key);

}  // namespace parapet::sign
