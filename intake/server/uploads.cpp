#include "crypto/base/reader.h"
#include "crypto/verify/bundle.h"
#include "crypto/verify/submission.h"
#include "intake/server/admission.h"
#include "intake/server/routes.h"
#include "vault/piece_file.h"

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

// The 24 octets in front of a piece, from a body that arrives in any cut.
struct PieceHead {
    vault::UploadId id;
    std::uint64_t offset = 0;
    ByteView rest;  // of the run in which the head ended; valid until the next one
};

Result<PieceHead> read_head(service::ByteSource& body) {
    Bytes head;
    while (head.size() < kPieceHead) {
        TRY(const ByteView run, body.next());
        if (run.empty()) return Error{Code::truncated, "a piece begins with its upload and offset"};
        const std::size_t taken = std::min<std::size_t>(run.size(), kPieceHead - head.size());
        put(head, run.first(taken));
        if (head.size() < kPieceHead) continue;
        Reader in(head);
        PieceHead out;
        TRY(out.id, in.take_fixed<vault::UploadId>());
        TRY(out.offset, in.take_u64());
        out.rest = run.subspan(taken);
        return out;
    }
    return Error{Code::truncated, "a piece begins with its upload and offset"};
}

// Appends until the body ends, well or not; what came whole is kept either way.
Status append_all(vault::PieceFile& file, ByteView first, service::ByteSource& body) {
    TRY_(file.append(first));
    for (;;) {
        TRY(const ByteView run, body.next());
        if (run.empty()) return Done{};
        TRY_(file.append(run));
    }
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

    Bytes out;
    for (const vault::Upload& upload : uploads) {
        TRY(const vault::PieceFile file, vault::PieceFile::open(app.pieces, upload));
        put(out, upload.env_id);
        put(out, upload.id);
        put_u64(out, file.durable());
    }
    return service::Answer::octets(std::move(out));
}

service::Answer upload_piece(App& app, const service::Request&, service::ByteSource& body) {
    TRY(const PieceHead head, read_head(body));
    TRY(const vault::Upload upload, app.drop->upload(head.id));
    TRY(vault::PieceFile file, vault::PieceFile::open(app.pieces, upload));
    if (head.offset != file.durable())
        return Error{Code::out_of_order, "a piece begins where the last one ended"};
    // Asked before the first octet is written: what is refused for its length leaves nothing behind.
    if (body.size() - kPieceHead > upload.core_len - head.offset)
        return Error{Code::too_large, "more octets than were announced"};
    const Status appended = append_all(file, head.rest, body);
    TRY(const std::uint64_t durable, file.commit());
    if (!appended.ok()) return appended.error();
    Bytes out;
    put_u64(out, durable);
    return service::Answer::octets(std::move(out));
}

}  // namespace parapet::intake
