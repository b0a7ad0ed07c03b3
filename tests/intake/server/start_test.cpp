#include "intake/server/serve.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>

#include "tests/intake/world.h"
#include "tests/service/raw_client.h"
#include "tests/service/running_server.h"
#include "tests/service/server_process.h"

namespace parapet::intake::start_test {

using namespace testing;
using service::testing::ServerProcess;
using Changes = std::vector<std::pair<std::string, std::string>>;

struct Ended {
    int code;
    std::string said;
};

Status serve_it(service::Program& program) {
    SystemRandom random;
    return serve(program, random, [] { return kMorning; });
}

// Starts, and ends by itself because something is wrong.
Ended start(const Prepared& folder, const Changes& changes = {}) {
    ServerProcess server(serve_it, folder.configuration(changes));
    const int code = server.end(0);
    return {code, server.said()};
}

bool says(const Ended& ended, std::string_view words) {
    UNSCOPED_INFO(ended.said);
    return ended.said.find(words) != std::string::npos;
}

TEST_CASE("intake starts, answers its site and its interface, and stops in order") {
    const Prepared folder;
    ServerProcess server(serve_it, folder.configuration());
    const service::Address address = server.listening();
    const auto page = service::testing::ask(address, service::testing::get("/"));
    CHECK(page.status == 200);
    CHECK(page.fields.at("content-type") == "text/html; charset=utf-8");
    CHECK(service::testing::ask(address, service::testing::get("/api/challenge")).body.size() == 64);
    CHECK(server.end(SIGTERM) == 0);
    CHECK(server.said().find("roster-read version=3") != std::string::npos);
}

TEST_CASE("all missing and unknown keys of the configuration are told at once") {
    const Prepared folder;
    const Ended ended = start(folder, {{"site", ""}, {"mail_key", ""}, {"color", "color = \"blue\""}});
    CHECK(ended.code == 2);
    CHECK(says(ended, "site"));
    CHECK(says(ended, "mail_key"));
    CHECK(says(ended, "color"));
}

TEST_CASE("a key that does not open its store is named by its line") {
    const Prepared folder;
    const Ended ended = start(folder, {{"drop_key", "drop_key = \"mail.key\""}});
    CHECK(ended.code == 1);
    CHECK(says(ended, "storage-key: `drop_store`, opened with `drop_key`"));
}

TEST_CASE("a key that others could read is refused before it is used") {
    const Prepared folder;
    ::chmod((folder / "drop.key").c_str(), 0644);
    const Ended ended = start(folder);
    CHECK(ended.code == 2);
    CHECK(says(ended, "drop_key"));
}

TEST_CASE("a port in use is told as such") {
    World other;
    const service::testing::RunningServer running(other.table());
    const Prepared folder;
    const Ended ended =
        start(folder, {{"listen", "listen = \"" + service::write_address(running.address()) + "\""}});
    CHECK(ended.code == 1);
    CHECK(says(ended, "address-in-use"));
}

TEST_CASE("a second intake over the same store is refused as busy") {
    World other;
    ServerProcess server(serve_it, other.folder().configuration());
    CHECK(server.end(0) == 1);
    CHECK(server.said().find("busy: `drop_store`") != std::string::npos);
}

TEST_CASE("a missing folder or store is named by its line") {
    const Prepared folder;
    CHECK(says(start(folder, {{"deployment", "deployment = \"nowhere\""}}), "`deployment`"));
    CHECK(says(start(folder, {{"site", "site = \"nowhere\""}}), "`site`"));
    CHECK(says(start(folder, {{"pieces", "pieces = \"nowhere\""}}), "`pieces`"));
    CHECK(says(start(folder, {{"mail_store", "mail_store = \"nowhere.db\""}}), "`mail_store`"));
}

}  // namespace parapet::intake::start_test
