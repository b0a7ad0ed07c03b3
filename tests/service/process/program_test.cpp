#include "service/process/program.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <thread>

#include "tests/service/raw_client.h"
#include "tests/service/server_process.h"
#include "tests/service/temp_folder.h"

namespace parapet::service::program_test {

using testing::RawClient;
using Process = testing::ServerProcess;
using testing::TempFolder;

struct App {};

Answer hello(App&, const Request&) { return Answer::json("{\"hello\":true}"); }
Answer slow(App&, const Request&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return Answer::json("{\"slow\":true}");
}

constexpr std::array kRoutes{
    Route<App>{Method::get, "/hello", Who::anyone, 0, hello},
    Route<App>{Method::get, "/slow", Who::anyone, 0, slow},
};

Status body(Program& program) {
    const Address address = program.configuration().address("listen");
    TRY_(program.configured());
    App app;
    const Table<App> table(app, kRoutes);
    Server::Settings settings;
    settings.address = address;
    return program.serve(table, settings);
}

TEST_CASE("a server says where it listens, answers from its sandbox, and ends orderly on a signal") {
    const TempFolder folder;
    Process process(body, folder.write("test.toml", "listen = \"127.0.0.1:0\"\n"));
    const Address address = process.listening();
    CHECK(testing::ask(address, testing::get("/hello")).body == "{\"hello\":true}");
    CHECK(testing::ask(address, testing::get("/nothing")).status == 404);
    CHECK(process.end(SIGTERM) == 0);
    CHECK(process.said().find("refusals error=not-found count=1\n") != std::string::npos);
    CHECK(process.said().find(" stopped") != std::string::npos);
}

TEST_CASE("a request that runs when the signal comes is answered, and no other is taken") {
    const TempFolder folder;
    Process process(body, folder.write("test.toml", "listen = \"127.0.0.1:0\"\n"));
    const Address address = process.listening();
    RawClient client(address);
    REQUIRE(client.send(testing::get("/slow")));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    process.signal(SIGINT);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK_FALSE(RawClient(address).connected());
    testing::RawResponse response = client.receive();
    CHECK(response.body == "{\"slow\":true}");
    CHECK(response.fields["connection"] == "close");
    CHECK(process.end(0) == 0);
}

TEST_CASE("a second signal ends a server at once") {
    const TempFolder folder;
    Process process(body, folder.write("test.toml", "listen = \"127.0.0.1:0\"\n"));
    RawClient client(process.listening());
    REQUIRE(client.send(testing::get("/slow")));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    process.signal(SIGTERM);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK(process.end(SIGTERM) == -SIGTERM);
}

TEST_CASE("a port in use ends the start with its code and a sentence") {
    const TempFolder folder;
    Process first(body, folder.write("first.toml", "listen = \"127.0.0.1:0\"\n"));
    const std::string taken = write_address(first.listening());
    Process second(body, folder.write("second.toml", "listen = \"" + taken + "\"\n"));
    CHECK(second.end(0) == 1);
    CHECK(second.said() ==
          "parapet-test: address-in-use: another program listens at this address already; stop that one, or "
          "change `listen`\n");
}

TEST_CASE("a faulty configuration ends the start with 2 and names every fault") {
    const TempFolder folder;
    Process process(body, folder.write("test.toml", "colour = 1\nlisten = 4\n"));
    CHECK(process.end(0) == 2);
    CHECK(process.said().find("line 1: colour: unknown key\n") != std::string::npos);
    CHECK(process.said().find("line 2: listen: not a text in quotes\n") != std::string::npos);
}

TEST_CASE("a missing configuration file ends the start with 1") {
    Process process(body, "/nowhere/test.toml");
    CHECK(process.end(0) == 1);
    CHECK(process.said().starts_with("parapet-test: io: "));
}

}  // namespace parapet::service::program_test
