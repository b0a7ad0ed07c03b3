#include "intake/client/office.h"

#include <algorithm>

#include "crypto/verify/bundle.h"
#include "crypto/verify/custodians.h"

namespace parapet::reporter {

std::vector<const verify::Member*> Office::readers() const {
    std::vector<const verify::Member*> out;
    for (const verify::Member& member : roster.members())
        if (member.active() && member.roles.has(verify::Role::receives)) out.push_back(&member);
    return out;
}

std::vector<const verify::Member*> Office::recovery() const {
    const auto all = roster.recipients({});
    std::vector<const verify::Member*> out = all.ok() ? *all : std::vector<const verify::Member*>();
    std::erase_if(out, [](const verify::Member* one) { return one->roles.has(verify::Role::receives); });
    return out;
}

std::vector<const verify::Member*> Office::keepers() const {
    std::vector<const verify::Member*> out = verify::custodians(roster, {});
    const std::vector<const verify::Member*> reading = readers();
    std::erase_if(out, [&](const verify::Member* keeper) {
        return std::ranges::find(reading, keeper->person, &verify::Member::person) != reading.end();
    });
    return out;
}

Result<seal::Audience> Office::audience(const std::set<PersonId>& excluded,
                                        content::Identity identity) const {
    return seal::Audience::of(roster, excluded, std::move(identity));
}

Result<std::vector<verify::Roster>> Office::with_older(ByteView bundle) const {
    TRY(const auto records, verify::parse_bundle(bundle));
    std::vector<verify::Roster> out;
    for (const verify::Record& record : records) {
        if (record.type != verify::RecordType::note) return Error{Code::malformed, "not a list of rosters"};
        TRY(const auto unverified, verify::UnverifiedRoster::parse(record.bytes));
        auto verified = unverified.verify(root);
        // One that an earlier root vouched for: replies that name it are refused, the others are not.
        if (!verified.ok() || verified->lines().version >= roster.lines().version) continue;
        out.push_back(std::move(*verified));
    }
    out.push_back(roster);
    return out;
}

Result<Office> open_office(ByteView root_note, ByteView roster_note, std::string_view pinned) {
    TRY(const auto unverified_root, verify::UnverifiedRoot::parse(root_note));
    std::optional<verify::Fingerprint> expected;
    if (!pinned.empty()) {
        TRY(expected, verify::Fingerprint::parse(pinned));
    }
    TRY(verify::Root root,
        expected ? unverified_root.verify_pinned(*expected) : unverified_root.verify_configured());
    TRY(const auto unverified_roster, verify::UnverifiedRoster::parse(roster_note));
    TRY(verify::Roster roster, unverified_roster.verify(root));
    return Office{std::move(root), std::move(roster)};
}

Result<Office> open_office(ByteView bundle, std::string_view pinned) {
    TRY(const auto records, verify::parse_bundle(bundle));
    verify::RecordCursor in(records);
    TRY(const ByteView root, in.take(verify::RecordType::note));
    TRY(const ByteView roster, in.take(verify::RecordType::note));
    TRY_(in.finish());
    return open_office(root, roster, pinned);
}

}  // namespace parapet::reporter
