// What others published about the primitives, each file naming its source: that the libraries do what we
// think.
#include <sodium.h>

#include "crypto/keys/aead.h"
#include "crypto/keys/seal_key_pair.h"
#include "crypto/sign/signing_key.h"
#include "crypto/verify/ed25519.h"
#include "crypto/verify/merkle.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::published_test {

// Gives what the file says, once.
class GivenRandom final : public Random {
public:
    explicit GivenRandom(Bytes bytes) : bytes_(std::move(bytes)) {}
    void fill(MutableBytes out) override {
        REQUIRE(out.size() == bytes_.size());
        std::copy(bytes_.begin(), bytes_.end(), out.begin());
    }

private:
    Bytes bytes_;
};

Json x_wing(const Json& in) {
    const auto pair = keys::SealKeyPair::from_seed(keys::SealSeed::copy(fixed_of<Hash>(in, "seed").bytes));
    GivenRandom random(bytes_of(in, "eseed"));
    const auto sent = keys::encapsulate(pair.public_key(), random).value();
    const auto received = pair.decapsulate(sent.ciphertext).value();
    CHECK(received == sent.secret);
    return {{"pk", hex(pair.public_key())}, {"ct", hex(sent.ciphertext)}, {"ss", hex(received.reveal())}};
}

Json aead(const Json& in) {
    const auto key = keys::AeadKey::copy(fixed_of<Hash>(in, "key").bytes);
    return {{"sealed", hex(keys::aead_seal(key, fixed_of<keys::AeadNonce>(in, "nonce"), bytes_of(in, "ad"),
                                           bytes_of(in, "plain")))}};
}

Json ed25519(const Json& in) {
    const auto key = sign::SigningKey::from_seed(sign::SignSeed::copy(fixed_of<Hash>(in, "seed").bytes));
    const Bytes message = bytes_of(in, "message");
    const Signature signature = key.sign(message);
    CHECK(verify::verify_ed25519(key.public_key(), message, signature));
    return {{"pk", hex(key.public_key())}, {"signature", hex(signature)}};
}

Json hkdf(const Json& in) {
    const Bytes ikm = bytes_of(in, "ikm"), salt = bytes_of(in, "salt"), info = bytes_of(in, "info");
    std::array<std::uint8_t, crypto_kdf_hkdf_sha256_KEYBYTES> prk{};
    Bytes okm(in.at("length").get<std::size_t>());
    CHECK(crypto_kdf_hkdf_sha256_extract(prk.data(), salt.data(), salt.size(), ikm.data(), ikm.size()) == 0);
    CHECK(crypto_kdf_hkdf_sha256_expand(okm.data(), okm.size(), reinterpret_cast<const char*>(info.data()),
                                        info.size(), prk.data()) == 0);
    return {{"okm", hex(okm)}};
}

Json tree(const Json& in) {
    Json roots = Json::array();
    verify::Frontier frontier;
    for (const Json& leaf : in.at("leaves")) {
        (void)frontier.append(verify::leaf_hash(bytes_of(leaf)));
        roots.push_back(hex(frontier.root()));
    }
    return {{"roots", roots}};
}

Result<Json> run(const Json& in) {
    const auto what = in.at("what").get<std::string>();
    if (what == "x-wing") return x_wing(in);
    if (what == "aead") return aead(in);
    if (what == "ed25519") return ed25519(in);
    return what == "hkdf" ? hkdf(in) : tree(in);
}

TEST_CASE("the primitives do what their authors published") { run_group("published", run); }

}  // namespace parapet::vectors::published_test
