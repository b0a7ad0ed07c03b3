#include "service/http/piece_upload.h"

#include "crypto/base/reader.h"

namespace parapet::service {
namespace {

Result<std::uint64_t> send_piece(Client& client, std::string_view path, const PieceUpload& upload,
                                 std::uint64_t end) {
    Bytes request;
    put(request, upload.id);
    put_u64(request, upload.durable);
    const std::size_t head = request.size();
    request.resize(head + static_cast<std::size_t>(end - upload.durable));
    TRY_(upload.file.read(upload.from + upload.durable, MutableBytes(request).subspan(head)));
    const Result<Bytes> answer = client.post(path, request);
    if (!answer.ok() && answer.error().code == Code::out_of_order)
        return Error{Code::busy, "a piece whose answer was lost had arrived"};
    if (!answer.ok()) return answer.error();
    Reader in(*answer);
    TRY(const std::uint64_t now, in.take_u64());
    TRY_(in.finish());
    if (now <= upload.durable || now > upload.length)
        return Error{Code::unavailable, "the service does not get on with this upload"};
    return now;
}

}  // namespace

Status send_pieces(Client& client, std::string_view path, PieceUpload upload, const PieceEnd& end,
                   const Durable& durable) {
    durable(upload.durable);
    while (upload.durable < upload.length) {
        TRY(upload.durable, send_piece(client, path, upload, end(upload.durable)));
        durable(upload.durable);
    }
    return Done{};
}

}  // namespace parapet::service
