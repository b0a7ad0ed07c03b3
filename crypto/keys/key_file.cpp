#include "crypto/keys/key_file.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/base/reader.h"
#include "crypto/keys/aead.h"

namespace parapet::keys {
namespace {

constexpr std::string_view kMagic = "PPK1";
constexpr std::size_t kReserved = 16;
constexpr std::size_t kPayload = 1 + KeySeed::kSize + kReserved;
constexpr PassphraseCost kLeast{1, 8'192};
constexpr PassphraseCost kMost{10, 1'048'576};

using Salt = Fixed<crypto_pwhash_SALTBYTES, struct SaltTag>;
using Stretched = Secret<32, struct StretchedTag>;
using Commitment = Fixed<32, struct KeyFileCommitmentTag>;

Result<Stretched> stretch(const Plaintext& passphrase, const Salt& salt, PassphraseCost cost) {
    if (cost.passes < kLeast.passes || cost.passes > kMost.passes || cost.kib < kLeast.kib ||
        cost.kib > kMost.kib)
        return Error{Code::kdf_limits, "a key file that asks for more work, or less, than is allowed"};
    int failed = 0;
    Stretched out = Stretched::make([&](MutableBytes k) {
        failed = crypto_pwhash(k.data(), k.size(), reinterpret_cast<const char*>(passphrase.reveal().data()),
                               passphrase.size(), salt.bytes.data(), cost.passes,
                               std::size_t{cost.kib} * 1024, crypto_pwhash_ALG_ARGON2ID13);
    });
    if (failed != 0) return Error{Code::memory_lock, "not enough memory to open a key file"};
    return out;
}

Commitment commit(const Stretched& k) {
    Commitment out;
    kdf_into(out.bytes, k.reveal(), "parapet/1/keyfile-com", {});
    return out;
}

AeadKey file_key(const Stretched& k) { return kdf<AeadKey>(k.reveal(), "parapet/1/keyfile", {}); }

}  // namespace

Result<Bytes> seal_key_file(KeyUse use, const KeySeed& seed, const Plaintext& passphrase, Random& random,
                            PassphraseCost cost) {
    const Salt salt = random.fixed<Salt>();
    TRY(const Stretched k, stretch(passphrase, salt, cost));
    Bytes out;
    put(out, kMagic);
    put_u32(out, cost.passes);
    put_u32(out, cost.kib);
    put(out, salt);
    put(out, commit(k));

    Plaintext payload(kPayload);
    payload.reveal_for_writing()[0] = static_cast<std::uint8_t>(use);
    std::ranges::copy(seed.reveal(), payload.reveal_for_writing().subspan(1).begin());
    put(out, aead_seal(file_key(k), AeadNonce{}, Bytes(out), payload.reveal()));
    INVARIANT(out.size() == kKeyFileSize);
    return out;
}

Result<KeySeed> open_key_file(ByteView file, KeyUse use, const Plaintext& passphrase) {
    Reader in(file);
    if (!in.take_magic(kMagic)) return Error{Code::unknown_version, "not a key file of this version"};
    PassphraseCost cost;
    TRY(cost.passes, in.take_u32());
    TRY(cost.kib, in.take_u32());
    TRY(const Salt salt, in.take_fixed<Salt>());
    TRY(const Commitment com, in.take_fixed<Commitment>());
    const ByteView header = file.first(file.size() - in.left());
    TRY(const ByteView sealed, in.take(kPayload + kAeadTag));
    TRY_(in.finish());

    TRY(const Stretched k, stretch(passphrase, salt, cost));
    if (sodium_memcmp(commit(k).bytes.data(), com.bytes.data(), com.bytes.size()) != 0)
        return Error{Code::wrong_passphrase, "another passphrase"};
    Plaintext payload(kPayload);
    TRY_(aead_open(file_key(k), AeadNonce{}, header, sealed, payload.reveal_for_writing()));
    if (payload.reveal()[0] != static_cast<std::uint8_t>(use))
        return Error{Code::wrong_type, "a key file of another use"};
    if (std::ranges::any_of(payload.reveal().last(kReserved), [](std::uint8_t b) { return b != 0; }))
        return Error{Code::malformed, "reserved bytes are zero"};
    return KeySeed::copy(payload.reveal().subspan(1).first<KeySeed::kSize>());
}

}  // namespace parapet::keys
