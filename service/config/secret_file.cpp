#include "service/config/secret_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "service/http/socket.h"

namespace parapet::service {

Status read_secret_octets(const std::string& path, MutableBytes out) {
    // Not blocking: a pipe in its place must not hold the start.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (file.number() < 0) return Error{Code::io, "a secret file cannot be opened"};
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0) return Error{Code::io, "a secret file cannot be opened"};
    if (!S_ISREG(facts.st_mode) || (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{Code::permissions, "a secret file is open to others than its owner: give it mode 0600"};
    if (static_cast<std::uint64_t>(facts.st_size) != out.size())
        return Error{Code::configuration,
                     "a secret file has another size than its secret: is it the right one?"};
    std::size_t got = 0;
    while (got < out.size()) {
        const ssize_t n = ::read(file.number(), out.data() + got, out.size() - got);
        if (n <= 0) return Error{Code::io, "a secret file cannot be read"};
        got += static_cast<std::size_t>(n);
    }
    return Done{};
}

}  // namespace parapet::service
