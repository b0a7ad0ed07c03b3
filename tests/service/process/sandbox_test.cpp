#include "service/process/sandbox.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <functional>
#include <thread>

#include "service/http/client.h"
#include "service/http/server.h"
#include "tests/service/running_server.h"
#include "tests/service/temp_folder.h"

namespace parapet::service::sandbox_test {

// The wait status of a child that enters the sandbox and then answers `act` as its exit code.
int status_in_sandbox(Network network, const std::function<int()>& act) {
    const pid_t child = ::fork();
    if (child == 0) {
        if (!enter_sandbox(network).ok()) ::_exit(99);
        ::_exit(act());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

int exit_in_sandbox(Network network, const std::function<int()>& act) {
    const int status = status_in_sandbox(network, act);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

TEST_CASE("in the sandbox a process leaves no core image, cannot be traced and gains no privilege") {
    CHECK(exit_in_sandbox(Network::also_connect, [] {
              rlimit core{1, 1};
              ::getrlimit(RLIMIT_CORE, &core);
              const bool closed = core.rlim_max == 0;
              // A kernel says -1 and EPERM where the list does not let it be asked.
              const int dumpable = ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
              return closed && dumpable <= 0 ? 0 : 1;
          }) == 0);
}

TEST_CASE("in the sandbox starting a program kills the process") {
    if (!sandbox_lists_calls()) SKIP("the list of calls is left out of this build");
    CHECK(exit_in_sandbox(Network::also_connect, [] {
              ::execl("/bin/true", "true", nullptr);
              return 0;
          }) == -SIGSYS);
    CHECK(exit_in_sandbox(Network::accept_only, [] { return ::fork() < 0 ? 0 : 1; }) == 0);
}

TEST_CASE("in the sandbox a server cannot connect to anywhere, and a client can") {
    if (!sandbox_lists_calls()) SKIP("the list of calls is left out of this build");
    const auto make_socket = [] { return ::socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM ? 1 : 0; };
    CHECK(exit_in_sandbox(Network::accept_only, make_socket) == 1);
    CHECK(exit_in_sandbox(Network::also_connect, make_socket) == 0);
}

TEST_CASE("in the sandbox memory cannot be made executable") {
    if (!sandbox_lists_calls()) SKIP("the list of calls is left out of this build");
    CHECK(exit_in_sandbox(Network::accept_only, [] {
              void* page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
              const bool later = ::mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
              void* at_once =
                  ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
              return page != MAP_FAILED && !later && at_once == MAP_FAILED ? 0 : 1;
          }) == 0);
}

TEST_CASE("in the sandbox threads, files and their locks work") {
    const testing::TempFolder folder;
    const std::string path = folder / "file";
    CHECK(exit_in_sandbox(Network::accept_only, [&path] {
              int result = 1;
              std::thread([&] {
                  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
                  struct flock lock {};
                  lock.l_type = F_WRLCK;
                  const bool worked = file >= 0 && ::fcntl(file, F_SETLK, &lock) == 0 &&
                                      ::write(file, "abc", 3) == 3 && ::fsync(file) == 0 &&
                                      ::ftruncate(file, 1) == 0 && ::close(file) == 0 &&
                                      ::rename(path.c_str(), (path + "2").c_str()) == 0 &&
                                      ::unlink((path + "2").c_str()) == 0;
                  result = worked ? 0 : 2;
              }).join();
              return result;
          }) == 0);
}

struct App {};
Answer hello(App&, const Request&) { return Answer::json("{}"); }
constexpr std::array kRoutes{Route<App>{Method::get, "/hello", Who::anyone, 0, hello}};

TEST_CASE("in the sandbox of a client a service is found by name and answers") {
    App app;
    const Table<App> table(app, kRoutes);
    const testing::RunningServer server(table);
    const std::string port = std::to_string(server.address().port);
    CHECK(exit_in_sandbox(Network::also_connect, [&port] {
              Result<Client> client = Client::to("http://localhost:" + port);
              const Result<Bytes> answer = client->get("/hello");
              return answer.ok() && text(*answer) == "{}" ? 0 : 1;
          }) == 0);
}

}  // namespace parapet::service::sandbox_test
