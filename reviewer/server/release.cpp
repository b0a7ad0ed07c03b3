#include "reviewer/server/release.h"

#include <algorithm>

#include "crypto/verify/bundle.h"
#include "crypto/verify/lengths.h"
#include "reviewer/server/at_rest.h"
#include "reviewer/server/core_stream.h"

namespace parapet::reviewer {
namespace {

using verify::RecordType;

bool is_attachment(const vault::CaseObject& object) {
    return object.kind == static_cast<std::uint8_t>(verify::Kind::attachment);
}

struct Released {
    vault::PlacedObject placed;
    Bytes origin;  // the submit note, or the leaf of what the office wrote
    verify::Day day;
    Bytes sealed;  // this member's wrap as it lies at rest
};

Result<vault::PlacedObject> named_object(const vault::CaseLook& look, const CaseId& case_id,
                                         const LogTag& tag) {
    Result<vault::PlacedObject> found = look.object_by_tag(case_id, tag);
    if (!found.ok() && found.error().code == Code::not_found)
        return Error{Code::wrong_tag, "the leaf names no object of this case"};
    return found;
}

// Whether each object may be released to this member at all.
Status check_objects(const vault::CaseLook& look, const CaseId& case_id, const verify::AuditLines& lines) {
    std::uint64_t octets = 0;
    for (const LogTag& tag : lines.objects) {
        TRY(const vault::PlacedObject placed, named_object(look, case_id, tag));
        if (is_attachment(placed.object)) {
            TRY(const vault::Record record, look.record(placed.leaf));
            TRY_(look.sealed_wrap(case_id, record.objects.front().env_id, lines.actor));
        } else {
            TRY_(look.sealed_wrap(case_id, placed.object.env_id, lines.actor));
            octets += placed.object.core_len;
        }
    }
    if (octets > kMostReleased) return Error{Code::too_large, "more than one read releases"};
    return Done{};
}

Result<std::vector<Released>> gather(const vault::CaseLook& look, const CommittedRead& read) {
    std::vector<Released> out;
    for (const LogTag& tag : read.lines().objects) {
        Released one;
        TRY(one.placed, named_object(look, read.case_id(), tag));
        if (is_attachment(one.placed.object)) continue;
        TRY(vault::Record record, look.record(one.placed.leaf));
        one.origin = std::move(record.note);
        if (one.origin.empty()) {
            TRY(one.origin, look.leaf(record.leaf));
        }
        one.day = shown_day(record.day);
        TRY(one.sealed, look.sealed_wrap(read.case_id(), one.placed.object.env_id, read.reader()));
        out.push_back(std::move(one));
    }
    return out;
}

Status add_object(App& app, const CommittedRead& read, const verify::StoreKey& store_key, const Released& one,
                  verify::BundleWriter& out) {
    const vault::CaseObject& object = one.placed.object;
    TRY(const verify::Wrapset wraps, open_at_rest(store_key, read.case_id(), object.env_id, one.sealed));
    const std::optional<verify::Wrapset> mine = wraps.only(read.reader());
    if (!mine) return Error{Code::not_a_recipient, "no wrap of this object for this key"};
    TRY(const Bytes core, whole_core(app, one.placed));
    const bool of_reporter = object.lane == vault::Lane::reporter;
    out.add(of_reporter ? RecordType::note : RecordType::leaf, one.origin);
    out.add(RecordType::day, view(one.day.print()));
    out.add(RecordType::core, core);
    out.add(RecordType::wrapset, mine->encode());
    out.add(RecordType::digests, object.digests);
    return Done{};
}

}  // namespace

Result<CommittedRead> commit_read(App& app, const OfficerLeaf& leaf) {
    return app.cases->write([&](vault::CaseAct& act) -> Result<CommittedRead> {
        TRY(const vault::CaseRow row, case_of(act, leaf));
        TRY_(check_objects(act, row.case_id, leaf.lines()));
        TRY_(check_seen(act, leaf));
        TRY(const vault::LeafPlace place, act.append_leaf(leaf.row()));
        return CommittedRead(place.index, leaf.lines(), row.case_id);
    });
}

Result<CommittedRead> recall_read(App& app, std::uint64_t index, const verify::Member& member) {
    return app.cases->read([&](const vault::CaseLook& look) -> Result<CommittedRead> {
        TRY(const Bytes bytes, look.leaf(index));
        TRY(const verify::UnverifiedNote note, verify::UnverifiedNote::parse(bytes));
        TRY(verify::AuditLines lines, verify::AuditLines::parse(note.text()));
        if (lines.event != verify::AuditEvent::read || lines.actor != member.rid)
            return Error{Code::forbidden, "that entry is not a read by this member"};
        TRY(const vault::CaseRow row, look.case_by_tag(*lines.case_tag));
        TRY(const bool out, look.recused(row.case_id, member.person));
        if (out) return Error{Code::recused, "this person is out of the case"};
        return CommittedRead(index, std::move(lines), row.case_id);
    });
}

service::Answer release(App& app, const CommittedRead& read) {
    TRY(const LeafProof proof, app.log.prove(read.index(), read.lines().seen->size));
    TRY(const verify::CaseSecret secret, app.keys->find(read.case_id()));
    const verify::StoreKey store_key = verify::store_key_of(secret);
    TRY(const std::vector<Released> objects,
        app.cases->read([&](const vault::CaseLook& look) { return gather(look, read); }));
    verify::BundleWriter out;
    out.add(RecordType::checkpoint, proof.checkpoint);
    out.add(RecordType::inclusion, proof.inclusion);
    out.add(RecordType::consistency, proof.consistency);
    for (const Released& one : objects) TRY_(add_object(app, read, store_key, one, out));
    return service::Answer::octets(out.finish());
}

service::Answer release_attachment(App& app, const CommittedRead& read, const EnvelopeId& env) {
    TRY(const vault::PlacedObject placed,
        app.cases->read([&](const vault::CaseLook& look) -> Result<vault::PlacedObject> {
            TRY(vault::PlacedObject found, look.object(env));
            const auto& tags = read.lines().objects;
            if (found.case_id != read.case_id() || !is_attachment(found.object) ||
                std::ranges::find(tags, found.object.otag) == tags.end())
                return Error{Code::forbidden, "the read does not name this attachment"};
            TRY(const vault::Record record, look.record(found.leaf));
            TRY_(look.sealed_wrap(found.case_id, record.objects.front().env_id, read.reader()));
            return found;
        }));
    TRY(auto core, stream_core(app, placed));
    return service::Answer::stream(std::move(core));
}

}  // namespace parapet::reviewer
