#include "crypto/verify/challenge.h"

#include "crypto/base/hash.h"
#include "crypto/base/reader.h"

namespace parapet::verify {

Hash ChallengeBook::mac(ByteView nonce_and_expiry) const {
    Bytes in(nonce_and_expiry.begin(), nonce_and_expiry.end());
    put(in, deployment_);
    return hmac_sha256(key_.reveal(), labelled("parapet/1/challenge", in));
}

Challenge ChallengeBook::issue(Random& random, UnixTime now) const {
    Bytes out;
    put(out, random.fixed<Nonce>());
    put_u64(out, now.seconds + kChallengeSeconds);
    put(out, mac(out));
    return Challenge::copy(std::span(out).first<Challenge::kSize>());
}

Status ChallengeBook::check(const Challenge& challenge, UnixTime now) const {
    Reader r(challenge);
    TRY(const ByteView stated, r.take(32));
    if (!detail::equal_constant_time(mac(stated), r.rest()))
        return Error{Code::bad_challenge, "not a challenge of this process"};
    Reader expiry(stated.subspan(Nonce::kSize));
    TRY(const std::uint64_t end, expiry.take_u64());
    if (now.seconds > end) return Error{Code::challenge_expired, "a challenge is good for five minutes"};
    return Done{};
}

Status ChallengeBook::redeem(const Challenge& challenge, UnixTime now) {
    TRY_(check(challenge, now));
    Reader r(challenge);
    TRY(const Nonce nonce, r.take_fixed<Nonce>());
    TRY(const std::uint64_t end, r.take_u64());
    const std::scoped_lock lock(mutex_);
    while (!used_.empty() && used_.begin()->first < now.seconds) used_.erase(used_.begin());
    if (used_.contains({end, nonce})) return Error{Code::challenge_used, "a challenge is good for once"};
    if (used_.size() >= kMaxUsedChallenges) return Error{Code::busy, "too many visits in five minutes"};
    used_.insert({end, nonce});
    return Done{};
}

}  // namespace parapet::verify
