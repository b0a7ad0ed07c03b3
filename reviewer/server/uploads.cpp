// Files that an officer sends a reporter: sealed cores, piece by piece, before the reply that names them.
#include "crypto/base/reader.h"
#include "crypto/verify/lengths.h"
#include "reviewer/server/asked.h"
#include "reviewer/server/routes.h"
#include "service/http/piece_arrival.h"

namespace parapet::reviewer {
namespace {

constexpr std::chrono::hours kUnfinishedLive{24};

// The body: env_id(32) || u64 length || core_hash(32) for each file.
Result<std::vector<vault::Upload>> wanted_files(App& app, ByteView body) {
    Reader in(body);
    std::vector<vault::Upload> out;
    while (!in.done()) {
        vault::Upload one;
        one.id = app.random.fixed<vault::UploadId>();
        TRY(one.env_id, in.take_fixed<EnvelopeId>());
        TRY(one.core_len, in.take_u64());
        TRY(one.core_hash, in.take_fixed<Hash>());
        TRY_(verify::padded_length(verify::Kind::attachment, one.core_len));
        out.push_back(one);
    }
    if (out.empty() || out.size() > verify::kMaxAttachments)
        return Error{Code::malformed, "a reply has 1 to 20 files"};
    return out;
}

}  // namespace

service::Answer begin_upload(App& app, const service::Request& request) {
    TRY(const Asked asked, open_asked(app, request, verify::Op::upload));
    TRY(const auto wanted, wanted_files(app, asked.body));
    const auto now = std::chrono::floor<std::chrono::hours>(
        std::chrono::sys_seconds(std::chrono::seconds(app.clock().seconds)));
    TRY(const auto uploads, app.cases->begin_uploads(wanted, now + kUnfinishedLive, app.reserve_octets));
    TRY(Bytes out, vault::upload_states(app.reply_pieces, uploads));
    return service::Answer::octets(std::move(out));
}

// An upload's id is 16 random bytes that only who began it knows; what is sent under it must be the core
// whose hash was announced, or the write that names it is refused.
service::Answer upload_piece(App& app, const service::Request&, service::ByteSource& body) {
    const auto upload = [&](const vault::UploadId& id) { return app.cases->upload(id); };
    return service::take_piece(body, vault::ArrivingPiece(app.reply_pieces, upload, body.size()));
}

}  // namespace parapet::reviewer
