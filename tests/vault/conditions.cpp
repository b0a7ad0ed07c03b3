#include "tests/vault/conditions.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

namespace parapet::vault::testing {
namespace {

bool write_file(const char* path, const std::string& text) {
    const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return false;
    const bool fine = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(fd);
    return fine;
}

// A place of its own for mounts. Who is not root becomes root of a namespace in which only this user exists.
bool own_mounts() {
    const std::string user = std::to_string(::geteuid());
    const std::string group = std::to_string(::getegid());
    if (::geteuid() == 0) {
        if (::unshare(CLONE_NEWNS) != 0) return false;
    } else if (::unshare(CLONE_NEWNS | CLONE_NEWUSER) != 0 || !write_file("/proc/self/setgroups", "deny") ||
               !write_file("/proc/self/uid_map", user + " " + user + " 1") ||
               !write_file("/proc/self/gid_map", group + " " + group + " 1")) {
        return false;
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

}  // namespace

Powerless::Powerless() : was_root_(::geteuid() == 0) {
    if (!was_root_) return;
    INVARIANT(::setegid(kUser) == 0);
    INVARIANT(::seteuid(kUser) == 0);
}

Powerless::~Powerless() {
    if (!was_root_) return;
    INVARIANT(::seteuid(0) == 0);
    INVARIANT(::setegid(0) == 0);
}

int in_child(const std::function<int()>& body) {
    std::fflush(nullptr);  // else the child holds a copy of what waits to be printed
    const pid_t child = ::fork();
    INVARIANT(child >= 0);
    if (child == 0) ::_exit(body());
    int status = 0;
    INVARIANT(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

int on_small_disk(const std::filesystem::path& folder, unsigned kib, const std::function<int()>& body) {
    return in_child([&] {
        if (!own_mounts()) return kNoSmallDisk;
        const std::string size = "size=" + std::to_string(kib) + "k";
        if (::mount("none", folder.c_str(), "tmpfs", 0, size.c_str()) != 0) return kNoSmallDisk;
        return body();
    });
}

FileSizeLimit::FileSizeLimit(std::uint64_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);  // else the process ends where it should get an error
    rlimit limit{};
    INVARIANT(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
    before_ = limit.rlim_cur;
    limit.rlim_cur = bytes;
    INVARIANT(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
}

FileSizeLimit::~FileSizeLimit() {
    rlimit limit{};
    INVARIANT(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
    limit.rlim_cur = before_;
    INVARIANT(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
}

}  // namespace parapet::vault::testing
