// SHA-256 (FIPS 180-4). Of the primitives this one is OpenSSL's: on a processor with SHA instructions it is
// five times as fast as libsodium's, which does not use them (tests/bench/README.md), and every octet that
// comes in or goes out is hashed. Server processes hold libcrypto anyway, since SQLCipher enciphers with it.
// HMAC and HKDF of hash.h stay with libsodium. What a hash was made of is wiped when it is finished or freed.
#pragma once

#include <memory>

#include "crypto/base/bytes.h"

struct evp_md_ctx_st;  // EVP_MD_CTX of <openssl/types.h>

namespace parapet {

[[nodiscard]] Hash sha256(ByteView in);

// SHA-256 in pieces. Reusable after finish().
class Sha256 {
public:
    Sha256();
    Sha256& update(ByteView in);
    [[nodiscard]] Hash finish();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace parapet
