#include "tests/intake/cli/parapet_report.h"

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>

#include "crypto/base/result.h"
#include "tests/service/temp_folder.h"

namespace parapet::intake::testing {
namespace {

[[noreturn]] void become_report(const std::vector<std::string>& arguments) {
    std::vector<std::string> all{PARAPET_REPORT};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& one : all) argv.push_back(one.data());
    argv.push_back(nullptr);
    ::execv(PARAPET_REPORT, argv.data());
    ::_exit(127);
}

int end_of(pid_t child) {
    int status = 0;
    INVARIANT(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

void redirect(int to, const std::string& file, int flags) {
    const int fd = ::open(file.c_str(), flags, 0600);
    if (fd < 0 || ::dup2(fd, to) < 0) ::_exit(127);
    ::close(fd);
}

std::string contents(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Ran run_report(const std::vector<std::string>& arguments, const std::string& input) {
    const service::testing::TempFolder folder;
    const std::string in = folder.write("in", input);
    const pid_t child = ::fork();
    if (child == 0) {
        redirect(STDIN_FILENO, in, O_RDONLY);
        redirect(STDOUT_FILENO, folder / "out", O_WRONLY | O_CREAT);
        redirect(STDERR_FILENO, folder / "err", O_WRONLY | O_CREAT);
        become_report(arguments);
    }
    const int code = end_of(child);
    return {code, contents(folder / "out"), contents(folder / "err")};
}

Ran run_report_at_terminal(const std::vector<std::string>& arguments, const std::string& typed) {
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    INVARIANT(child >= 0);
    if (child == 0) become_report(arguments);
    Ran ran;
    bool answered = false;
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t n = ::read(terminal, buffer.data(), buffer.size());
        if (n <= 0) break;  // EIO: the program has ended
        ran.out.append(buffer.data(), static_cast<std::size_t>(n));
        if (answered || ran.out.find("Your code (it is not shown): ") == std::string::npos) continue;
        const std::string line = typed + "\n";
        INVARIANT(::write(terminal, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
        answered = true;
    }
    ::close(terminal);
    ran.code = end_of(child);
    return ran;
}

}  // namespace parapet::intake::testing
