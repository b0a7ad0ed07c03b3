#include "vault/lock_file.h"

#include <fcntl.h>

namespace parapet::vault {

Result<File> lock_for_writing(const std::filesystem::path& store) {
    std::filesystem::path name = store;
    name += ".writer";
    TRY(File file, File::open(name, O_CREAT | O_RDWR, 0600));
    TRY_(file.lock());
    return file;
}

}  // namespace parapet::vault
