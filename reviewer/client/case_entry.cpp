#include "reviewer/client/case_entry.h"

#include <algorithm>
#include <set>

#include "crypto/verify/audit_leaf.h"

namespace parapet::officer {
namespace {

using verify::AuditEvent;
using verify::AuditLeaf;

// The log's word, not the server's.
verify::Day day_of(const verify::AuditLines& lines) {
    if (const auto* day = std::get_if<verify::Day>(&lines.time)) return *day;
    return {static_cast<std::int32_t>(std::get<verify::Minute>(lines.time).number / 1'440)};
}

Status check_event(const AuditLeaf& leaf, const ListedRecord& record) {
    const verify::Kind kind = record.objects.front().kind;
    const AuditEvent event = leaf.lines().event;
    const bool fits = event == AuditEvent::received
                          ? kind == verify::Kind::report || kind == verify::Kind::message
                      : event == AuditEvent::reply ? kind == verify::Kind::reply
                      : event == AuditEvent::note  ? kind == verify::Kind::note
                                                   : false;
    if (!fits) return Error{Code::wrong_type, "a leaf of another event than its objects"};
    return Done{};
}

Status check_record(const ListedRecord& record, const AuditLeaf& leaf, const CaseEntry& entry,
                    const verify::Checkpoint& checkpoint) {
    if (record.leaf.proof.index != record.leaf.index)
        return Error{Code::bad_proof, "a proof of another leaf"};
    TRY_(checkpoint.check_included(record.leaf.leaf, record.leaf.proof));
    TRY_(check_event(leaf, record));
    const verify::AuditLines& lines = leaf.lines();
    if (lines.case_tag != entry.case_tag) return Error{Code::wrong_tag, "a leaf of another case"};
    if (lines.event == AuditEvent::received && lines.tag_key != verify::tag_key_hash(entry.tag_key))
        return Error{Code::wrong_tag, "another tag key than the leaf names"};
    std::vector<LogTag> tags;
    for (const ListedObject& object : record.objects)
        tags.push_back(verify::object_tag(entry.tag_key, object.env, object.core_hash));
    if (tags != lines.objects) return Error{Code::wrong_tag, "other objects than the leaf names"};
    return Done{};
}

Status add_record(const ListedRecord& record, const AuditLeaf& leaf, CaseEntry& entry,
                  const verify::Checkpoint& checkpoint) {
    TRY_(check_record(record, leaf, entry, checkpoint));
    const bool by_office = leaf.lines().event != AuditEvent::received;
    const verify::Day day = day_of(leaf.lines());
    for (std::size_t i = 0; i < record.objects.size(); ++i)
        entry.objects.push_back({record.objects[i], leaf.lines().objects[i], record.leaf.index, day,
                                 by_office ? record.leaf.leaf : Bytes()});
    if (record.objects.front().kind == verify::Kind::report)
        entry.filed = FiledReport{
            record.leaf.leaf, record.leaf.proof, {checkpoint.note().begin(), checkpoint.note().end()}};
    return Done{};
}

Status add_recusal(const ListedLeaf& listed, const Office& office, CaseEntry& entry,
                   const verify::Checkpoint& checkpoint) {
    TRY(const AuditLeaf leaf, verify_by_some_member(listed.leaf, office));
    TRY_(checkpoint.check_included(listed.leaf, listed.proof));
    if (leaf.lines().event != AuditEvent::recuse) return Error{Code::wrong_type, "not a recusal"};
    if (leaf.lines().case_tag != entry.case_tag) return Error{Code::wrong_tag, "a recusal from another case"};
    for (const verify::Roster& roster : office.rosters())
        if (const verify::Member* member = roster.by_rid(leaf.lines().actor))
            entry.recused.insert(member->person);
    return Done{};
}

Status verify_records(const ListedCase& listed, const Office& office, CaseEntry& entry,
                      const verify::Checkpoint& checkpoint) {
    if (listed.received.empty()) return Error{Code::incomplete, "a case without anything received"};
    for (const ListedRecord& record : listed.received) {
        TRY(const AuditLeaf leaf, AuditLeaf::verify_service(record.leaf.leaf, office.root()));
        TRY_(add_record(record, leaf, entry, checkpoint));
    }
    for (const ListedRecord& record : listed.written) {
        TRY(const AuditLeaf leaf, verify_by_some_member(record.leaf.leaf, office));
        TRY_(add_record(record, leaf, entry, checkpoint));
    }
    for (const ListedLeaf& leaf : listed.recused) TRY_(add_recusal(leaf, office, entry, checkpoint));
    std::ranges::stable_sort(entry.objects, {}, &LoggedObject::leaf);
    std::set<EnvelopeId> envelopes;
    for (const LoggedObject& object : entry.objects)
        if (!envelopes.insert(object.listed.env).second)
            return Error{Code::duplicate, "an object is listed twice"};
    for (const LoggedObject& object : entry.objects) entry.day = std::max(entry.day, object.day);
    return Done{};
}

bool of_reporter(const LoggedObject& object) { return object.listed.part == 0 && object.written_by.empty(); }

}  // namespace

Result<AuditLeaf> verify_by_some_member(ByteView note, const Office& office) {
    Result<AuditLeaf> last = AuditLeaf::verify_member(note, office.roster());
    for (const verify::Roster& roster : office.rosters()) {
        if (last.ok()) return last;
        if (last.error().code != Code::unknown_signer) return last;
        last = AuditLeaf::verify_member(note, roster);
    }
    return last;
}

CaseEntry verify_case(ListedCase listed, const Office& office, const verify::Checkpoint& checkpoint) {
    const LogTag tag = verify::case_tag(listed.tag_key, listed.case_id);
    CaseEntry entry{listed.case_id,
                    tag,
                    std::move(listed.tag_key),
                    {},
                    listed.next_reply,
                    listed.next_note,
                    {},
                    std::nullopt,
                    {},
                    std::nullopt};
    if (const Status verified = verify_records(listed, office, entry, checkpoint); !verified.ok()) {
        entry.fault = verified.error().code;
        entry.objects.clear();
        entry.recused.clear();
        entry.filed.reset();
    }
    return entry;
}

std::size_t CaseEntry::count(verify::Kind kind) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        objects, [&](const LoggedObject& object) { return object.listed.kind == kind; }));
}

std::size_t CaseEntry::messages() const {
    return static_cast<std::size_t>(std::ranges::count_if(objects, of_reporter));
}

std::size_t CaseEntry::unanswered() const {
    std::size_t out = 0;
    for (const LoggedObject& object : objects) {
        if (of_reporter(object)) ++out;
        if (object.listed.kind == verify::Kind::reply) out = 0;
    }
    return out;
}

bool CaseEntry::gap() const {
    std::set<std::uint32_t> numbers;
    for (const LoggedObject& object : objects)
        if (of_reporter(object)) numbers.insert(object.listed.seq);
    return !numbers.empty() && *numbers.rbegin() + 1 != numbers.size();
}

}  // namespace parapet::officer
