#include "reviewer/client/office.h"

#include <algorithm>

#include "crypto/verify/bundle.h"

namespace parapet::officer {
namespace {

struct Notes {
    ByteView root;
    std::vector<ByteView> rosters;
};

Result<Notes> parse_notes(const std::vector<verify::Record>& records) {
    verify::RecordCursor in(records);
    Notes out;
    TRY(out.root, in.take(verify::RecordType::note));
    while (!in.done()) {
        TRY(const ByteView roster, in.take(verify::RecordType::note));
        out.rosters.push_back(roster);
    }
    if (out.rosters.empty()) return Error{Code::unknown_roster, "a deployment without a roster"};
    return out;
}

std::uint64_t version_of(const verify::Roster& roster) { return roster.lines().version; }

// Adds what is new, keeps the order by version. duplicate when one version has two texts.
Status add(std::vector<verify::Roster>& to, const verify::Root& root, const std::vector<ByteView>& notes) {
    for (const ByteView note : notes) {
        TRY(const verify::UnverifiedRoster parsed, verify::UnverifiedRoster::parse(note));
        TRY(verify::Roster roster, parsed.verify(root));
        const auto same = std::ranges::find(to, version_of(roster), version_of);
        if (same == to.end())
            to.push_back(std::move(roster));
        else if (same->hash() != roster.hash())
            return Error{Code::duplicate, "two rosters of one version"};
    }
    std::ranges::sort(to, {}, version_of);
    return Done{};
}

}  // namespace

Result<Office> Office::pin(const verify::Fingerprint& expected, ByteView bundle) {
    TRY(const auto records, verify::parse_bundle(bundle));
    TRY(const Notes notes, parse_notes(records));
    TRY(const verify::UnverifiedRoot unverified, verify::UnverifiedRoot::parse(notes.root));
    TRY(verify::Root root, unverified.verify_pinned(expected));
    std::vector<verify::Roster> rosters;
    TRY_(add(rosters, root, notes.rosters));
    return Office(std::move(root), std::move(rosters));
}

Status Office::renew(ByteView bundle) {
    TRY(const auto records, verify::parse_bundle(bundle));
    TRY(const Notes notes, parse_notes(records));
    if (!std::ranges::equal(notes.root, root_.note()))
        return Error{Code::wrong_fingerprint, "the server shows another root than the pinned one"};
    TRY(const verify::UnverifiedRoster newest, verify::UnverifiedRoster::parse(notes.rosters.back()));
    if (newest.lines().version < version_of(roster()))
        return Error{Code::rolled_back, "the server shows an older roster than before"};
    std::vector<verify::Roster> all = rosters_;
    TRY_(add(all, root_, notes.rosters));
    rosters_ = std::move(all);
    return Done{};
}

Bytes Office::encode() const {
    verify::BundleWriter out;
    out.add(verify::RecordType::note, root_.note());
    for (const verify::Roster& roster : rosters_) out.add(verify::RecordType::note, roster.note());
    return out.finish();
}

}  // namespace parapet::officer
