#include "reviewer/server/act.h"

#include "crypto/verify/bundle.h"
#include "reviewer/server/routes.h"
#include "reviewer/server/team.h"

namespace parapet::reviewer {

using verify::AuditEvent;
using verify::RecordType;

service::Answer prove_leaf(const App& app, const OfficerLeaf& leaf, std::uint64_t index) {
    TRY(const LeafProof proof, app.log.prove(index, leaf.lines().seen->size));
    verify::BundleWriter out;
    out.add(RecordType::checkpoint, proof.checkpoint);
    out.add(RecordType::inclusion, proof.inclusion);
    out.add(RecordType::consistency, proof.consistency);
    return service::Answer::octets(out.finish());
}

service::Answer act(App& app, const service::Request& request) {
    TRY(const auto records, verify::parse_bundle(request.body));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(RecordType::leaf));
    TRY_(in.finish());
    TRY(const OfficerLeaf leaf, open_leaf(app, note, {AuditEvent::login, AuditEvent::recuse}));
    TRY(const std::uint64_t index, app.cases->write([&](vault::CaseAct& act) -> Result<std::uint64_t> {
        // The same recusal again is answered, although its signer is out of the case by now.
        TRY(const auto before, act.find_leaf(leaf.row()));
        if (before) return *before;
        TRY_(check_seen(act, leaf));
        TRY(const vault::LeafPlace place, act.append_leaf(leaf.row()));
        if (leaf.lines().event == AuditEvent::recuse) {
            TRY(const vault::CaseRow row, case_of(act, leaf));
            TRY_(act.recuse(row.case_id, leaf.member.person, keys_of(app, leaf.member.person), place.index));
        }
        return place.index;
    }));
    return prove_leaf(app, leaf, index);
}

}  // namespace parapet::reviewer
