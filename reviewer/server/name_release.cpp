#include "reviewer/server/name_release.h"

#include "crypto/verify/bundle.h"
#include "crypto/verify/checkpoint.h"
#include "crypto/verify/tags.h"
#include "reviewer/server/at_rest.h"
#include "reviewer/server/core_stream.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer {
namespace {

using verify::RecordType;

// Those that count: each by another person, who has not stepped out of the case since.
Result<std::vector<vault::UnsealAnswer>> approvals(const vault::CaseLook& look, const NameRequest& request) {
    std::vector<vault::UnsealAnswer> out;
    TRY(auto answers, look.unseal_answers(request.row.leaf));
    for (vault::UnsealAnswer& answer : answers) {
        TRY(const bool recused, look.recused(request.row.case_id, answer.person));
        if (!answer.share.empty() && !recused) out.push_back(std::move(answer));
    }
    return out;
}

struct ReleasedName {
    vault::PlacedObject placed;
    vault::Record record;
    struct Share {
        Bytes leaf;
        Bytes proof;
        Bytes sealed;
    };
    std::vector<Share> shares;
};

Result<ReleasedName> gather(const vault::CaseLook& look, const NameRequest& request, std::uint64_t log_size) {
    ReleasedName out;
    TRY(out.placed, look.object(request.row.env_id));
    TRY(out.record, look.record(out.placed.leaf));
    TRY(auto agreed, approvals(look, request));
    for (vault::UnsealAnswer& answer : agreed) {
        TRY(Bytes leaf, look.leaf(answer.leaf));
        TRY(const verify::InclusionProof proof, look.inclusion(answer.leaf, log_size));
        out.shares.push_back({std::move(leaf), proof.encode(), std::move(answer.share)});
    }
    return out;
}

}  // namespace

Result<CommittedOpen> commit_open(App& app, const OfficerLeaf& leaf) {
    return app.cases->write([&](vault::CaseAct& act) -> Result<CommittedOpen> {
        TRY(NameRequest request, request_of(app, act, leaf));
        if (request.requester() != leaf.lines().actor)
            return Error{Code::forbidden, "a name is opened by who asked for it"};
        TRY(const Team team, team_of(app, act, request.row.case_id));
        if (!team.has(leaf.lines().actor)) return Error{Code::not_a_recipient, "not of this case's team"};
        TRY(const auto agreed, approvals(act, request));
        if (agreed.size() < request.row.quorum)
            return Error{Code::threshold, "fewer custodians have agreed than open a name"};
        TRY_(check_seen(act, leaf));
        TRY(const vault::LeafPlace place, act.append_leaf(leaf.row()));
        return CommittedOpen(place.index, leaf.lines(), std::move(request));
    });
}

service::Answer release_name(App& app, const CommittedOpen& open) {
    const CaseId& case_id = open.request().row.case_id;
    TRY(const verify::CaseSecret secret, app.keys->find(case_id));
    const verify::StoreKey store_key = verify::store_key_of(secret);
    TRY(const LeafProof proof, app.log.prove(open.index(), open.lines().seen->size));
    TRY(const verify::UnverifiedNote head, verify::UnverifiedNote::parse(proof.checkpoint));
    TRY(const verify::CheckpointLines now, verify::CheckpointLines::parse(head.text()));
    TRY(const ReleasedName released,
        app.cases->read([&](const vault::CaseLook& look) { return gather(look, open.request(), now.size); }));
    TRY(const Bytes core, whole_core(app, released.placed));
    verify::BundleWriter out;
    out.add(RecordType::checkpoint, proof.checkpoint);
    out.add(RecordType::inclusion, proof.inclusion);
    out.add(RecordType::consistency, proof.consistency);
    out.add(RecordType::note, released.record.note);
    out.add(RecordType::core, core);
    out.add(RecordType::digests, released.placed.object.digests);
    for (const ReleasedName::Share& share : released.shares) {
        TRY(const verify::ShareWrapset wraps,
            open_shares_at_rest(store_key, case_id, open.request().row.env_id, share.sealed));
        out.add(RecordType::leaf, share.leaf);
        out.add(RecordType::inclusion, share.proof);
        out.add(RecordType::wrapset, wraps.encode());
    }
    return service::Answer::octets(out.finish());
}

service::Answer open_name(App& app, const service::Request& request) {
    TRY(const auto records, verify::parse_bundle(request.body));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(RecordType::leaf));
    TRY_(in.finish());
    TRY(const OfficerLeaf leaf, open_leaf(app, note, {verify::AuditEvent::unseal_open}));
    TRY(const CommittedOpen committed, commit_open(app, leaf));
    return release_name(app, committed);
}

}  // namespace parapet::reviewer
