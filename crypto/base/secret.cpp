#include "crypto/base/secret.h"

#include <sodium.h>
#include <sys/resource.h>

#include <algorithm>

#include "crypto/base/sha256.h"

namespace parapet {

Status init_crypto() {
    (void)sha256({});  // first, since OpenSSL's configuration is decided at its first use
    if (sodium_init() < 0) return Error{Code::memory_lock, "the cryptographic library did not start"};
    rlimit limit{};
    if (getrlimit(RLIMIT_MEMLOCK, &limit) != 0)
        return Error{Code::memory_lock, "the limit of locked memory is unknown"};
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_MEMLOCK, &limit) != 0)
        return Error{Code::memory_lock, "the limit of locked memory stays"};
    return Done{};
}

namespace detail {

void WipeAndFree::operator()(std::uint8_t* p) const { sodium_free(p); }

LockedBytes locked_bytes(std::size_t n) {
    auto* raw = static_cast<std::uint8_t*>(sodium_malloc(std::max<std::size_t>(n, 1)));
    INVARIANT(raw != nullptr);
    // sodium_malloc goes on in silence when the memory could not be locked; asking again tells.
    if (n > 0) INVARIANT(sodium_mlock(raw, n) == 0);
    std::fill_n(raw, n, std::uint8_t{0});
    return LockedBytes(raw);
}

bool equal_constant_time(ByteView a, ByteView b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace detail

void SystemRandom::fill(MutableBytes out) { randombytes_buf(out.data(), out.size()); }

Plaintext Plaintext::copy(ByteView from) {
    Plaintext out(from.size());
    std::copy(from.begin(), from.end(), out.bytes_.get());
    return out;
}

}  // namespace parapet
