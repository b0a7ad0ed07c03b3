// Asking for a confided name, and a custodian's answer. Each is a leaf, and what it brings lies beside it.
#include "crypto/verify/bundle.h"
#include "crypto/verify/custodians.h"
#include "crypto/verify/tags.h"
#include "reviewer/server/act.h"
#include "reviewer/server/at_rest.h"
#include "reviewer/server/core_stream.h"
#include "reviewer/server/name_request.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer {
namespace {

using verify::AuditEvent;
using verify::RecordType;

struct SealedReason {
    OfficerLeaf leaf;
    Writing writing;
};

// The identity object that a request names, and how many custodians of its own roster open it.
struct AskedName {
    vault::CaseRow row;
    vault::CaseObject object;
    std::uint64_t quorum = 0;
};

Result<AskedName> asked_name(App& app, const OfficerLeaf& leaf) {
    AskedName out;
    TRY(const vault::PlacedObject placed,
        app.cases->read([&](const vault::CaseLook& look) -> Result<vault::PlacedObject> {
            TRY(out.row, case_of(look, leaf));
            return look.object_by_tag(out.row.case_id, leaf.lines().objects.front());
        }));
    if (placed.object.kind != static_cast<std::uint8_t>(verify::Kind::identity))
        return Error{Code::wrong_tag, "the leaf names no identity object of this case"};
    out.object = placed.object;
    TRY(const Bytes core, whole_core(app, placed));
    TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
    const verify::Roster* sealed_to = app.deployment.by_hash(header.roster_hash);
    if (sealed_to == nullptr)
        return Error{Code::unknown_roster, "split under a roster that is not known here"};
    out.quorum = sealed_to->lines().escrow;
    return out;
}

Result<verify::StoreKey> store_key(const App& app, const CaseId& case_id) {
    TRY(const verify::CaseSecret secret, app.keys->find(case_id));
    return verify::store_key_of(secret);
}

Result<std::uint64_t> commit_request(App& app, const SealedReason& asked, const AskedName& name) {
    TRY(const verify::StoreKey key, store_key(app, name.row.case_id));
    const OfficerLeaf& leaf = asked.leaf;
    return app.cases->write([&](vault::CaseAct& act) -> Result<std::uint64_t> {
        TRY(const auto before, act.find_leaf(leaf.row()));
        if (before) return *before;
        TRY(const vault::CaseRow row, case_of(act, leaf));
        TRY(const Team team, team_of(app, act, row.case_id));
        if (!team.has(leaf.lines().actor)) return Error{Code::not_a_recipient, "not of this case's team"};
        vault::UnsealRow request{0, row.case_id, name.object.env_id, leaf.member.person, name.quorum, {}, {}};
        TRY(const auto custodians, answerers(app, act, request));
        if (custodians.size() < name.quorum)
            return Error{Code::threshold, "too few custodians are left to open a name of this case"};
        std::vector<RecipientId> readers;
        readers.reserve(custodians.size());
        for (const verify::Member* member : custodians) readers.push_back(member->rid);
        TRY_(check_reason(asked.writing, leaf, row.case_id, readers));
        TRY_(check_seen(act, leaf));
        TRY(const vault::LeafPlace place, act.append_leaf(leaf.row()));
        request.leaf = place.index;
        request.core.assign(asked.writing.core.begin(), asked.writing.core.end());
        request.wraps = seal_at_rest(key, row.case_id, asked.writing.wraps, app.random);
        TRY_(act.put_unseal(request));
        return place.index;
    });
}

// What an answer brings, sealed at rest by `make` once the request is known.
template <class Make>
Result<std::uint64_t> commit_answer(App& app, const OfficerLeaf& leaf, Make make) {
    return app.cases->write([&](vault::CaseAct& act) -> Result<std::uint64_t> {
        TRY(const auto before, act.find_leaf(leaf.row()));
        if (before) return *before;
        TRY(const NameRequest request, request_of(app, act, leaf));
        if (leaf.member.person == request.row.person)
            return Error{Code::forbidden, "nobody answers a request of their own"};
        TRY_(share_of(app, act, request.row.env_id, leaf.member.person));
        TRY(const auto answers, act.unseal_answers(request.row.leaf));
        for (const vault::UnsealAnswer& answer : answers)
            if (answer.person == leaf.member.person)
                return Error{Code::duplicate, "this person has answered, under whatever key"};
        TRY(vault::UnsealAnswer answer, make(request));
        TRY_(check_seen(act, leaf));
        TRY(const vault::LeafPlace place, act.append_leaf(leaf.row()));
        answer.person = leaf.member.person;
        answer.leaf = place.index;
        TRY_(act.put_unseal_answer(request.row.leaf, answer));
        return place.index;
    });
}

Result<SealedReason> take_reason(const App& app, const service::Request& request, AuditEvent event) {
    TRY(const auto records, verify::parse_bundle(request.body));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(RecordType::leaf));
    TRY(const ByteView core, in.take(RecordType::core));
    TRY(const ByteView wrapset, in.take(RecordType::wrapset));
    TRY_(in.finish());
    TRY(OfficerLeaf leaf, open_leaf(app, note, {event}));
    TRY(Writing writing, open_writing(app, leaf, {core, wrapset, {}}));
    return SealedReason{std::move(leaf), std::move(writing)};
}

}  // namespace

service::Answer ask_name(App& app, const service::Request& request) {
    TRY(const SealedReason asked, take_reason(app, request, AuditEvent::unseal_request));
    TRY(const AskedName name, asked_name(app, asked.leaf));
    TRY(const std::uint64_t index, commit_request(app, asked, name));
    return prove_leaf(app, asked.leaf, index);
}

service::Answer approve_name(App& app, const service::Request& request) {
    TRY(const auto records, verify::parse_bundle(request.body));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(RecordType::leaf));
    TRY(const ByteView wrapset, in.take(RecordType::wrapset));
    TRY_(in.finish());
    TRY(const OfficerLeaf leaf, open_leaf(app, note, {AuditEvent::unseal_approve}));
    TRY(const verify::ShareWrapset share, verify::ShareWrapset::parse(wrapset));
    if (share.wraps.size() != 1 || share.wraps.front().rid != *leaf.lines().to)
        return Error{Code::not_a_recipient, "one share, for whom the leaf names"};
    if (verify::wrap_digest(share.wraps.front().blob) != *leaf.lines().hash)
        return Error{Code::wraps_hash, "another share than the leaf names"};
    TRY(const std::uint64_t index,
        commit_answer(app, leaf, [&](const NameRequest& asked) -> Result<vault::UnsealAnswer> {
            if (*leaf.lines().to != asked.requester() || share.env != asked.row.env_id)
                return Error{Code::not_a_recipient,
                             "a share for somebody who did not ask, or of another name"};
            TRY(const verify::StoreKey key, store_key(app, asked.row.case_id));
            vault::UnsealAnswer out;
            out.share = seal_at_rest(key, asked.row.case_id, share, app.random);
            return out;
        }));
    return prove_leaf(app, leaf, index);
}

service::Answer refuse_name(App& app, const service::Request& request) {
    TRY(const SealedReason refused, take_reason(app, request, AuditEvent::unseal_refuse));
    TRY(const std::uint64_t index,
        commit_answer(app, refused.leaf, [&](const NameRequest& asked) -> Result<vault::UnsealAnswer> {
            TRY_(check_reason(refused.writing, refused.leaf, asked.row.case_id, {asked.requester()}));
            TRY(const verify::StoreKey key, store_key(app, asked.row.case_id));
            vault::UnsealAnswer out;
            out.core.assign(refused.writing.core.begin(), refused.writing.core.end());
            out.wraps = seal_at_rest(key, asked.row.case_id, refused.writing.wraps, app.random);
            return out;
        }));
    return prove_leaf(app, refused.leaf, index);
}

}  // namespace parapet::reviewer
