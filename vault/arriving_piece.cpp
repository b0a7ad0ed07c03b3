#include "vault/arriving_piece.h"

#include <algorithm>

#include "crypto/base/reader.h"

namespace parapet::vault {

Status ArrivingPiece::open() {
    Reader in(head_);
    TRY(const UploadId id, in.take_fixed<UploadId>());
    TRY(const std::uint64_t offset, in.take_u64());
    TRY(const Upload upload, find_(id));
    TRY(PieceFile file, PieceFile::open(folder_, upload));
    if (offset != file.durable()) return Error{Code::out_of_order, "a piece begins where the last one ended"};
    if (announced_ - kPieceHead > upload.core_len - offset)
        return Error{Code::too_large, "more octets than were announced"};
    file_ = std::move(file);
    return Done{};
}

Status ArrivingPiece::take(ByteView run) {
    if (!file_) {
        const std::size_t of_head = std::min<std::size_t>(run.size(), kPieceHead - head_.size());
        put(head_, run.first(of_head));
        run = run.subspan(of_head);
        if (head_.size() < kPieceHead) return Done{};
        TRY_(open());
    }
    return file_->append(run);
}

Result<std::uint64_t> ArrivingPiece::finish() {
    if (!file_) return Error{Code::truncated, "a piece begins with its upload and offset"};
    return file_->commit();
}

Result<Bytes> upload_states(const PieceFolder& folder, const std::vector<Upload>& uploads) {
    Bytes out;
    for (const Upload& upload : uploads) {
        TRY(const PieceFile file, PieceFile::open(folder, upload));
        put(out, upload.env_id);
        put(out, upload.id);
        put_u64(out, file.durable());
    }
    return out;
}

}  // namespace parapet::vault
