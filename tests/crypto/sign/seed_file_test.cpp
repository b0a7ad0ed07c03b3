#include "crypto/sign/seed_file.h"

#include <sys/stat.h>

#include "tests/crypto/cast.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

namespace parapet::sign::seed_file_test {

namespace fs = std::filesystem;

struct Folder {
    fs::path path = fs::temp_directory_path() / ("parapet-seed-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    [[nodiscard]] fs::path write(const std::string& content, mode_t mode = 0600) const {
        const fs::path file = path / "seed";
        fs::remove(file);
        std::ofstream(file, std::ios::binary) << content;
        REQUIRE(::chmod(file.c_str(), mode) == 0);
        return file;
    }
};

const std::string kGood = std::string(64, 'a') + "\n";

TEST_CASE("a seed that was written is read again, from a file that only its owner can read") {
    const Folder folder;
    const fs::path file = folder.path / "log.seed";
    const SignSeed seed = SignSeed::copy(cast::seed_of("log").bytes);
    REQUIRE(write_seed_file(file, seed).ok());
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(fs::file_size(file) == 65);
    CHECK(read_seed_file(file).value() == seed);
}

TEST_CASE("a seed is never written over another") {
    const Folder folder;
    const SignSeed seed = SignSeed::copy(cast::seed_of("log").bytes);
    CHECK(write_seed_file(folder.write(kGood), seed).error().code == Code::io);
}

TEST_CASE("a seed file that others may read is refused") {
    const Folder folder;
    for (const mode_t mode : {0640U, 0604U, 0660U, 0700U, 0400U}) {
        INFO(mode);
        CHECK(read_seed_file(folder.write(kGood, mode)).error().code == Code::permissions);
    }
}

TEST_CASE("a folder or a link in the place of a seed file is refused") {
    const Folder folder;
    CHECK(read_seed_file(folder.path).error().code == Code::permissions);
    fs::create_symlink(folder.write(kGood), folder.path / "link");
    CHECK(read_seed_file(folder.path / "link").error().code == Code::io);
    CHECK(read_seed_file(folder.path / "none").error().code == Code::io);
}

TEST_CASE("a seed file of another form is refused") {
    const Folder folder;
    for (const std::string& content :
         {std::string(), std::string(64, 'a'), std::string(65, 'a'), kGood + "\n",
          std::string(63, 'a') + "g\n", std::string(62, 'a') + "\n",
          std::string(32, 'a') + ":" + std::string(31, 'a') + "\n"}) {
        INFO(content.size());
        CHECK(read_seed_file(folder.write(content)).error().code == Code::malformed);
    }
}

}  // namespace parapet::sign::seed_file_test
