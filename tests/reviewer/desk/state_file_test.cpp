#include "reviewer/desk/state_file.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/reviewer/world.h"

namespace parapet::desk::state_file_test {

struct Fixture {
    Fixture() { REQUIRE(save_state(file, session.office(), memory()).ok()); }
    [[nodiscard]] officer::LogMemory memory() {
        CHECK(session.login().ok());
        officer::LogMemory out(session.office().root().lines().log);
        const auto head = world.app().cases->read(
            [&](const vault::CaseLook& look) { return world.app().log.sign_head(look); });
        out = officer::LogMemory::restore(session.office().root().lines().log, head->checkpoint).value();
        return out;
    }
    [[nodiscard]] Code refusal(const verify::Fingerprint& expected) const {
        const auto loaded = load_state(file, expected);
        return loaded.ok() ? Code::unavailable : loaded.error().code;
    }
    reviewer::testing::World world;
    officer::Session session = world.session(1);
    std::filesystem::path file = world.folder() / "desk" / "desk.state";
    verify::Fingerprint fingerprint = world.app().root().fingerprint();
};

TEST_CASE("a desk remembers root, rosters and the last checkpoint from one start to the next") {
    Fixture f;
    auto loaded = load_state(f.file, f.fingerprint);
    REQUIRE(loaded.ok());
    REQUIRE(loaded->has_value());
    CHECK((*loaded)->memory.seen() == f.session.seen());
    CHECK((*loaded)->office.roster().hash() == f.world.roster().hash());
}

TEST_CASE("a desk that never met an office remembers nothing, and says no more than that") {
    const Fixture f;
    const auto loaded = load_state(f.world.folder() / "desk" / "none", f.fingerprint);
    REQUIRE(loaded.ok());
    CHECK_FALSE(loaded->has_value());
}

TEST_CASE("a state file is private, and one that others may write is refused") {
    const Fixture f;
    struct stat facts {};
    REQUIRE(::stat(f.file.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777U) == 0600U);
    REQUIRE(::chmod(f.file.c_str(), 0660) == 0);
    CHECK(f.refusal(f.fingerprint) == Code::permissions);
}

TEST_CASE("a state file of another deployment is refused by its fingerprint") {
    const Fixture f;
    const auto other = verify::Fingerprint::parse("00000 00001 00002 00003 00004 00005 00006 00007");
    CHECK(f.refusal(*other) == Code::wrong_fingerprint);
}

TEST_CASE("a state file that was cut short is refused and not taken for a new desk") {
    const Fixture f;
    std::filesystem::resize_file(f.file, std::filesystem::file_size(f.file) - 1);
    CHECK(f.refusal(f.fingerprint) == Code::truncated);
}

}  // namespace parapet::desk::state_file_test
