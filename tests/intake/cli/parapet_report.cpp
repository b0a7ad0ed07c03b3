#include "tests/intake/cli/parapet_report.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>

#include "crypto/base/result.h"
#include "tests/service/temp_folder.h"

namespace parapet::intake::testing {
namespace {

// The threads of the test's server run while a program is started, so it is spawned: what a fork of them
// leaves behind (an allocator's lock held by a thread that is gone) would stop the child for ever.
class Spawn {
public:
    Spawn() {
        INVARIANT(::posix_spawn_file_actions_init(&files_) == 0);
        INVARIANT(::posix_spawnattr_init(&attributes_) == 0);
    }
    ~Spawn() {
        ::posix_spawn_file_actions_destroy(&files_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    Spawn(const Spawn&) = delete;
    Spawn& operator=(const Spawn&) = delete;

    Spawn& open(int as, const std::string& file, int flags) {
        INVARIANT(::posix_spawn_file_actions_addopen(&files_, as, file.c_str(), flags, 0600) == 0);
        return *this;
    }
    Spawn& same(int from, int to) {
        INVARIANT(::posix_spawn_file_actions_adddup2(&files_, from, to) == 0);
        return *this;
    }
    // The terminal that is then opened first becomes the one that controls it; without any there is none.
    Spawn& own_session() {
        INVARIANT(::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSID) == 0);
        return *this;
    }
    [[nodiscard]] pid_t report(const std::vector<std::string>& arguments, const std::string& locale) const {
        std::vector<std::string> all{PARAPET_REPORT};
        all.insert(all.end(), arguments.begin(), arguments.end());
        std::vector<char*> argv;
        for (std::string& one : all) argv.push_back(one.data());
        argv.push_back(nullptr);
        std::string language = "LC_ALL=" + locale;
        std::vector<char*> environment{language.data()};
        for (char** one = environ; *one != nullptr; ++one)
            if (!std::string_view(*one).starts_with("LC_ALL=")) environment.push_back(*one);
        environment.push_back(nullptr);
        pid_t child = -1;
        INVARIANT(::posix_spawn(&child, PARAPET_REPORT, &files_, &attributes_, argv.data(),
                                environment.data()) == 0);
        return child;
    }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

int end_of(pid_t child) {
    int status = 0;
    INVARIANT(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

std::string contents(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Ran run_report(const std::vector<std::string>& arguments, const std::string& input,
               const std::string& locale) {
    const service::testing::TempFolder folder;
    const std::string in = folder.write("in", input);
    Spawn spawn;
    spawn.own_session()
        .open(STDIN_FILENO, in, O_RDONLY)
        .open(STDOUT_FILENO, folder / "out", O_WRONLY | O_CREAT)
        .open(STDERR_FILENO, folder / "err", O_WRONLY | O_CREAT);
    const pid_t child = spawn.report(arguments, locale);
    const int code = end_of(child);
    return {code, contents(folder / "out"), contents(folder / "err")};
}

Ran run_report_at_terminal(const std::vector<std::string>& arguments, const std::vector<Typing>& typed) {
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    INVARIANT(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    std::array<char, 64> name{};
    INVARIANT(::ptsname_r(terminal, name.data(), name.size()) == 0);
    Spawn spawn;
    spawn.own_session()
        .open(STDIN_FILENO, name.data(), O_RDWR)
        .same(STDIN_FILENO, STDOUT_FILENO)
        .same(STDIN_FILENO, STDERR_FILENO);
    const pid_t child = spawn.report(arguments, "en_GB.UTF-8");
    Ran ran;
    auto next = typed.begin();
    std::size_t answered = 0;  // of what was shown
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t n = ::read(terminal, buffer.data(), buffer.size());
        if (n <= 0) break;  // EIO: the program has ended
        ran.out.append(buffer.data(), static_cast<std::size_t>(n));
        if (next == typed.end() || ran.out.find(next->behind, answered) == std::string::npos) continue;
        const std::string line = next->line + "\n";
        INVARIANT(::write(terminal, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
        answered = ran.out.size();
        ++next;
    }
    ::close(terminal);
    ran.code = end_of(child);
    return ran;
}

}  // namespace parapet::intake::testing
