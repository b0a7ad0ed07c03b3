#include "intake/server/current_deployment.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/crypto/cast.h"
#include "tests/intake/world.h"

namespace parapet::intake::current_deployment_test {

using namespace testing;

CurrentDeployment current(const Prepared& folder) {
    return {vault::DeploymentFolder::read(folder / "deployment").value(), folder / "deployment"};
}

verify::RosterLines next_roster() {
    verify::RosterLines lines = cast::roster_lines();
    lines.version = 4;
    lines.prev = cast::roster().hash();
    lines.issued = lines.issued.plus(20);
    lines.expires = lines.issued.plus(90);
    return lines;
}

void write(const std::string& path, ByteView octets) {
    std::filesystem::remove(path);
    std::ofstream(path, std::ios::binary) << text(octets);
}

TEST_CASE("a newer roster comes into force, and whoever holds the older one keeps it whole") {
    const Prepared folder;
    CurrentDeployment deployment = current(folder);
    const CurrentDeployment::Held before = deployment.now();
    CHECK_FALSE(deployment.reload().value());
    folder.add_roster(next_roster());
    CHECK(deployment.reload().value());
    CHECK(deployment.now()->roster().lines().version == 4);
    CHECK(before->roster().lines().version == 3);
}

TEST_CASE("when the newest roster is taken out of the folder, it stays in force") {
    const Prepared folder;
    folder.add_roster(next_roster());
    CurrentDeployment deployment = current(folder);
    std::filesystem::remove(folder / "deployment/rosters/4.note");
    CHECK(deployment.reload().error().code == Code::rolled_back);
    CHECK(deployment.now()->roster().lines().version == 4);
}

TEST_CASE("another roster of the version in force is refused") {
    const Prepared folder;
    CurrentDeployment deployment = current(folder);
    verify::RosterLines lines = cast::roster_lines();
    lines.members.pop_back();
    write(folder / "deployment/rosters/3.note", cast::sign_by_officers(lines.print()));
    CHECK(deployment.reload().error().code == Code::rolled_back);
}

TEST_CASE("a roster that too few officers signed changes nothing") {
    const Prepared folder;
    CurrentDeployment deployment = current(folder);
    write(folder / "deployment/rosters/4.note",
          sign::sign_note(next_roster().print(), "root-1", cast::signing_key("root-1")));
    CHECK(deployment.reload().error().code == Code::threshold);
    CHECK(deployment.now()->roster().lines().version == 3);
}

TEST_CASE(
    "the next root, signed by the officers before, comes into force; one that skips a version does not") {
    const Prepared folder;
    CurrentDeployment deployment = current(folder);
    verify::RootLines lines = cast::root_lines();
    lines.version = 3;
    lines.origins = {"https://moved.example.org"};
    write(folder / "deployment/root.note", cast::sign_by_officers(lines.print()));
    CHECK(deployment.reload().error().code == Code::rolled_back);
    lines.version = 2;
    write(folder / "deployment/root.note", cast::sign_by_officers(lines.print()));
    CHECK(deployment.reload().value());
    CHECK(deployment.now()->root().has_origin("https://moved.example.org"));
}

TEST_CASE("the notes of another deployment are refused") {
    const Prepared folder;
    CurrentDeployment deployment = current(folder);
    verify::RootLines root = cast::root_lines();
    root.deployment.bytes[0] ^= 1;
    verify::RosterLines roster = cast::roster_lines();
    roster.deployment = root.deployment;
    write(folder / "deployment/root.note", cast::sign_by_officers(root.print()));
    write(folder / "deployment/rosters/3.note", cast::sign_by_officers(roster.print()));
    CHECK(deployment.reload().error().code == Code::wrong_deployment);
}

}  // namespace parapet::intake::current_deployment_test
