#include "service/config/configuration.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/service/temp_folder.h"

namespace parapet::service::configuration_test {

using std::chrono::hours;
using std::chrono::seconds;
using testing::TempFolder;
using TestSecret = Secret<32, struct TestSecretTag>;

Configuration parsed(std::string_view toml) { return Configuration::parse(toml, "/etc/parapet"); }

TEST_CASE("what the file says is what the program gets") {
    Configuration in = parsed(
        "listen = \"127.0.0.1:8443\"  # a comment\n"
        "site = \"site/../www\"\n"
        "store = \"/var/lib/drop.db\"\n"
        "threads = 12\n"
        "keep = \"24h\"\n"
        "strict = true\n");
    CHECK(write_address(in.address("listen")) == "127.0.0.1:8443");
    CHECK(in.path("site") == "/etc/parapet/www");
    CHECK(in.path("store") == "/var/lib/drop.db");
    CHECK(in.number("threads", 1, 100) == 12);
    CHECK(in.number_or("absent", 7, 1, 100) == 7);
    CHECK(in.duration("keep", seconds(1), hours(48)) == hours(24));
    CHECK(in.flag_or("strict", false));
    CHECK(in.finish().empty());
}

TEST_CASE("all faults are told at once, each with its line and its key") {
    Configuration in = parsed(
        "listen = \"localhost:8443\"\n"
        "threads = 1000\n"
        "keep = \"soon\"\n"
        "colour = \"blue\"\n"
        "name = 3\n");
    (void)in.address("listen");
    (void)in.number("threads", 1, 100);
    (void)in.duration("keep", seconds(1), hours(48));
    (void)in.text("name");
    (void)in.path("store");
    const std::vector<Fault> faults = in.finish();
    REQUIRE(faults.size() == 6);
    CHECK(faults[0].key == "store");
    CHECK(faults[0].problem == "missing");
    const char* keys[] = {"listen", "threads", "keep", "colour", "name"};
    for (std::uint32_t i = 0; i < 5; ++i) {
        INFO(i);
        CHECK(faults[i + 1].line == i + 1);
        CHECK(faults[i + 1].key == keys[i]);
    }
    CHECK(faults[4].problem == "unknown key");
}

TEST_CASE("a fault names the key and never the value") {
    Configuration in = parsed("name = 31337\nkeep = \"hush\"\nlisten = \"hush\"\n");
    (void)in.text("name");
    (void)in.duration("keep", seconds(1), hours(1));
    (void)in.address("listen");
    for (const Fault& fault : in.finish()) {
        CHECK(fault.problem.find("hush") == std::string::npos);
        CHECK(fault.problem.find("31337") == std::string::npos);
    }
}

TEST_CASE("a file that is not TOML is one fault with its line") {
    Configuration in = parsed("threads = 1\nthreads = 2\n");
    (void)in.number("threads", 1, 100);
    (void)in.text("name");
    const std::vector<Fault> faults = in.finish();
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].line == 2);
    CHECK(faults[0].problem == "not TOML");
}

TEST_CASE("a character outside ASCII is a fault with its line") {
    Configuration in = parsed(
        "threads = 1\nk\xc3\xa9"
        "y = 2\n");
    (void)in.number("threads", 1, 100);
    const std::vector<Fault> faults = in.finish();
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].line == 2);
}

TEST_CASE("a table inside the file is an unknown key") {
    Configuration in = parsed("[more]\nthreads = 1\n");
    REQUIRE(in.finish().size() == 1);
}

TEST_CASE("a number below zero, of another kind or out of its range is a fault") {
    for (const char* toml : {"n = -1", "n = 1.0", "n = \"1\"", "n = 0", "n = 101", "n = true", "n = []"}) {
        INFO(toml);
        Configuration in = parsed(toml);
        CHECK(in.number("n", 1, 100) == 1);
        CHECK(in.finish().size() == 1);
    }
}

TEST_CASE("a time is a count and one unit") {
    for (const char* toml :
         {"t = \"10\"", "t = \"s\"", "t = \"10 s\"", "t = \"-1s\"", "t = \"1w\"", "t = 10", "t = \"1ss\""}) {
        INFO(toml);
        Configuration in = parsed(toml);
        (void)in.duration("t", seconds(0), hours(1000));
        CHECK(in.finish().size() == 1);
    }
}

TEST_CASE("a secret is read from the file that is named, if only its owner can read that") {
    REQUIRE(init_crypto().ok());
    const TempFolder folder;
    const std::string octets(32, 'k');
    (void)folder.write("drop.key", octets);
    (void)folder.write("open.key", octets, std::filesystem::perms(0640));
    (void)folder.write("short.key", "k");
    Configuration in = Configuration::parse(
        "good = \"drop.key\"\nopen = \"open.key\"\nshort = \"short.key\"\nabsent = \"absent.key\"\n",
        folder / "");
    const auto good = in.secret<TestSecret>("good");
    CHECK(text(good.reveal()) == octets);
    (void)in.secret<TestSecret>("open");
    (void)in.secret<TestSecret>("short");
    (void)in.secret<TestSecret>("absent");
    const std::vector<Fault> faults = in.finish();
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].problem.starts_with("permissions"));
    CHECK(faults[1].problem.starts_with("configuration"));
    CHECK(faults[2].problem.starts_with("io"));
}

TEST_CASE("a secret file that others can read, write or that is no plain file is refused as permissions") {
    REQUIRE(init_crypto().ok());
    const TempFolder folder;
    for (const int mode : {0640, 0604, 0620, 0602, 0444}) {
        INFO(mode);
        const std::string path =
            folder.write("key" + std::to_string(mode), std::string(32, 'k'), std::filesystem::perms(mode));
        CHECK(read_secret_file<TestSecret>(path).error().code == Code::permissions);
    }
    CHECK(read_secret_file<TestSecret>("/dev/zero").error().code == Code::permissions);
}

TEST_CASE("a configuration file that is not there is io") {
    CHECK(Configuration::read("/nowhere/at/all.toml").error().code == Code::io);
}

}  // namespace parapet::service::configuration_test
