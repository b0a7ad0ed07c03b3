#include "crypto/sign/seed_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace parapet::sign {
namespace {

constexpr std::size_t kFileSize = 65;
using SeedText = Secret<kFileSize + 1, struct SeedTextTag>;  // one more, to see that the file ends

class File {
public:
    explicit File(int fd) : fd_(fd) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (fd_ >= 0) close(fd_);
    }
    [[nodiscard]] bool open() const { return fd_ >= 0; }
    [[nodiscard]] int fd() const { return fd_; }

private:
    int fd_;
};

}  // namespace

Result<SignSeed> read_seed_file(const std::filesystem::path& path) {
    const File file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat info {};
    if (!file.open() || fstat(file.fd(), &info) != 0) return Error{Code::io, "the seed file cannot be read"};
    if (!S_ISREG(info.st_mode) || (info.st_mode & 07777) != 0600)
        return Error{Code::permissions, "a seed file is a plain file of mode 0600"};

    ssize_t n = 0;
    const SeedText in =
        SeedText::make([&](MutableBytes out) { n = read(file.fd(), out.data(), out.size()); });
    if (n < 0) return Error{Code::io, "the seed file cannot be read"};
    if (n != static_cast<ssize_t>(kFileSize) || in.reveal()[kFileSize - 1] != '\n')
        return Error{Code::malformed, "a seed file is 64 hexadecimal characters and a line feed"};

    const auto* hex = reinterpret_cast<const char*>(in.reveal().data());
    std::size_t length = 0;
    SignSeed seed = SignSeed::make([&](MutableBytes out) {
        if (sodium_hex2bin(out.data(), out.size(), hex, 64, nullptr, &length, nullptr) != 0) length = 0;
    });
    if (length != SignSeed::kSize) return Error{Code::malformed, "not hexadecimal"};
    return seed;
}

Status write_seed_file(const std::filesystem::path& path, const SignSeed& seed) {
    const SeedText out = SeedText::make([&](MutableBytes to) {
        sodium_bin2hex(reinterpret_cast<char*>(to.data()), kFileSize, seed.reveal().data(), SignSeed::kSize);
        to[kFileSize - 1] = '\n';
    });
    const File file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.open()) return Error{Code::io, "the seed file cannot be made"};
    if (write(file.fd(), out.reveal().data(), kFileSize) != static_cast<ssize_t>(kFileSize) ||
        fchmod(file.fd(), 0600) != 0 || fsync(file.fd()) != 0)
        return Error{Code::io, "the seed file cannot be written"};
    return Done{};
}

}  // namespace parapet::sign
