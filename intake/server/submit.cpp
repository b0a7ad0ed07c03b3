#include <algorithm>

#include "crypto/verify/custodians.h"
#include "crypto/verify/submission.h"
#include "intake/server/acceptance.h"
#include "intake/server/admission.h"
#include "intake/server/routes.h"

namespace parapet::intake {
namespace {

using verify::EnvelopeHeader;
using verify::SubmittedObject;

constexpr std::string_view kAccepted = R"({"accepted":true})";

// Views in the rows point in here.
struct EncodedWraps {
    Bytes digests, members, own;
};

vault::UploadId stored_id(const verify::UploadRef& upload) { return vault::UploadId::copy(upload.id.bytes); }

// The header of an object; of one sent before also that all its octets are here and are the announced ones.
Result<EnvelopeHeader> header_of(const App& app, const SubmittedObject& object,
                                 const verify::SubmitObject& announced) {
    if (const verify::InlineCore* core = object.inline_core()) {
        if (core->bytes.size() > verify::kInlineCoreLimit)
            return Error{Code::too_large, "a core of more than one chunk is sent as an upload"};
        return core->header;
    }
    const vault::UploadId id = stored_id(*object.upload());
    TRY_(app.pieces.check(id, announced.core_len, announced.core_hash));
    TRY(const Bytes raw, app.pieces.header(id));
    return EnvelopeHeader::parse(raw);
}

Result<std::vector<EnvelopeHeader>> headers_of(const App& app, const verify::Submission& submission) {
    std::vector<EnvelopeHeader> out;
    for (std::size_t i = 0; i < submission.objects().size(); ++i) {
        TRY(const EnvelopeHeader header,
            header_of(app, submission.objects()[i], submission.submit().lines().objects[i]));
        out.push_back(header);
    }
    TRY_(submission.submit().check_headers(out));
    return out;
}

Result<EncodedWraps> encode_wraps(const verify::Roster& sealed_to, const verify::Roster& now,
                                  const SubmittedObject& object) {
    EncodedWraps out;
    if (object.digests) out.digests = object.digests->encode();
    if (object.shares) out.members = without_revoked(now, *object.shares).encode();
    if (!object.wraps) return out;
    TRY(const DividedWraps divided, divide_wraps(sealed_to, now, *object.wraps));
    if (divided.members) out.members = divided.members->encode();
    out.own = divided.own.encode();
    return out;
}

vault::NewObject row_of(const SubmittedObject& object, const verify::SubmitObject& announced,
                        const EnvelopeHeader& header, const EncodedWraps& wraps) {
    vault::NewObject row;
    row.env_id = announced.env;
    row.kind = static_cast<std::uint8_t>(header.kind);
    row.part = header.part;
    row.core_len = announced.core_len;
    row.core_hash = announced.core_hash;
    if (const verify::InlineCore* core = object.inline_core()) row.core = core->bytes;
    if (const verify::UploadRef* upload = object.upload()) row.upload = stored_id(*upload);
    row.digests = wraps.digests;
    row.member_wraps = wraps.members;
    row.own_wrap = wraps.own;
    return row;
}

// A message has nothing to answer before there is a report.
Status check_lane(App& app, const CaseId& case_id, const EnvelopeHeader& message) {
    if (message.kind == verify::Kind::report) return Done{};
    TRY(const bool held, app.drop->holds(case_id));
    if (!held) return Error{Code::out_of_order, "a message follows a report"};
    return Done{};
}

// One identity object where the roster has escrow, its shares for custodians alone.
Status check_shares(const verify::Roster& roster, const std::vector<EnvelopeHeader>& headers,
                    const verify::Submission& submission) {
    for (const SubmittedObject& object : submission.objects()) {
        if (object.shares) return verify::check_identity(roster, headers, &*object.digests);
    }
    return verify::check_identity(roster, headers, nullptr);
}

Result<vault::Outcome> store(App& app, const vault::DeploymentFolder& deployment,
                             const verify::Submission& submission) {
    const auto& lines = submission.submit().lines();
    TRY(const std::vector<EnvelopeHeader> headers, headers_of(app, submission));
    TRY(const verify::Roster* roster, accepted_roster(deployment, app.today(), headers.front()));
    TRY_(check_lane(app, lines.case_id, headers.front()));
    TRY_(check_shares(*roster, headers, submission));

    std::vector<EncodedWraps> wraps;  // complete before any row points into it
    for (const SubmittedObject& object : submission.objects()) {
        TRY(EncodedWraps encoded, encode_wraps(*roster, deployment.roster(), object));
        wraps.push_back(std::move(encoded));
    }
    vault::NewSubmission row{.case_id = lines.case_id,
                             .seq = headers.front().seq,
                             .day = stored_day(app.today()),
                             .note = submission.submit().note(),
                             .objects = {}};
    for (std::size_t i = 0; i < headers.size(); ++i)
        row.objects.push_back(row_of(submission.objects()[i], lines.objects[i], headers[i], wraps[i]));
    return app.drop->submit(row);
}

// Whether this very submission is held already. The note signs every octet, so it alone is compared.
bool accepted_before(App& app, const verify::Submission& submission) {
    const auto& lines = submission.submit().lines();
    const auto header = header_of(app, submission.objects().front(), lines.objects.front());
    if (!header.ok()) return false;
    const auto own = app.drop->own(lines.case_id, header->seq);
    return own.ok() && text(own->note) == text(submission.submit().note());
}

Knock knock_of(const verify::Submission& submission) {
    // One with uploads was let in when they began.
    const bool paid = std::ranges::any_of(submission.objects(),
                                          [](const SubmittedObject& o) { return o.upload() != nullptr; });
    const verify::InlineCore* message = submission.objects().front().inline_core();
    return {.note = submission.submit().note(),
            .case_id = submission.submit().lines().case_id,
            .cost = {.notes = paid ? 0U : 1U},
            .answer = submission.puzzle(),
            .report = message != nullptr && message->header.kind == verify::Kind::report};
}

service::Answer let_in(App& app, const vault::DeploymentFolder& deployment,
                       const verify::Submission& submission) {
    auto let = admit(app, knock_of(submission));
    if (auto* refused = std::get_if<service::Answer>(&let)) return std::move(*refused);
    TRY(const vault::Outcome outcome, store(app, deployment, submission));
    if (outcome == vault::Outcome::accepted) std::get<Admission>(let).keep();
    return service::Answer::json(kAccepted);
}

}  // namespace

service::Answer submit(App& app, const service::Request& request) {
    const auto deployment = app.deployment.now();
    TRY(const verify::Submission submission,
        verify::Submission::verify(request.body, deployment->root().deployment()));
    service::Answer answer = let_in(app, *deployment, submission);
    // Accepted once is accepted, whatever has changed since: its answer may have been lost.
    if (answer.error() && accepted_before(app, submission)) return service::Answer::json(kAccepted);
    return answer;
}

}  // namespace parapet::intake
