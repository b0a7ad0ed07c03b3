#include "crypto/verify/bundle.h"
#include "crypto/verify/submission.h"
#include "intake/server/admission.h"
#include "intake/server/routes.h"
#include "service/http/piece_arrival.h"
#include "vault/arriving_piece.h"

namespace parapet::intake {
namespace {

constexpr std::chrono::hours kOrphansLive{24};

vault::Hour this_hour(const App& app) {
    return std::chrono::floor<std::chrono::hours>(
        std::chrono::sys_seconds(std::chrono::seconds(app.clock().seconds)));
}

// Reserved under fresh ids; begin_uploads gives those it had given before.
Result<std::vector<vault::Upload>> wanted_uploads(App& app, const verify::SubmitLines& lines) {
    const std::uint64_t largest = verify::core_length(verify::max_padded(verify::Kind::attachment));
    std::vector<vault::Upload> out;
    for (const verify::SubmitObject& object : lines.objects) {
        if (object.core_len <= verify::kInlineCoreLimit) continue;
        if (object.core_len > largest) return Error{Code::too_large, "more than one file may hold"};
        out.push_back({app.random.fixed<vault::UploadId>(), object.env, object.core_len, object.core_hash});
    }
    return out;
}

// Whoever asks how far an upload has come was let in when it began.
Result<Cost> cost_of_beginning(const App& app, const std::vector<vault::Upload>& wanted) {
    Cost out{.notes = 0};
    for (const vault::Upload& one : wanted) {
        TRY(const bool begun, app.drop->has_begun(one.env_id));
        if (begun) continue;
        out.notes = 1;
        out.octets += one.core_len;
    }
    return out;
}

}  // namespace

service::Answer begin_upload(App& app, const service::Request& request) {
    TRY(const auto records, verify::parse_bundle(request.body));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(verify::RecordType::note));
    TRY(const auto puzzle, verify::take_puzzle(in));
    TRY_(in.finish());
    TRY(const verify::Submit submit, verify::Submit::verify(note, app.deployment.now()->root().deployment()));
    TRY(const auto wanted, wanted_uploads(app, submit.lines()));
    TRY(const Cost cost, cost_of_beginning(app, wanted));
    auto let = admit(app, {note, submit.lines().case_id, cost, puzzle});
    if (auto* refused = std::get_if<service::Answer>(&let)) return std::move(*refused);
    TRY(const auto uploads,
        app.drop->begin_uploads(wanted, this_hour(app) + kOrphansLive, app.reserve_octets));
    std::get<Admission>(let).keep();

    TRY(Bytes out, vault::upload_states(app.pieces, uploads));
    return service::Answer::octets(std::move(out));
}

service::Answer upload_piece(App& app, const service::Request&, service::ByteSource& body) {
    const auto upload = [&](const vault::UploadId& id) { return app.drop->upload(id); };
    return service::take_piece(body, vault::ArrivingPiece(app.pieces, upload, body.size()));
}

}  // namespace parapet::intake
