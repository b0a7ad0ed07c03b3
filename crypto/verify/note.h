// Signed notes (C2SP signed-note): text, empty line, signature lines.
//
//     parapet-submit/1            <- the first line of the text names its type
//     deployment 00112233…
//                                 <- the text ends before this empty line
//     — 8f0e… m2Vd9Qx…            <- name, base64(key id || signature)
//
// A note that was only parsed is an UnverifiedNote. Its text may be looked at to find out whose key to ask
// for; nothing in it is true before check() has said so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crypto/base/bytes.h"
#include "crypto/verify/vkey.h"

namespace parapet::verify {

inline constexpr std::size_t kMaxNote = 1 << 20;
inline constexpr std::size_t kMaxSignatures = 16;

struct NoteSignature {
    std::string name;
    KeyId id;
    Bytes raw;  // what follows the key id; 64 bytes when the key is one of ours
};

class UnverifiedNote {
public:
    // too_large, malformed, not_canonical (base64), too_many_signatures.
    [[nodiscard]] static Result<UnverifiedNote> parse(ByteView in);

    [[nodiscard]] ByteView bytes() const { return bytes_; }
    [[nodiscard]] std::string_view text() const { return view_of(0, text_size_); }  // ends in LF
    [[nodiscard]] std::string_view first_line() const;
    [[nodiscard]] const std::vector<NoteSignature>& signatures() const { return signatures_; }

    // Which of these keys signed, as indices into `known`, ascending, none twice. bad_signature when a line
    // of a known name and key id does not verify, unknown_signer when there is no line of a known key.
    [[nodiscard]] Result<std::vector<std::size_t>> check(const std::vector<VerifierKey>& known) const;
    // For notes of one signer: too_many_signatures with a second line, of whomever.
    [[nodiscard]] Status check_single_line() const;
    [[nodiscard]] Status check_only(const VerifierKey& key) const;

private:
    [[nodiscard]] std::string_view view_of(std::size_t from, std::size_t n) const {
        return parapet::text(bytes_).substr(from, n);
    }

    Bytes bytes_;
    std::size_t text_size_ = 0;
    std::vector<NoteSignature> signatures_;
};

// The form of one signature line; sign/ writes with it.
[[nodiscard]] std::string signature_line(const VerifierKey& key, const Signature& signature);

}  // namespace parapet::verify
