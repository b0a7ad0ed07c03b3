#include "intake/server/routes.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/verify/bundle.h"
#include "tests/crypto/cast.h"
#include "tests/intake/world.h"
#include "tests/service/route_contract.h"

namespace parapet::intake::routes_test {

using namespace testing;

TEST_CASE("the table of intake keeps the route contract") {
    World world;
    service::testing::check_route_contract(world.table());
}

TEST_CASE("the table of intake is exactly the one that API.md gives") {
    std::vector<std::string> paths;
    for (const auto& route : kRoutes) paths.emplace_back(route.path);
    CHECK(paths == std::vector<std::string>{"/api/deployment", "/api/rosters", "/api/challenge",
                                            "/api/submit", "/api/upload/begin", "/api/upload/piece",
                                            "/api/mailbox", "/api/own", "/api/fetch", "/api/burn"});
}

TEST_CASE("the deployment is the root note and the newest roster, as they were signed") {
    World world;
    const service::Answer answer = world.get("/api/deployment");
    const auto records = verify::parse_bundle(answer.body());
    REQUIRE(records.ok());
    REQUIRE(records->size() == 2);
    CHECK(text((*records)[0].bytes) == text(cast::root_note()));
    CHECK(text((*records)[1].bytes) == text(cast::roster_note()));
}

TEST_CASE("two challenges differ") {
    World world;
    CHECK(world.challenge() != world.challenge());
}

}  // namespace parapet::intake::routes_test
