#include "crypto/verify/roster.h"

#include <algorithm>

#include "crypto/base/hash.h"
#include "crypto/verify/ed25519.h"
#include "crypto/verify/note_text.h"

namespace parapet::verify {
namespace {

Result<Day> take_day(NoteText& in, std::string_view key) {
    TRY(const std::string_view value, in.take(key));
    return Day::parse(value);
}

Status check_indices(const std::vector<Member>& members) {
    std::set<std::uint8_t> seen;
    for (const Member& m : members)
        if (m.state != MemberState::revoked && !seen.insert(m.index).second)
            return Error{Code::malformed, "an index stands twice among the not revoked"};
    return Done{};
}

Status check_keys(const std::vector<Member>& members) {
    std::set<RecipientId> rids;  // a sealing key has one rid: this compares seal_pk, too
    std::set<SignKey> sign_keys;
    for (const Member& m : members) {
        TRY_(check_enrolled_key(m.sign_key));
        if (!rids.insert(m.rid).second || !sign_keys.insert(m.sign_key).second)
            return Error{Code::bad_key, "a key stands twice in the roster"};
    }
    return Done{};
}

// Fewer than k persons may both hold a share and read: else the readers alone open an identity.
Status check_overlap(const std::vector<Member>& members, std::uint64_t k) {
    if (k == 0) return Done{};
    std::set<PersonId> custodians, readers;
    for (const Member& m : members) {
        if (m.state == MemberState::revoked) continue;
        if (m.roles.has(Role::custodian)) custodians.insert(m.person);
        if (m.roles.reading()) readers.insert(m.person);
    }
    const auto both =
        std::ranges::count_if(custodians, [&](const PersonId& p) { return readers.contains(p); });
    if (static_cast<std::uint64_t>(both) >= k)
        return Error{Code::roles_overlap, "enough custodians to open an identity may also read"};
    return Done{};
}

}  // namespace

Result<RosterLines> RosterLines::parse(std::string_view text) {
    TRY(NoteText in, NoteText::open(text, kRosterType));
    RosterLines out;
    TRY(out.deployment, in.take_hex<DeploymentId>("deployment"));
    TRY(out.version, in.take_number("version"));
    TRY(out.issued, take_day(in, "issued"));
    TRY(out.expires, take_day(in, "expires"));
    TRY(out.escrow, in.take_number("escrow"));
    TRY(out.prev, in.take_hex<Hash>("prev"));
    for (const std::string_view value : in.take_all("member")) {
        TRY(Member member, Member::parse(value));
        out.members.push_back(std::move(member));
    }
    TRY_(in.finish());
    TRY_(out.check());
    return out;
}

Status RosterLines::check() const {
    if (members.empty()) return Error{Code::malformed, "a roster names its members"};
    if (expires < issued || expires > issued.plus(kLongestRosterDays))
        return Error{Code::malformed, "a roster expires within 120 days of its issue"};
    if (escrow > kMostEscrow) return Error{Code::malformed, "a name is opened by 64 custodians at most"};
    TRY_(check_indices(members));
    TRY_(check_keys(members));
    return check_overlap(members, escrow);
}

std::string RosterLines::print() const {
    NoteWriter out(kRosterType);
    out.hex("deployment", deployment).number("version", version);
    out.line("issued", issued.print()).line("expires", expires.print());
    out.number("escrow", escrow).hex("prev", prev);
    for (const Member& m : members) out.line("member", m.print());
    return out.finish();
}

Result<UnverifiedRoster> UnverifiedRoster::parse(ByteView bytes) {
    TRY(UnverifiedNote note, UnverifiedNote::parse(bytes));
    TRY(RosterLines lines, RosterLines::parse(note.text()));
    return UnverifiedRoster(std::move(note), std::move(lines));
}

Hash UnverifiedRoster::hash() const { return roster_hash(note_.text()); }

Result<Roster> UnverifiedRoster::verify(const Root& root) const {
    if (lines_.deployment != root.deployment())
        return Error{Code::wrong_deployment, "a roster of another deployment"};
    TRY_(check_threshold(note_, root.lines().keys, root.lines().threshold));
    if (lines_.escrow == 1 && !root.lines().evaluation)
        return Error{Code::threshold, "a name that one custodian opens is for evaluation only"};
    return Roster(note_.bytes(), lines_, hash());
}

Status Roster::check_dates(Day today) const {
    if (today < lines_.issued.plus(-1)) return Error{Code::not_yet_valid, "a roster of a later day"};
    if (today > lines_.expires) return Error{Code::expired, "the roster has expired"};
    return Done{};
}

Status Roster::accept(Day today, std::uint64_t last_version_seen) const {
    TRY_(check_dates(today));
    if (lines_.version < last_version_seen)
        return Error{Code::rolled_back, "an older roster than one already accepted"};
    return Done{};
}

const Member* Roster::by_rid(const RecipientId& rid) const {
    const auto at = std::ranges::find(lines_.members, rid, &Member::rid);
    return at == lines_.members.end() ? nullptr : &*at;
}

std::vector<const Member*> Roster::by_person(const PersonId& person) const {
    std::vector<const Member*> out;
    for (const Member& m : lines_.members)
        if (m.person == person) out.push_back(&m);
    return out;
}

Result<std::vector<const Member*>> Roster::recipients(const std::set<PersonId>& excluded) const {
    std::vector<const Member*> out;
    for (const Member& m : lines_.members)
        if (m.active() && m.roles.has(Role::receives) && !excluded.contains(m.person)) out.push_back(&m);
    if (out.empty()) return Error{Code::not_a_recipient, "nobody is left to receive this report"};
    if (!excluded.empty()) return out;
    for (const Member& m : lines_.members)
        if (m.active() && m.roles.has(Role::recovery) && !m.roles.has(Role::receives)) out.push_back(&m);
    return out;
}

Hash roster_hash(std::string_view text) { return labelled_hash("parapet/1/roster", view(text)); }

}  // namespace parapet::verify
