#include "crypto/seal/padded.h"

#include <algorithm>

namespace parapet::seal {

namespace {
constexpr std::uint64_t kLengthField = 8;
}

Result<Padded> Padded::of(verify::Kind kind, const Source& content) {
    TRY(const std::uint64_t size, verify::padlen(kind, kLengthField + content.size()));
    return Padded(content, size);
}

Result<Plaintext> Padded::piece(std::uint64_t i) const {
    INVARIANT(i < pieces());
    const std::uint64_t from = i * verify::kPieceSize;
    Plaintext out(static_cast<std::size_t>(std::min(verify::kPieceSize, size_ - from)));
    MutableBytes rest = out.reveal_for_writing();
    if (i == 0) {
        Bytes length;
        put_u64(length, content_->size());
        std::ranges::copy(length, rest.begin());
        rest = rest.subspan(length.size());
    }
    const std::uint64_t at = i == 0 ? 0 : from - kLengthField;
    if (at < content_->size()) {
        const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(rest.size(), content_->size() - at));
        TRY_(content_->read(at, rest.first(n)));
    }
    return out;
}

}  // namespace parapet::seal
