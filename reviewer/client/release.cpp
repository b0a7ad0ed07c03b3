#include "reviewer/client/release.h"

#include <algorithm>

#include "crypto/verify/core_hash.h"
#include "crypto/verify/submit.h"

namespace parapet::officer {
namespace {

using verify::RecordType;

// What the reporter signed about this object.
Status check_submitted(ByteView note, const SealedObject& object, const DeploymentId& deployment) {
    TRY(const verify::Submit submit, verify::Submit::verify(note, deployment));
    if (submit.lines().case_id != object.header.case_id)
        return Error{Code::wrong_case, "a submit note of another case"};
    const auto& announced = submit.lines().objects;
    const auto line = std::ranges::find(announced, object.logged.listed.env, &verify::SubmitObject::env);
    if (line == announced.end() || line->core_hash != object.logged.listed.core_hash)
        return Error{Code::core_hash, "the reporter did not sign this object"};
    if (line->wraps_hash != object.digests.wraps_hash())
        return Error{Code::wraps_hash, "other recipients than the reporter signed"};
    return submit.check_header(static_cast<std::size_t>(line - announced.begin()), object.header);
}

Status check_core(const SealedObject& object, const CaseId& case_id, const DeploymentId& deployment) {
    const ListedObject& listed = object.logged.listed;
    if (object.header.env_id() != listed.env)
        return Error{Code::wrong_tag, "not the envelope that was logged"};
    TRY(const Hash hash, verify::core_hash(object.core));
    if (hash != listed.core_hash) return Error{Code::wrong_tag, "not the core that was logged"};
    if (object.header.deployment != deployment)
        return Error{Code::wrong_deployment, "an envelope of another deployment"};
    if (object.header.case_id != case_id) return Error{Code::wrong_case, "an envelope of another case"};
    if (object.header.kind != listed.kind || object.header.seq != listed.seq ||
        object.header.part != listed.part)
        return Error{Code::bad_header, "another kind or number than was listed"};
    TRY_(verify::padded_length(object.header.kind, object.core.size()));
    return Done{};
}

Status check_wraps(const SealedObject& object) {
    const EnvelopeId& env = object.logged.listed.env;
    if (object.mine.env != env || object.digests.env != env)
        return Error{Code::wraps_hash, "wraps of another envelope"};
    for (const verify::Wrap& wrap : object.mine.wraps) TRY_(object.digests.check_contains(wrap));
    return Done{};
}

Result<SealedObject> take_object(verify::RecordCursor& answer, const LoggedObject& asked,
                                 const CaseId& case_id, const DeploymentId& deployment) {
    const bool by_office = !asked.written_by.empty();
    TRY(const ByteView origin, answer.take(by_office ? RecordType::leaf : RecordType::note));
    TRY_(answer.take(RecordType::day));
    TRY(const ByteView core, answer.take(RecordType::core));
    TRY(const ByteView wrapset, answer.take(RecordType::wrapset));
    TRY(const ByteView digests, answer.take(RecordType::digests));
    SealedObject out{asked, {}, core, {}, {}};
    TRY(out.header, verify::EnvelopeHeader::of_core(core));
    TRY(out.mine, verify::Wrapset::parse(wrapset));
    TRY(out.digests, verify::Digests::parse(digests));
    TRY_(check_core(out, case_id, deployment));
    TRY_(check_wraps(out));
    if (by_office) {
        if (!std::ranges::equal(origin, asked.written_by))
            return Error{Code::wrong_author, "another leaf than the one that was proven"};
        return out;
    }
    TRY_(check_submitted(origin, out, deployment));
    return out;
}

}  // namespace

Result<std::vector<SealedObject>> take_released(verify::RecordCursor& answer,
                                                std::span<const LoggedObject> asked, const CaseId& case_id,
                                                const DeploymentId& deployment) {
    std::vector<SealedObject> out;
    for (const LoggedObject& object : asked) {
        if (object.listed.kind == verify::Kind::attachment) continue;
        TRY(SealedObject one, take_object(answer, object, case_id, deployment));
        out.push_back(std::move(one));
    }
    TRY_(answer.finish());
    return out;
}

}  // namespace parapet::officer
