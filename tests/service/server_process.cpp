#include "tests/service/server_process.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <string>
#include <utility>

namespace parapet::service::testing {

ServerProcess::ServerProcess(const std::function<Status(Program&)>& body, const std::string& configuration) {
    std::array<int, 2> ends{};
    INVARIANT(::pipe(ends.data()) == 0);
    pid_ = ::fork();
    if (pid_ == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(ends[1], STDERR_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        std::string name("parapet-test");
        std::string option("--config");
        std::string file(configuration);
        std::array<char*, 3> argv{name.data(), option.data(), file.data()};
        std::_Exit(run_program("parapet-test", 3, argv.data(), body));
    }
    ::close(ends[1]);
    out_ = Descriptor(ends[0]);
}

ServerProcess::~ServerProcess() {
    if (pid_ > 0) (void)end(SIGKILL);
}

Address ServerProcess::listening() {
    constexpr std::string_view kBefore = "listening on ";
    const auto whole_line = [&] {
        const std::size_t at = said_.find(kBefore);
        return at != std::string::npos && said_.find('\n', at) != std::string::npos;
    };
    while (!whole_line() && read_more()) {
    }
    INVARIANT(whole_line());
    const std::size_t at = said_.find(kBefore) + kBefore.size();
    return *read_address(said_.substr(at, said_.find('\n', at) - at));
}

void ServerProcess::signal(int number) const { ::kill(pid_, number); }

int ServerProcess::end(int number) {
    if (number != 0) signal(number);
    while (read_more()) {
    }
    int status = 0;
    ::waitpid(std::exchange(pid_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

bool ServerProcess::read_more() {
    std::array<char, 4096> buffer{};
    pollfd wanted{out_.number(), POLLIN, 0};
    if (::poll(&wanted, 1, 20'000) <= 0) return false;
    const ssize_t n = ::read(out_.number(), buffer.data(), buffer.size());
    if (n <= 0) return false;
    said_.append(buffer.data(), static_cast<std::size_t>(n));
    return true;
}

}  // namespace parapet::service::testing
