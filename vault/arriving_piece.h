// One piece of an upload as a request brings it, in whatever cut: upload id(16) || u64 offset || octets.
#pragma once

#include <functional>

#include "vault/piece_file.h"

namespace parapet::vault {

inline constexpr std::uint64_t kPieceHead = 24;                                // upload id, offset
inline constexpr std::uint64_t kLargestPiece = kPieceHead + 16 * 1024 * 1024;  // of a request

// One thread, one request. What came whole is kept, also when the rest never comes.
class ArrivingPiece {
public:
    using Find = std::function<Result<Upload>(const UploadId&)>;
    // `announced`: the length of the whole request.
    ArrivingPiece(const PieceFolder& folder, Find find, std::uint64_t announced)
        : folder_(folder), find_(std::move(find)), announced_(announced) {}

    // not_found (no such upload), busy, out_of_order (it begins elsewhere than the last one ended), too_large
    // (asked before its first octet is written: what is refused for its length leaves nothing behind), and
    // what PieceFile says.
    [[nodiscard]] Status take(ByteView run);
    // The number of octets durable now. truncated when not even the head came.
    [[nodiscard]] Result<std::uint64_t> finish();

private:
    [[nodiscard]] Status open();
    const PieceFolder& folder_;
    Find find_;
    std::uint64_t announced_;
    Bytes head_;
    std::optional<PieceFile> file_;
};

// What a begin is answered: for each upload env_id(32) || upload_id(16) || u64 durable.
[[nodiscard]] Result<Bytes> upload_states(const PieceFolder& folder, const std::vector<Upload>& uploads);

}  // namespace parapet::vault
