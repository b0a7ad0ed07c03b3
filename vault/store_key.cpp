#include "vault/store_key.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "vault/file.h"

namespace parapet::vault::detail {

Status read_key(const std::filesystem::path& path, std::span<std::uint8_t, 32> out) {
    TRY(const File file, File::open(path, O_RDONLY));
    struct stat facts {};
    if (::fstat(file.fd(), &facts) != 0 || !S_ISREG(facts.st_mode) || (facts.st_mode & 077U) != 0)
        return Error{Code::permissions, "a store key that others could read: it must have mode 0600"};
    if (facts.st_size != 32) return Error{Code::storage_key, "a store key file has exactly 32 bytes"};
    TRY(const std::size_t got, file.read_at(0, out));
    if (got != out.size()) return Error{Code::io, "a store key was read in part"};
    return Done{};
}

Status write_key(const std::filesystem::path& path, std::span<const std::uint8_t, 32> key) {
    TRY(const File file, File::open(path, O_CREAT | O_EXCL | O_WRONLY, 0600));
    TRY_(file.write_at(0, key));
    TRY_(file.sync());
    TRY(const File folder, File::open(path.parent_path(), O_RDONLY | O_DIRECTORY));
    return folder.sync();
}

}  // namespace parapet::vault::detail
