// The roster: who receives, who reads, signed by the root officers and never by a server
// (crypto/SPEC.md section 6). Persons are compared, never keys.
#pragma once

#include <set>
#include <vector>

#include "crypto/verify/calendar.h"
#include "crypto/verify/member.h"
#include "crypto/verify/note.h"
#include "crypto/verify/root.h"

namespace parapet::verify {

inline constexpr std::string_view kRosterType = "parapet-roster/1";
inline constexpr std::int32_t kLongestRosterDays = 120;
inline constexpr std::uint64_t kMostEscrow = 64;

struct RosterLines {
    DeploymentId deployment;
    std::uint64_t version = 1;
    Day issued;
    Day expires;
    std::uint64_t escrow = 0;
    Hash prev;
    std::vector<Member> members;

    // wrong_type, malformed, bad_key, roles_overlap.
    [[nodiscard]] static Result<RosterLines> parse(std::string_view text);
    [[nodiscard]] std::string print() const;
    // The rules that parse() asks after the form: malformed, bad_key, roles_overlap.
    [[nodiscard]] Status check() const;
};

class Roster;

class UnverifiedRoster {
public:
    [[nodiscard]] static Result<UnverifiedRoster> parse(ByteView note);
    [[nodiscard]] const RosterLines& lines() const { return lines_; }
    [[nodiscard]] Hash hash() const;
    // wrong_deployment, then threshold (also one custodian alone, outside an evaluation), bad_signature,
    // unknown_signer. Says nothing about dates: an old roster stays genuine. New acts ask Roster::accept as
    // well.
    [[nodiscard]] Result<Roster> verify(const Root& root) const;

private:
    UnverifiedRoster(UnverifiedNote note, RosterLines lines)
        : note_(std::move(note)), lines_(std::move(lines)) {}
    UnverifiedNote note_;
    RosterLines lines_;
};

// Signed by enough root officers.
class Roster {
public:
    [[nodiscard]] const RosterLines& lines() const { return lines_; }
    [[nodiscard]] const std::vector<Member>& members() const { return lines_.members; }
    [[nodiscard]] const Hash& hash() const { return hash_; }
    [[nodiscard]] ByteView note() const { return note_; }

    // What a client asks before it seals to this roster, in this order: not_yet_valid, expired, rolled_back.
    [[nodiscard]] Status accept(Day today, std::uint64_t last_version_seen) const;
    // The dates alone: not_yet_valid, expired. A server asks this for new reports.
    [[nodiscard]] Status check_dates(Day today) const;

    [[nodiscard]] const Member* by_rid(const RecipientId& rid) const;
    [[nodiscard]] std::vector<const Member*> by_person(const PersonId& person) const;
    // Active members with role `receives`, less these persons; with an empty set of persons also the active
    // recovery members. not_a_recipient when no receiving member is left.
    [[nodiscard]] Result<std::vector<const Member*>> recipients(const std::set<PersonId>& excluded) const;

private:
    friend class UnverifiedRoster;
    Roster(ByteView note, RosterLines lines, const Hash& hash)
        : note_(note.begin(), note.end()), lines_(std::move(lines)), hash_(hash) {}
    Bytes note_;
    RosterLines lines_;
    Hash hash_;
};

// roster_hash = H("parapet/1/roster", text).
[[nodiscard]] Hash roster_hash(std::string_view text);

}  // namespace parapet::verify
