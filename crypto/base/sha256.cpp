#include "crypto/base/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace parapet {
namespace {

// From the provider that is built in; no configuration file and no environment variable has a say in it, nor,
// in a server, in what SQLCipher takes from OpenSSL afterwards.
const EVP_MD* algorithm() {
    static const EVP_MD* const kAlgorithm = [] {
        INVARIANT(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr) == 1);
        return EVP_MD_fetch(nullptr, "SHA2-256", "provider=default");
    }();
    INVARIANT(kAlgorithm != nullptr);
    return kAlgorithm;
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
    INVARIANT(EVP_DigestInit_ex2(context_.get(), algorithm(), nullptr) == 1);
}

Sha256& Sha256::update(ByteView in) {
    INVARIANT(EVP_DigestUpdate(context_.get(), in.data(), in.size()) == 1);
    return *this;
}

Hash Sha256::finish() {
    Hash out;
    INVARIANT(EVP_DigestFinal_ex(context_.get(), out.bytes.data(), nullptr) == 1);
    INVARIANT(EVP_DigestInit_ex2(context_.get(), algorithm(), nullptr) == 1);
    return out;
}

Hash sha256(ByteView in) {
    Hash out;
    INVARIANT(EVP_Digest(in.data(), in.size(), out.bytes.data(), nullptr, algorithm(), nullptr) == 1);
    return out;
}

}  // namespace parapet
