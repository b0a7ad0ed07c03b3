// challenge: {challenge, key, deployment, now, used: bool} -> {expiry}. With `used` it was redeemed before.
#include "crypto/verify/challenge.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_challenge {

constexpr std::uint64_t kIssued = 1'795'449'600;  // 2026-11-23T16:00Z

verify::ChallengeBook book(std::string_view key, const DeploymentId& deployment = cast::deployment()) {
    return {verify::ChallengeKey::copy(cast::seed_of(key).bytes), deployment};
}

verify::Challenge issue(std::string_view key = "challenge key",
                        const DeploymentId& deployment = cast::deployment()) {
    cast::FixedRandom random("challenge nonce");
    return book(key, deployment).issue(random, {kIssued});
}

Json in(const verify::Challenge& challenge, std::uint64_t now, bool used = false) {
    return {{"challenge", hex(challenge)},
            {"key", hex(cast::seed_of("challenge key"))},
            {"deployment", hex(cast::deployment())},
            {"now", now},
            {"used", used}};
}

void write_challenge(VectorFolder& out) {
    const Json expiry{{"expiry", kIssued + 300}};
    out.ok("fresh", "In the second in which it was issued.", in(issue(), kIssued), expiry);
    out.ok("in-its-last-second", "Five minutes later.", in(issue(), kIssued + 300), expiry);
    out.refused("stale", "Five minutes and a second later.", in(issue(), kIssued + 301),
                Code::challenge_expired);
    out.refused("used", "Good for once.", in(issue(), kIssued + 10, true), Code::challenge_used);
    out.refused("of-another-process", "Another key made it.", in(issue("another key"), kIssued),
                Code::bad_challenge);
    out.refused("of-another-deployment", "The deployment is under the MAC.",
                in(issue("challenge key", cast::fixed<DeploymentId>("elsewhere")), kIssued),
                Code::bad_challenge);
    for (const auto& [fault, at] :
         {std::pair{"nonce-changed", 0U}, std::pair{"expiry-changed", 31U}, std::pair{"mac-changed", 63U}}) {
        verify::Challenge changed = issue();
        changed.bytes[at] ^= 1;
        out.refused(fault, "One bit.", in(changed, kIssued), Code::bad_challenge);
    }
}

const Registered kRegistered{"challenge", write_challenge};

}  // namespace parapet::vectors::group_challenge
