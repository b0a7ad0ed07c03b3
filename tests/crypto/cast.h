// A small deployment for tests and vectors: the same people with the same keys every time, made from their
// names. Nothing here is secret, and nothing here is used outside tests.
#pragma once

#include <string_view>

#include "crypto/base/secret.h"
#include "crypto/sign/sign_note.h"
#include "crypto/verify/roster.h"
#include "crypto/verify/submit.h"

namespace parapet::cast {

// SHA-256("parapet test cast: " || name).
[[nodiscard]] Hash seed_of(std::string_view name);
[[nodiscard]] sign::SigningKey signing_key(std::string_view name);

// Repeats itself: SHA-256(seed || counter), block after block.
class FixedRandom final : public Random {
public:
    explicit FixedRandom(std::string_view name) : seed_(seed_of(name)) {}
    void fill(MutableBytes out) override;

private:
    Hash seed_;
    std::uint64_t next_ = 0;
};

template <class F>
[[nodiscard]] F fixed(std::string_view name) {
    FixedRandom random(name);
    return random.fixed<F>();
}

// Members' keys as crypto/SPEC.md section 9 derives them from a seed, here seed_of(name).
struct MemberKeys {
    Hash seed;
    SealKey seal_key;
    sign::SigningKey sign_key;
};
[[nodiscard]] MemberKeys member_keys(std::string_view name);
[[nodiscard]] verify::Member member(std::string_view name, verify::Roles roles, std::uint8_t index);

[[nodiscard]] DeploymentId deployment();
inline constexpr std::string_view kOrigin = "https://report.example.org";

// Three officers "root-1" to "root-3" of which two are needed, "log.example.org/audit", "service".
[[nodiscard]] verify::VerifierKey vkey(std::string_view name);
[[nodiscard]] verify::RootLines root_lines();
[[nodiscard]] Bytes root_note();  // signed by root-1 and root-2
[[nodiscard]] Bytes sign_by_officers(std::string_view text);
[[nodiscard]] verify::Root root();

// "clerk" (clerk, receives), "chief" (chief, receives), "officer" (officer), "auditor" (auditor),
// "recovery" (recovery), "left" (clerk, revoked), "old" (officer, retired). Issued 2026-11-01.
[[nodiscard]] verify::RosterLines roster_lines();
[[nodiscard]] Bytes roster_note();
[[nodiscard]] verify::Roster roster();

// The reporter's case key and what follows from it.
[[nodiscard]] sign::SigningKey reporter_key();
[[nodiscard]] CaseId case_id();

// A core of the right form and length whose chunks are random: enough for whoever holds no key.
[[nodiscard]] verify::EnvelopeHeader header(verify::Kind kind, std::uint32_t seq, std::uint32_t part);
[[nodiscard]] Bytes core(const verify::EnvelopeHeader& header, std::uint64_t content_len);

// Replaces `from`, which must be there exactly once.
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace parapet::cast
