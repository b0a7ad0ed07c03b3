// The desk as its page sees it: through its table of routes, over a working office.
#include "reviewer/desk/desk.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "crypto/keys/key_file.h"
#include "reviewer/desk/headless.h"
#include "reviewer/desk/routes.h"
#include "tests/reviewer/world.h"
#include "tests/service/route_contract.h"

namespace parapet::desk::desk_test {

using nlohmann::json;
using reviewer::testing::Reporter;
using reviewer::testing::World;

constexpr std::string_view kPassphrase = "bado-kime-fopu-tasi-velo-ruga";

struct Fixture {
    explicit Fixture(std::vector<reviewer::testing::Seat> seats = {{1}, {2}, {3}}) : world(std::move(seats)) {
        const keys::KeySeed seed = keys::KeySeed::make([](MutableBytes out) { std::ranges::fill(out, 1); });
        // The cheapest cost that readers accept: what opening costs is not the question here.
        const auto file = keys::seal_key_file(keys::KeyUse::member, seed, Plaintext::copy(view(kPassphrase)),
                                              world.random, {1, 8'192});
        REQUIRE(file.ok());
        std::ofstream(world.folder() / "desk" / "clerk.key", std::ios::binary) << text(*file);
        Settings settings{.listen = {},
                          .server = world.origin(),
                          .fingerprint = world.app().root().fingerprint().print(),
                          .key_file = world.folder() / "desk" / "clerk.key",
                          .state = world.folder() / "desk" / "desk.state",
                          .site = {},
                          .lock_after = std::chrono::minutes(15)};
        desk = std::move(Desk::open(
                             settings, [this] { return verify::UnixTime{world.now}; }, world.random))
                   .value();
        app = std::make_unique<App>(App{*desk, PageGuard(world.random)});
    }
    service::Answer ask(std::string_view path, const std::string& body) {
        const service::Table<App> table(*app, kRoutes);
        return service::answer(
            table, service::Request{.method = service::Method::post, .path = std::string(path)}, view(body));
    }
    json answer(std::string_view path, const json& request) {
        const service::Answer answered = ask(path, request.dump());
        return json::parse(text(answered.body()));
    }
    void unlock() { CHECK(answer("/api/unlock", {{"passphrase", kPassphrase}})["locked"] == false); }
    json read(const std::string& id) {
        return answer("/api/read", {{"case", id}, {"purpose", "intake"}, {"no_conflict", true}});
    }

    World world;
    Reporter reporter{reviewer::testing::deployment_id(), world.random};
    std::string case_id = to_hex(reporter.case_id());
    std::unique_ptr<Desk> desk;
    std::unique_ptr<App> app;
};

TEST_CASE("an officer unlocks, reads, opens a file, answers and locks") {
    Fixture f;
    f.world.submit(f.reporter, "The scales were changed.", {{"scales.txt", Bytes(70'000, 'x')}});
    f.unlock();
    const json inbox = f.answer("/api/inbox", json::object());
    REQUIRE(inbox["cases"].size() == 1);
    CHECK(inbox["cases"][0]["case"] == f.case_id);
    CHECK(inbox["cases"][0]["new"] == 1);
    CHECK(inbox["cases"][0]["answered"] == false);

    const json shown = f.read(f.case_id);
    REQUIRE(shown["messages"].size() == 1);
    CHECK(shown["messages"][0]["answers"][0]["value"] == "The scales were changed.");
    const json file = shown["messages"][0]["attachments"][0];
    CHECK(file["name"] == "scales.txt");
    service::Answer bytes = f.ask("/api/attachment", json{{"case", f.case_id}, {"env", file["env"]}}.dump());
    REQUIRE_FALSE(bytes.error().has_value());
    const auto stream = bytes.take_stream();
    CHECK(service::read_whole(*stream, 1 << 20).value() == Bytes(70'000, 'x'));

    const json reply{{"case", f.case_id},
                     {"type", "acknowledgement"},
                     {"status", "acknowledged"},
                     {"text", "We have it."},
                     {"look_again", "2026-12-31"}};
    CHECK(f.answer("/api/reply", reply).contains("leaf"));
    const json second{{"case", f.case_id}, {"type", "question"},         {"status", "question"},
                      {"text", "When?"},   {"look_again", "2026-12-31"}, {"due", "2026-12-24"}};
    CHECK(f.answer("/api/reply", second).contains("leaf"));
    CHECK(f.answer("/api/inbox", json::object())["cases"][0]["answered"] == true);
    const json again = f.read(f.case_id);
    REQUIRE(again["messages"].size() == 3);
    CHECK(again["messages"][1]["text"] == "We have it.");
    CHECK_FALSE(again["messages"][1].contains("due"));
    CHECK(again["messages"][2]["type"] == "question");
    CHECK(again["messages"][2]["status"] == "question");
    CHECK(again["messages"][2]["due"] == "2026-12-24");
    CHECK(again["status"] == "question");
    CHECK(again["may_follow"] == json::array({"acknowledged", "question", "review", "investigators",
                                              "decision", "suspended", "closed"}));

    CHECK(f.answer("/api/lock", json::object())["locked"] == true);
    CHECK(f.read(f.case_id)["error"] == "forbidden");
    CHECK(f.answer("/api/reply", reply)["error"] == "forbidden");
}

TEST_CASE("an unlocked desk says whose it is and how long the roster lasts") {
    Fixture f({{1, {verify::Role::alternate, verify::Role::receives}}});
    const json state = f.answer("/api/unlock", {{"passphrase", kPassphrase}});
    CHECK(state["label"] == "procurement desk 1");
    CHECK(state["roles"] == json::array({"alternate", "receives"}));
    CHECK(state["evaluation"] == true);
    CHECK(state["days_left"] == 89);
    CHECK(state["server"] == "reachable");
}

TEST_CASE("a wrong passphrase opens nothing and is named") {
    Fixture f;
    CHECK(f.answer("/api/unlock", {{"passphrase", "bado-kime-fopu-tasi-velo-rugo"}})["error"] ==
          "wrong-passphrase");
    CHECK(f.desk->state().locked);
}

TEST_CASE("a desk that is left alone locks itself") {
    Fixture f;
    f.unlock();
    f.world.now += 14 * 60;
    f.desk->lock_if_idle();
    CHECK_FALSE(f.desk->state().locked);
    f.world.now += 2 * 60;
    f.desk->lock_if_idle();
    CHECK(f.desk->state().locked);
    CHECK(f.answer("/api/inbox", json::object())["error"] == "forbidden");
}

TEST_CASE("a status that may not follow the last one is refused before anything is sealed") {
    Fixture f;
    f.world.submit(f.reporter, "report");
    f.unlock();
    f.read(f.case_id);
    const json reply{{"case", f.case_id},
                     {"type", "status"},
                     {"status", "closed"},
                     {"text", "Closed."},
                     {"look_again", "2026-12-31"}};
    CHECK(f.answer("/api/reply", reply)["error"] == "out-of-order");
}

TEST_CASE("an officer who steps out has no case left") {
    Fixture f;
    f.world.submit(f.reporter, "report");
    f.unlock();
    CHECK(f.answer("/api/recuse", {{"case", f.case_id}}).contains("leaf"));
    CHECK(f.answer("/api/inbox", json::object())["cases"].empty());
    CHECK(f.read(f.case_id)["error"] == "not-found");
}

TEST_CASE("a case is answered only after it was read") {
    Fixture f;
    f.world.submit(f.reporter, "report");
    f.unlock();
    const json reply{{"case", f.case_id},
                     {"type", "message"},
                     {"status", "received"},
                     {"text", "Hello."},
                     {"look_again", "2026-12-31"}};
    CHECK(f.answer("/api/reply", reply)["error"] == "not-found");
}

TEST_CASE("without its page the desk does the same in one command each") {
    Fixture f;
    f.world.submit(f.reporter, "report");
    REQUIRE(f.desk->unlock(Plaintext::copy(view(kPassphrase))).ok());
    Command command{.what = "reply", .case_id = "newest"};
    command.type = "acknowledgement";
    command.status = "acknowledged";
    command.text = "We have it.";
    command.look_again = "2026-12-31";
    CHECK(run_headless(*f.desk, command).error().code == Code::forbidden);
    command.no_conflict = true;
    CHECK(run_headless(*f.desk, command).ok());
    CHECK(f.world.mail().page(f.reporter.case_id(), 0)->total == 1);
}

TEST_CASE("the desk's table keeps the route contract") {
    Fixture f;
    const service::Table<App> table(*f.app, kRoutes, nullptr, guard_page);
    service::testing::check_route_contract(table);
}

}  // namespace parapet::desk::desk_test
