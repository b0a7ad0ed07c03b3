// Challenges: a server hands out 64 bytes that it can recognise later without having kept them, and keeps
// only those that were used, until they expire.
//
//     nonce(24) || u64(expiry) || HMAC-SHA-256(K, L("parapet/1/challenge", nonce || expiry || deployment))
#pragma once

#include <mutex>
#include <set>
#include <utility>

#include "crypto/base/secret.h"
#include "crypto/verify/calendar.h"

namespace parapet::verify {

using Challenge = Fixed<64, struct ChallengeTag>;
using ChallengeKey = Secret<32, struct ChallengeKeyTag>;  // made at process start, in memory only

inline constexpr std::uint64_t kChallengeSeconds = 300;
inline constexpr std::size_t kMaxUsedChallenges = 1 << 18;

// Any thread may call any function. The mutex guards used_ alone.
class ChallengeBook {
public:
    ChallengeBook(ChallengeKey key, const DeploymentId& deployment)
        : key_(std::move(key)), deployment_(deployment) {}

    [[nodiscard]] Challenge issue(Random& random, UnixTime now) const;
    // bad_challenge, challenge_expired. Does not use it up.
    [[nodiscard]] Status check(const Challenge& challenge, UnixTime now) const;
    // check(), then challenge_used the second time. busy when too many were used in these five minutes.
    [[nodiscard]] Status redeem(const Challenge& challenge, UnixTime now);

private:
    using Nonce = Fixed<24, struct ChallengeNonceTag>;
    [[nodiscard]] Hash mac(ByteView nonce_and_expiry) const;

    ChallengeKey key_;
    DeploymentId deployment_;
    std::mutex mutex_;
    std::set<std::pair<std::uint64_t, Nonce>> used_;  // by expiry, so that the oldest go first
};

}  // namespace parapet::verify
