// The people of a small office, with fixed keys: root officer, log, service, members.
#pragma once

#include <filesystem>
#include <vector>

#include "crypto/keys/member_keys.h"
#include "crypto/sign/signing_key.h"
#include "crypto/verify/roster.h"

namespace parapet::reviewer::testing {

// Two of one seed are alike.
[[nodiscard]] sign::SigningKey signing_key(std::uint8_t seed);
[[nodiscard]] keys::MemberKeys member_keys(std::uint8_t seed);

struct Seat {
    std::uint8_t seed = 0;
    verify::Roles roles{verify::Role::clerk, verify::Role::receives};
    verify::MemberState state = verify::MemberState::active;
    std::uint8_t person = 0;  // 0: the seed's own
};

inline constexpr std::uint64_t kKeepersNeeded = 2;  // of an office with custodians
inline constexpr std::uint8_t kRootSeed = 200;
inline constexpr std::uint8_t kLogSeed = 201;
inline constexpr std::uint8_t kServiceSeed = 202;

[[nodiscard]] DeploymentId deployment_id();
[[nodiscard]] PersonId person_id(std::uint8_t person);
[[nodiscard]] Bytes root_note();
// `prev`: 32 zeros for the first.
[[nodiscard]] Bytes roster_note(std::uint64_t version, verify::Day issued, const std::vector<Seat>& seats,
                                const Hash& prev = {});
[[nodiscard]] Hash hash_of_roster(ByteView note);

}  // namespace parapet::reviewer::testing
