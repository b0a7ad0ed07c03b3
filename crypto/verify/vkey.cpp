#include "crypto/verify/vkey.h"

#include "crypto/base/hash.h"
#include "crypto/base/reader.h"
#include "crypto/verify/utf8.h"

namespace parapet::verify {
namespace {

constexpr std::uint8_t kEd25519 = 0x01;
constexpr Error kKeyForm{Code::malformed, "a verifier key is name+id+key"};

}  // namespace

KeyId key_id(std::string_view name, const SignKey& key) {
    Bytes in;
    put(in, name);
    put_u8(in, '\n');
    put_u8(in, kEd25519);
    put(in, key);
    return first_of<KeyId>(sha256(in));
}

bool is_signer_name(std::string_view name) {
    return !name.empty() && name.size() <= 64 && is_plain_utf8(name) &&
           name.find_first_of(" +\n") == std::string_view::npos;
}

Result<VerifierKey> VerifierKey::parse(std::string_view vkey) {
    const std::size_t first = vkey.find('+');
    if (first == std::string_view::npos) return kKeyForm;
    const std::size_t second = vkey.find('+', first + 1);
    if (second == std::string_view::npos) return kKeyForm;

    VerifierKey out;
    out.name = vkey.substr(0, first);
    if (!is_signer_name(out.name)) return kKeyForm;
    const auto id = fixed_from_hex<KeyId>(vkey.substr(first + 1, second - first - 1));
    const auto raw = from_base64(vkey.substr(second + 1));
    if (!id || !raw) return kKeyForm;
    Reader r(*raw);
    const auto algorithm = r.take_u8();
    if (!algorithm || *algorithm != kEd25519) return kKeyForm;
    const auto key = SignKey::from(r.rest());
    if (!key) return kKeyForm;
    out.key = *key;
    if (out.id() != *id) return Error{Code::malformed, "a verifier key with the id of another"};
    return out;
}

std::string VerifierKey::print() const {
    Bytes raw;
    put_u8(raw, kEd25519);
    put(raw, key);
    return name + "+" + to_hex(id()) + "+" + to_base64(raw);
}

}  // namespace parapet::verify
