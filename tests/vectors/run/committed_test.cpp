#include "tests/vectors/run/vectors.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <set>

namespace parapet::vectors::committed_test {

TEST_CASE("every vector file is what the groups of make/ write, and no group has another") {
    const auto written = write_all();
    REQUIRE_FALSE(written.empty());
    std::set<std::string> folders;
    for (const auto& [name, content] : written) {
        INFO(name);
        CHECK(read_text(name) == content);
        if (name.find('/') != std::string::npos) folders.insert(name.substr(0, name.find('/')));
    }
    for (const std::string& folder : folders)
        for (const std::string& name : files_of(folder)) {
            INFO(name);
            CHECK(written.contains(name));
        }
}

TEST_CASE("every vector says what it is about, and is accepted or refused with a code of the list") {
    const std::set<std::string_view> codes(kCodeNames.begin(), kCodeNames.end());
    for (const auto& [name, content] : write_all()) {
        if (!name.ends_with(".json") || name.find('/') == std::string::npos) continue;
        INFO(name);
        const Json vector = Json::parse(content);
        CHECK(vector.size() == 3);
        CHECK_FALSE(vector.at("about").get<std::string>().empty());
        CHECK(vector.contains("in"));
        CHECK((vector.contains("ok") || codes.contains(vector.at("refused").get<std::string>())));
    }
}

}  // namespace parapet::vectors::committed_test
