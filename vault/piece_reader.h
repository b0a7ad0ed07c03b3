// Reading one large core from the piece folder, a range at a time.
#pragma once

#include "vault/piece_folder.h"

namespace parapet::vault {

// One thread.
class PieceReader {
public:
    // `core_len` as the row has it. not_found when there is no file, io when it has another length.
    [[nodiscard]] static Result<PieceReader> open(const PieceFolder& folder, const UploadId& file,
                                                  std::uint64_t core_len);
    [[nodiscard]] std::uint64_t size() const { return size_; }
    // Fills `out` from `offset`, or answers io.
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const;

private:
    PieceReader(File file, std::uint64_t size) : file_(std::move(file)), size_(size) {}
    File file_;
    std::uint64_t size_;
};

}  // namespace parapet::vault
