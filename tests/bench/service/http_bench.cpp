// What the way through gate, pool and table costs: requests a second, upload against the same hashing without
// HTTP, start to first answer, idle memory. Prints `name = value unit`, one a line.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "crypto/base/hash.h"
#include "service/http/client.h"
#include "service/process/program.h"
#include "tests/service/raw_client.h"
#include "tests/service/temp_folder.h"

namespace parapet::service {
namespace {

using Seconds = std::chrono::duration<double>;
using std::chrono::steady_clock;

constexpr std::uint64_t kUpload = 1 * kGiB;

struct App {};

Answer hello(App&, const Request&) { return Answer::json("{}"); }
Answer page(App&, const Request&) { return Answer::octets(Bytes(81'936)); }
Answer hash(App&, const Request&, ByteSource& body) {
    Sha256 sum;
    for (;;) {
        TRY(const ByteView run, body.next());
        if (run.empty()) break;
        sum.update(run);
    }
    return Answer::json(to_hex(sum.finish()));
}
Answer swallow(App&, const Request&, ByteSource& body) {
    for (;;) {
        TRY(const ByteView run, body.next());
        if (run.empty()) return Answer::json("{}");
    }
}

constexpr std::array kRoutes{
    Route<App>{Method::get, "/hello", Who::anyone, 0, hello},
    Route<App>{Method::get, "/page", Who::anyone, 0, page},
    Route<App>{Method::post, "/hash", Who::anyone, 4 * kGiB, hash},
    Route<App>{Method::post, "/swallow", Who::anyone, 4 * kGiB, swallow},
};

int serve(int argc, char** argv) {
    return run_program("bench-http", argc, argv, [](Program& program) -> Status {
        Server::Settings settings;
        settings.address = program.configuration().address("listen");
        TRY_(program.configured());
        App app;
        const Table<App> table(app, kRoutes);
        return program.serve(table, settings);
    });
}

// This program once more, as the server.
class Serving {
public:
    Serving() : began_(steady_clock::now()) {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) std::abort();
        const std::string file = folder_.write("bench.toml", "listen = \"127.0.0.1:0\"\n");
        id_ = ::fork();
        if (id_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::execl("/proc/self/exe", "bench-http", "--config", file.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
        std::array<char, 256> line{};
        const ssize_t n = ::read(ends[0], line.data(), line.size() - 1);
        ::close(ends[0]);
        const std::string_view said(line.data(), n > 0 ? static_cast<std::size_t>(n) : 0);
        address_ = *read_address(said.substr(13, said.find('\n') - 13));
        if (testing::ask(address_, testing::get("/hello")).status != 200) std::abort();
        first_answer_ = steady_clock::now() - began_;
    }
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;
    ~Serving() {
        ::kill(id_, SIGTERM);
        ::waitpid(id_, nullptr, 0);
    }

    [[nodiscard]] const Address& address() const { return address_; }
    [[nodiscard]] Seconds first_answer() const { return first_answer_; }
    // In KiB: a line of the kernel's own account of the process.
    [[nodiscard]] long memory(const char* name) const {
        std::ifstream in("/proc/" + std::to_string(id_) + "/status");
        for (std::string line; std::getline(in, line);) {
            if (line.starts_with(name)) return std::stol(line.substr(std::strlen(name) + 1));
        }
        return 0;
    }

private:
    testing::TempFolder folder_;
    steady_clock::time_point began_;
    pid_t id_ = -1;
    Address address_;
    Seconds first_answer_{};
};

double requests_per_second(const Address& address, const char* path, unsigned clients) {
    const auto until = steady_clock::now() + std::chrono::seconds(2);
    std::vector<std::uint64_t> done(clients);
    std::vector<std::jthread> asking;
    for (unsigned i = 0; i < clients; ++i) {
        asking.emplace_back([&, i] {
            testing::RawClient client(address);
            const std::string request = testing::get(path);
            while (steady_clock::now() < until && client.send(request)) {
                if (client.receive().status != 200) std::abort();
                ++done[i];
            }
        });
    }
    asking.clear();
    std::uint64_t all = 0;
    for (const std::uint64_t n : done) all += n;
    return static_cast<double>(all) / 2.0;
}

class Zeros final : public ByteSource {
public:
    [[nodiscard]] std::uint64_t size() const override { return kUpload; }
    [[nodiscard]] Result<ByteView> next() override {
        const std::size_t n = std::min<std::uint64_t>(run_.size(), kUpload - given_);
        given_ += n;
        return ByteView(run_).first(n);
    }

private:
    std::uint64_t given_ = 0;
    Bytes run_ = Bytes(256 * 1024);
};

double mib_per_second(Seconds time) { return static_cast<double>(kUpload / kMiB) / time.count(); }

double upload(const Address& address, const char* path) {
    Result<Client> client = Client::to("http://" + write_address(address));
    Zeros zeros;
    const auto began = steady_clock::now();
    if (!client->upload(path, zeros).ok()) std::abort();
    return mib_per_second(steady_clock::now() - began);
}

double hash_alone() {
    Zeros zeros;
    Sha256 sum;
    const auto began = steady_clock::now();
    for (Result<ByteView> run = zeros.next(); !run->empty(); run = zeros.next()) sum.update(*run);
    (void)sum.finish();
    return mib_per_second(steady_clock::now() - began);
}

void measure() {
    const Serving server;
    std::printf("service.first_answer = %.1f ms\n", server.first_answer().count() * 1000);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    std::printf("service.idle_memory = %.1f MiB\n", static_cast<double>(server.memory("VmRSS:")) / 1024);
    for (const unsigned clients : {1U, 8U, 32U})
        std::printf("service.requests_%u_clients = %.0f 1/s\n", clients,
                    requests_per_second(server.address(), "/hello", clients));
    std::printf("service.pages_8_clients = %.0f 1/s\n", requests_per_second(server.address(), "/page", 8));
    std::printf("service.upload_swallowed = %.0f MiB/s\n", upload(server.address(), "/swallow"));
    const double alone = hash_alone();
    const double hashed = upload(server.address(), "/hash");
    std::printf("service.hash_alone = %.0f MiB/s\n", alone);
    std::printf("service.upload_hashed = %.0f MiB/s\n", hashed);
    std::printf("service.upload_hashed_to_hash_alone = %.2f ratio\n", hashed / alone);
    std::printf("service.most_memory = %.1f MiB\n", static_cast<double>(server.memory("VmHWM:")) / 1024);
}

}  // namespace
}  // namespace parapet::service

int main(int argc, char** argv) {
    if (argc > 1) return parapet::service::serve(argc, argv);
    parapet::service::measure();
    return 0;
}
