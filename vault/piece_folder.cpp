#include "vault/piece_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "crypto/base/hash.h"
#include "vault/piece_names.h"

namespace parapet::vault {
namespace {

Error or_incomplete(Error error) {
    if (error.code == Code::not_found) return {Code::incomplete, "the upload has no file yet"};
    return error;
}

Status remove_name(const File& folder, const std::string& name) {
    if (::unlinkat(folder.fd(), name.c_str(), 0) != 0 && errno != ENOENT) return file_failure(errno);
    return Done{};
}

// The uploads that have a file here. Other names are left alone.
Result<std::set<UploadId>> listed(const File& folder) {
    TRY(File again, File::open_at(folder, ".", O_RDONLY | O_DIRECTORY));
    const int fd = ::fcntl(again.fd(), F_DUPFD_CLOEXEC, 0);  // dup(2) is not in the sandbox
    if (fd < 0) return file_failure(errno);
    DIR* const dir = ::fdopendir(fd);
    if (dir == nullptr) {
        ::close(fd);
        return file_failure(errno);
    }
    std::set<UploadId> out;
    while (const dirent* entry = ::readdir(dir)) {
        const std::string_view name = entry->d_name;
        if (name.size() != 32 && !(name.size() == 39 && name.ends_with(".hashes"))) continue;
        if (const auto id = fixed_from_hex<UploadId>(name.substr(0, 32)); id.ok()) out.insert(*id);
    }
    ::closedir(dir);
    return out;
}

}  // namespace

std::uint64_t segments_in(std::uint64_t core_len) {
    if (core_len <= kHeaderSize) return core_len == 0 ? 0 : 1;
    return 1 + (core_len - kHeaderSize + kChunkSize - 1) / kChunkSize;
}

std::uint64_t segment_start(std::uint64_t segment) {
    return segment == 0 ? 0 : kHeaderSize + (segment - 1) * kChunkSize;
}

std::uint64_t segment_end(std::uint64_t segment, std::uint64_t core_len) {
    return std::min(core_len, segment_start(segment + 1));
}

Result<PieceFolder> PieceFolder::open(const std::filesystem::path& folder) {
    TRY(File opened, File::open(folder, O_RDONLY | O_DIRECTORY));
    return PieceFolder(std::move(opened));
}

Status PieceFolder::check_writable() const {
    if (::faccessat(folder_.fd(), ".", W_OK | X_OK, AT_EACCESS) != 0) return file_failure(errno);
    return Done{};
}

Status PieceFolder::check(const UploadId& id, std::uint64_t core_len, const Hash& core_hash) const {
    const auto data = File::open_at(folder_, data_name(id).c_str(), O_RDONLY);
    if (!data.ok()) return or_incomplete(data.error());
    const auto side = File::open_at(folder_, hashes_name(id).c_str(), O_RDONLY);
    if (!side.ok()) return or_incomplete(side.error());
    TRY(const std::uint64_t length, data->size());
    TRY(const std::uint64_t recorded, side->size());
    const std::uint64_t segments = segments_in(core_len);
    if (length != core_len || recorded != segments * 32)
        return Error{Code::incomplete, "octets of an upload are missing"};

    Bytes hashes(recorded);
    TRY(const std::size_t got, side->read_at(0, hashes));
    Bytes head(kHeaderSize);
    TRY(const std::size_t head_got, data->read_at(0, head));
    if (got != hashes.size() || head_got != head.size()) return Error{Code::io, "an upload was read in part"};
    put_u32(head, static_cast<std::uint32_t>(segments - 1));
    put(head, ByteView(hashes).subspan(32));
    if (labelled_hash("parapet/1/core", head) != core_hash)
        return Error{Code::core_hash, "an upload holds other octets than were announced"};
    return Done{};
}

Result<Bytes> PieceFolder::header(const UploadId& id) const {
    const auto side = File::open_at(folder_, hashes_name(id).c_str(), O_RDONLY);
    if (!side.ok()) return or_incomplete(side.error());
    TRY(const std::uint64_t recorded, side->size());
    const auto data = File::open_at(folder_, data_name(id).c_str(), O_RDONLY);
    if (!data.ok()) return or_incomplete(data.error());
    Bytes head(kHeaderSize);
    TRY(const std::size_t got, data->read_at(0, head));
    if (recorded < 32 || got != head.size())
        return Error{Code::incomplete, "the header of an upload is missing"};
    return head;
}

Status PieceFolder::remove(const UploadId& id) const {
    durable_->forget(id);
    // The hashes first: octets without a hash count for nothing.
    TRY_(remove_name(folder_, hashes_name(id)));
    TRY_(remove_name(folder_, data_name(id)));
    return folder_.sync();
}

Result<std::size_t> PieceFolder::sweep(const Wanted& wanted) const {
    // Listed before asking: a file made meanwhile is not in the list, a row made meanwhile is seen.
    TRY(const std::set<UploadId> ids, listed(folder_));
    std::size_t removed = 0;
    for (const UploadId& id : ids) {
        TRY(const bool keep, wanted(id));
        if (keep) continue;
        TRY_(remove(id));
        ++removed;
    }
    return removed;
}

}  // namespace parapet::vault
