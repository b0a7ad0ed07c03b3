#include "reviewer/client/names.h"

#include <algorithm>

#include "crypto/open/escrow.h"
#include "crypto/open/message.h"
#include "crypto/seal/envelope.h"
#include "crypto/seal/escrow.h"
#include "crypto/seal/wrap.h"
#include "crypto/verify/core_hash.h"
#include "crypto/verify/custodians.h"
#include "crypto/verify/submit.h"

namespace parapet::officer {
namespace {

using verify::RecordType;

constexpr std::string_view kReasonLanguage = "en";

// The message beside an identity, and the marks it carries.
struct Marked {
    const content::ShareMarks* marks;
    Hash roster_hash;
};

Result<Marked> marks_of(const CaseFile& file, std::uint32_t seq) {
    for (const OpenedMessage& message : file.messages) {
        if (!message.content || message.logged.listed.seq != seq) continue;
        if (const auto* report = std::get_if<content::Report>(&*message.content))
            return Marked{&report->shares, message.roster_hash};
        if (const auto* later = std::get_if<content::Message>(&*message.content))
            return Marked{&later->shares, message.roster_hash};
    }
    return Error{Code::not_found, "the message beside that name was not read"};
}

const verify::Member* active_custodian(const PersonId& person, const Office& office) {
    for (const verify::Member& member : office.roster().members())
        if (member.person == person && member.active() && member.roles.has(verify::Role::custodian))
            return &member;
    return nullptr;
}

// Whoever got a share, is a custodian still, has not stepped out and is not the one who asks.
Result<std::vector<SealKey>> custodians_to_ask(const CaseFile& file, std::uint32_t seq, const Office& office,
                                               const RecipientId& me) {
    TRY(const Marked marked, marks_of(file, seq));
    const verify::Roster* sealed_to = roster_named(marked.roster_hash, office);
    if (sealed_to == nullptr || !*marked.marks)
        return Error{Code::not_found, "no identity object goes with that message"};
    const verify::Member* asking = office.roster().by_rid(me);
    std::vector<SealKey> out;
    for (const verify::Member* holder : verify::custodians(*sealed_to, {})) {
        const bool has_share = std::ranges::find(**marked.marks, holder->index, &content::ShareMark::index) !=
                               (*marked.marks)->end();
        const bool is_me = asking != nullptr && asking->person == holder->person;
        const verify::Member* now = active_custodian(holder->person, office);
        if (has_share && !is_me && now != nullptr && !file.entry.recused.contains(holder->person))
            out.push_back(now->seal_key);
    }
    if (out.empty()) return Error{Code::threshold, "no custodian is left to ask"};
    return out;
}

Result<SealedWriting> seal_reason(const CaseId& case_id, const std::string& reason,
                                  const std::vector<SealKey>& readers, const Office& office,
                                  const keys::MemberKeys& keys, Random& random) {
    TRY(const Plaintext json, content::write(content::OfficeNote{std::string(kReasonLanguage), reason}));
    const seal::HeaderFields header{.kind = verify::Kind::note,
                                    .author = verify::Author::reviewer,
                                    .deployment = office.root().deployment(),
                                    .case_id = case_id,
                                    .seq = 0,
                                    .part = verify::kMessagePart,
                                    .roster_hash = office.roster().hash()};
    TRY(seal::SealedMessage sealed, seal::seal_message(header, json, keys.signing(), random));
    TRY(const verify::Wrapset wraps, seal::wrap(sealed.env, sealed.dek, readers, random));
    return SealedWriting{sealed.env, sealed.core_hash, std::move(sealed.core), wraps.encode()};
}

Result<const verify::Member*> requester_now(const NameRequest& request, const Office& office) {
    const verify::Member* member = office.roster().by_rid(request.requester);
    if (member == nullptr || !member->may_read())
        return Error{Code::unknown_signer, "who asked may read no more"};
    return member;
}

// The identity's core as the reporter signed it.
Status check_core(ByteView note, ByteView core, const verify::Digests& digests, const NameRequest& request,
                  const Office& office) {
    TRY(const verify::Submit submit, verify::Submit::verify(note, office.root().deployment()));
    const auto& objects = submit.lines().objects;
    const auto line = std::ranges::find(objects, request.env, &verify::SubmitObject::env);
    if (submit.lines().case_id != request.case_id || line == objects.end())
        return Error{Code::wrong_case, "the reporter did not sign this object"};
    TRY(const Hash hash, verify::core_hash(core));
    if (hash != request.core_hash || hash != line->core_hash)
        return Error{Code::wrong_tag, "not the core that was logged"};
    if (line->wraps_hash != digests.wraps_hash())
        return Error{Code::wraps_hash, "other custodians than the reporter signed"};
    TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
    return submit.check_header(static_cast<std::size_t>(line - objects.begin()), header);
}

struct Approval {
    const verify::Member* custodian;
    verify::ShareWrap share;
};

Result<Approval> take_approval(verify::RecordCursor& answer, const NameRequest& request,
                               const verify::Checkpoint& checkpoint, const Office& office,
                               const RecipientId& me) {
    TRY(const ByteView note, answer.take(RecordType::leaf));
    TRY(const ByteView proof_bytes, answer.take(RecordType::inclusion));
    TRY(const ByteView wrapset, answer.take(RecordType::wrapset));
    TRY(const verify::InclusionProof proof, verify::InclusionProof::parse(proof_bytes));
    TRY_(checkpoint.check_included(note, proof));
    TRY(const verify::AuditLeaf leaf, verify_by_some_member(note, office));
    const verify::AuditLines& lines = leaf.lines();
    if (lines.event != verify::AuditEvent::unseal_approve || lines.request != request.leaf_hash ||
        lines.objects.front() != request.object || lines.to != me)
        return Error{Code::wrong_tag, "an approval of another request"};
    TRY(const verify::ShareWrapset share, verify::ShareWrapset::parse(wrapset));
    const verify::ShareWrap* mine = share.find(me);
    if (mine == nullptr || verify::wrap_digest(mine->blob) != lines.hash)
        return Error{Code::wraps_hash, "another share than the custodian signed"};
    return Approval{line_of(lines.actor, office), *mine};
}

// The share that this custodian was given by the reporter's client.
Result<keys::Share> open_share(const Approval& approval, const NameRequest& request,
                               const verify::Roster& sealed_to, const std::vector<content::ShareMark>& marks,
                               const keys::MemberKeys& keys) {
    const std::uint8_t index = verify::share_index(sealed_to, approval.custodian->person);
    const auto mark = std::ranges::find(marks, index, &content::ShareMark::index);
    if (mark == marks.end()) return Error{Code::bad_share, "no share of that custodian was made"};
    TRY(keys::Share share, open::unwrap_share(request.env, approval.share, index, keys.seal()));
    TRY_(open::check_share(request.env, share, mark->hash));
    return share;
}

Result<content::Identity> open_core(ByteView core, std::span<const keys::Share> shares) {
    TRY(const keys::Dek dek, open::combine(shares));
    TRY(const open::OpenedMessage opened, open::open_reporter_message(core, dek));
    if (opened.header.kind != verify::Kind::identity)
        return Error{Code::bad_header, "not an identity object"};
    return content::read_identity(opened.json.reveal());
}

}  // namespace

Result<LoggedObject> identity_of(const CaseFile& file, std::uint32_t seq) {
    for (const LoggedObject& object : file.entry.objects)
        if (object.listed.kind == verify::Kind::identity && object.listed.seq == seq) return object;
    return Error{Code::not_found, "no identity object goes with that message"};
}

Result<SealedWriting> seal_reason_to_ask(const CaseFile& file, std::uint32_t seq, const std::string& reason,
                                         const Office& office, const keys::MemberKeys& keys, Random& random) {
    TRY(std::vector<SealKey> readers, custodians_to_ask(file, seq, office, keys.rid()));
    readers.push_back(keys.seal().public_key());
    return seal_reason(file.entry.case_id, reason, readers, office, keys, random);
}

Result<SealedWriting> seal_reason_to_refuse(const NameRequest& request, const std::string& reason,
                                            const Office& office, const keys::MemberKeys& keys,
                                            Random& random) {
    TRY(const verify::Member* requester, requester_now(request, office));
    return seal_reason(request.case_id, reason, {requester->seal_key, keys.seal().public_key()}, office, keys,
                       random);
}

Result<verify::ShareWrapset> hand_on_share(const NameRequest& request, const Office& office,
                                           const keys::MemberKeys& keys, Random& random) {
    if (!request.share) return Error{Code::not_a_recipient, "no share of this name for this key"};
    const verify::Roster* sealed_to = roster_named(request.roster_hash, office);
    const verify::Member* me = line_of(keys.rid(), office);
    if (sealed_to == nullptr || me == nullptr) return Error{Code::unknown_roster, "a roster not known here"};
    TRY(const verify::Member* requester, requester_now(request, office));
    TRY(const keys::Share share,
        open::unwrap_share(request.env, *request.share, verify::share_index(*sealed_to, me->person),
                           keys.seal()));
    TRY(const verify::ShareWrap wrap, seal::wrap_share(request.env, share, requester->seal_key, random));
    return verify::ShareWrapset{request.env, {wrap}};
}

Result<OpenedName> open_name(const ProvenLeaf& proof, verify::RecordCursor& answer, const CaseFile& file,
                             const NameRequest& request, const verify::Checkpoint& checkpoint,
                             const Office& office, const keys::MemberKeys& keys) {
    TRY(const ByteView note, answer.take(RecordType::note));
    TRY(const ByteView core, answer.take(RecordType::core));
    TRY(const ByteView digest_bytes, answer.take(RecordType::digests));
    TRY(const verify::Digests digests, verify::Digests::parse(digest_bytes, 0));
    TRY_(check_core(note, core, digests, request, office));
    TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
    TRY(const Marked marked, marks_of(file, header.seq));
    const verify::Roster* sealed_to = roster_named(header.roster_hash, office);
    if (sealed_to == nullptr || !*marked.marks) return Error{Code::unknown_roster, "a roster not known here"};
    OpenedName out{proof.index(), {}, {}};
    std::vector<keys::Share> shares;
    while (!answer.done()) {
        TRY(const Approval approval, take_approval(answer, request, checkpoint, office, keys.rid()));
        Result<keys::Share> share = open_share(approval, request, *sealed_to, **marked.marks, keys);
        if (!share.ok())
            out.liars.push_back(approval.custodian->label);
        else if (shares.size() < sealed_to->lines().escrow)
            shares.push_back(std::move(*share));
    }
    if (shares.size() < sealed_to->lines().escrow) return out;
    TRY(out.identity, open_core(core, shares));
    return out;
}

}  // namespace parapet::officer
