#include "vault/piece_reader.h"

#include <fcntl.h>

#include "vault/piece_names.h"

namespace parapet::vault {

Result<PieceReader> PieceReader::open(const PieceFolder& folder, const UploadId& file,
                                      std::uint64_t core_len) {
    TRY(File opened, File::open_at(folder.folder_, data_name(file).c_str(), O_RDONLY));
    TRY(const std::uint64_t size, opened.size());
    if (size != core_len) return Error{Code::io, "a stored core has another length than its row"};
    return PieceReader(std::move(opened), size);
}

Status PieceReader::read(std::uint64_t offset, MutableBytes out) const {
    TRY(const std::size_t got, file_.read_at(offset, out));
    if (got != out.size()) return Error{Code::io, "a stored core ends too soon"};
    return Done{};
}

}  // namespace parapet::vault
