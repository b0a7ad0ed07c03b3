#include "reviewer/client/name_request.h"

#include <algorithm>

#include "crypto/content/content.h"
#include "crypto/open/message.h"
#include "crypto/open/wrap.h"
#include "crypto/verify/core_hash.h"

namespace parapet::officer {
namespace {

using verify::AuditEvent;
using verify::AuditLeaf;

Status check_included(const ListedLeaf& leaf, const verify::Checkpoint& checkpoint) {
    if (leaf.proof.index != leaf.index) return Error{Code::bad_proof, "a proof of another leaf"};
    return checkpoint.check_included(leaf.leaf, leaf.proof);
}

// The object asked for came in with a message of this case: its own leaf says so.
Status check_received(const ListedRequest& listed, const NameRequest& request, const Office& office,
                      const verify::Checkpoint& checkpoint) {
    TRY_(check_included(listed.received, checkpoint));
    TRY(const AuditLeaf leaf, AuditLeaf::verify_service(listed.received.leaf, office.root()));
    const verify::AuditLines& lines = leaf.lines();
    if (lines.event != AuditEvent::received) return Error{Code::wrong_type, "not an arrival"};
    if (lines.case_tag != request.case_tag || lines.tag_key != verify::tag_key_hash(listed.tag_key) ||
        std::ranges::find(lines.objects, request.object) == lines.objects.end())
        return Error{Code::wrong_tag, "the object did not arrive with that message"};
    return Done{};
}

// A reason by the member who signed the leaf; empty where there is none for this key.
Result<std::string> open_reason(ByteView core, ByteView wrapset, const AuditLeaf& leaf, const Office& office,
                                const keys::MemberKeys& keys) {
    if (core.empty() || wrapset.empty()) return std::string();
    TRY(const Hash hash, verify::core_hash(core));
    if (hash != leaf.lines().hash) return Error{Code::core_hash, "another reason than the leaf names"};
    TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
    TRY(const verify::Wrapset wraps, verify::Wrapset::parse(wrapset));
    TRY(const keys::Dek dek, open::unwrap(header, wraps, keys.seal()));
    TRY(const open::OpenedMessage opened, open::open_office_message(core, dek, {office.rosters()}));
    if (!opened.member || opened.member->rid != leaf.lines().actor)
        return Error{Code::wrong_author, "a reason by another member"};
    TRY(content::OfficeNote note, content::read_note(opened.json.reveal()));
    return std::move(note.text);
}

Result<NameAnswer> verify_answer(const ListedAnswer& listed, const NameRequest& request, const Office& office,
                                 const verify::Checkpoint& checkpoint, const keys::MemberKeys& keys) {
    TRY_(check_included(listed.leaf, checkpoint));
    TRY(const AuditLeaf leaf, verify_by_some_member(listed.leaf.leaf, office));
    const verify::AuditLines& lines = leaf.lines();
    const bool agreed = lines.event == AuditEvent::unseal_approve;
    if (!agreed && lines.event != AuditEvent::unseal_refuse)
        return Error{Code::wrong_type, "not an answer to a request"};
    if (lines.request != request.leaf_hash || lines.case_tag != request.case_tag ||
        lines.objects.front() != request.object)
        return Error{Code::wrong_tag, "an answer to another request"};
    NameAnswer out{agreed, label_of(lines.actor, office), {}, {}};
    if (const verify::Member* member = line_of(lines.actor, office)) out.person = member->person;
    if (!agreed) {
        TRY(out.reason, open_reason(listed.core, listed.wrapset, leaf, office, keys));
    }
    return out;
}

Status verify_into(NameRequest& out, const ListedRequest& listed, const Office& office,
                   const verify::Checkpoint& checkpoint, const keys::MemberKeys& keys) {
    TRY_(check_included(listed.leaf, checkpoint));
    TRY(const AuditLeaf leaf, verify_by_some_member(listed.leaf.leaf, office));
    const verify::AuditLines& lines = leaf.lines();
    if (lines.event != AuditEvent::unseal_request) return Error{Code::wrong_type, "not a request for a name"};
    if (lines.case_tag != out.case_tag || lines.objects.front() != out.object)
        return Error{Code::wrong_tag, "a request for another name"};
    out.leaf_hash = leaf.leaf_hash();
    out.requester = lines.actor;
    out.label = label_of(lines.actor, office);
    out.purpose = *lines.purpose;
    out.asked = std::get<verify::Minute>(lines.time);
    TRY_(check_received(listed, out, office, checkpoint));
    TRY(out.reason, open_reason(listed.core, listed.wrapset, leaf, office, keys));
    if (!listed.share.empty()) {
        TRY(const verify::ShareWrapset share, verify::ShareWrapset::parse(listed.share));
        const verify::ShareWrap* mine = share.find(keys.rid());
        if (share.env != out.env || mine == nullptr)
            return Error{Code::not_a_recipient, "a share of another name or custodian"};
        out.share = *mine;
    }
    for (const ListedAnswer& answer : listed.answers) {
        TRY(NameAnswer one, verify_answer(answer, out, office, checkpoint, keys));
        out.answers.push_back(std::move(one));
    }
    return Done{};
}

}  // namespace

const verify::Member* line_of(const RecipientId& rid, const Office& office) {
    const verify::Member* found = nullptr;
    for (const verify::Roster& roster : office.rosters())
        if (const verify::Member* member = roster.by_rid(rid)) found = member;
    return found;
}

std::string label_of(const RecipientId& rid, const Office& office) {
    const verify::Member* member = line_of(rid, office);
    return member == nullptr ? std::string() : member->label;
}

const verify::Roster* roster_named(const Hash& hash, const Office& office) {
    const auto at = std::ranges::find(office.rosters(), hash, &verify::Roster::hash);
    return at == office.rosters().end() ? nullptr : &*at;
}

std::size_t NameRequest::agreed() const {
    return static_cast<std::size_t>(std::ranges::count(answers, true, &NameAnswer::agreed));
}

NameRequest verify_request(const ListedRequest& listed, const Office& office,
                           const verify::Checkpoint& checkpoint, const keys::MemberKeys& keys) {
    NameRequest out;
    out.index = listed.leaf.index;
    out.case_id = listed.case_id;
    out.case_tag = verify::case_tag(listed.tag_key, listed.case_id);
    out.object = verify::object_tag(listed.tag_key, listed.env, listed.core_hash);
    out.env = listed.env;
    out.core_hash = listed.core_hash;
    out.roster_hash = listed.roster;
    out.quorum = listed.quorum;
    out.expired = listed.expired;
    if (const Status verified = verify_into(out, listed, office, checkpoint, keys); !verified.ok()) {
        out.fault = verified.error().code;
        out.share.reset();
        out.answers.clear();
    }
    return out;
}

}  // namespace parapet::officer
