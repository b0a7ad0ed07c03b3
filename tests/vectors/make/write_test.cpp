// Hidden from an ordinary run: `test_vectors "[.write]"`, by hand, after a format changed.
#include "tests/vectors/make/vector_file.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

namespace parapet::vectors::write_test {

TEST_CASE("every vector file is written, and what no group writes any more is taken away", "[.write]") {
    const std::filesystem::path root = std::filesystem::path(PARAPET_SOURCE_DIR) / "tests" / "vectors";
    const auto files = write_all();
    for (const auto& [name, content] : files) {
        const auto folder = (root / name).parent_path();
        std::filesystem::create_directories(folder);
        std::ofstream out(root / name, std::ios::binary);
        out << content;
        REQUIRE(out.good());
    }
    for (const auto& [name, content] : files)
        for (const auto& entry : std::filesystem::directory_iterator((root / name).parent_path())) {
            const std::string relative = std::filesystem::relative(entry.path(), root).generic_string();
            const auto kind = entry.path().extension();
            if ((kind == ".json" || kind == ".bin") && !files.contains(relative))
                std::filesystem::remove(entry.path());
        }
}

}  // namespace parapet::vectors::write_test
