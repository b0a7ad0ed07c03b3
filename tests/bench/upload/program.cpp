#include "tests/bench/upload/program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "crypto/base/result.h"

namespace parapet::bench {
namespace {

// `out` becomes its standard output.
pid_t start(const std::string& name, const std::vector<std::string>& arguments, int out) {
    const std::string path = std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
    std::vector<std::string> words{path};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t id = ::fork();
    INVARIANT(id >= 0);
    if (id == 0) {
        ::dup2(out, STDOUT_FILENO);
        ::execv(path.c_str(), pointers.data());
        ::_exit(127);
    }
    return id;
}

}  // namespace

void run_program(const std::string& name, const std::vector<std::string>& arguments) {
    int status = 0;
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    INVARIANT(nowhere >= 0);
    INVARIANT(::waitpid(start(name, arguments, nowhere), &status, 0) > 0);
    ::close(nowhere);
    INVARIANT(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

RunningProgram::RunningProgram(const std::string& name, const std::vector<std::string>& arguments) {
    std::array<int, 2> ends{};
    INVARIANT(::pipe2(ends.data(), O_CLOEXEC) == 0);
    id_ = start(name, arguments, ends[1]);
    ::close(ends[1]);
    std::string said;
    constexpr std::string_view kSays = "listening on ";
    for (char c = 0; address_.empty();) {
        INVARIANT(::read(ends[0], &c, 1) == 1);
        said += c;
        const std::size_t at = said.find(kSays);
        if (c == '\n' && at != std::string::npos)
            address_ = said.substr(at + kSays.size(), said.size() - at - kSays.size() - 1);
    }
    ::close(ends[0]);
}

RunningProgram::~RunningProgram() {
    ::kill(id_, SIGTERM);
    ::waitpid(id_, nullptr, 0);
}

double RunningProgram::memory() const {
    constexpr std::string_view kResident = "VmRSS:";
    std::ifstream in("/proc/" + std::to_string(id_) + "/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(kResident)) return std::stod(line.substr(kResident.size())) / 1024;
    return 0;
}

}  // namespace parapet::bench
