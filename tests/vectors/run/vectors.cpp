#include "tests/vectors/run/vectors.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

namespace parapet::vectors {
namespace {

const std::filesystem::path kRoot = std::filesystem::path(PARAPET_SOURCE_DIR) / "tests" / "vectors";

}  // namespace

std::string read_text(const std::string& name) {
    std::ifstream in(kRoot / name, std::ios::binary);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> files_of(const std::string& group) {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(kRoot / group))
        if (entry.path().extension() == ".json")
            out.push_back(group + "/" + entry.path().filename().string());
    return out;
}

Bytes bytes_of(const Json& value) {
    if (value.is_string()) return from_hex(value.get<std::string>()).value();
    Bytes out;
    if (value.is_array()) {
        for (const Json& piece : value) put(out, bytes_of(piece));
        return out;
    }
    if (value.contains("text")) {
        put(out, value.at("text").get<std::string>());
        return out;
    }
    if (value.contains("file")) {
        const std::string whole = read_text(value.at("file").get<std::string>());
        const auto from = value.at("from").get<std::size_t>(), to = value.at("to").get<std::size_t>();
        put(out, view(whole).subspan(from, to - from));
        return out;
    }
    const Bytes once = bytes_of(value.at("repeat"));
    for (std::uint64_t i = 0; i < value.at("times").get<std::uint64_t>(); ++i) put(out, once);
    return out;
}

void run_group(const std::string& group, const Run& run) {
    const std::vector<std::string> names = files_of(group);
    REQUIRE_FALSE(names.empty());
    for (const std::string& name : names) {
        INFO(name);
        const Json vector = Json::parse(read_text(name));
        const Result<Json> result = run(vector.at("in"));
        const std::string got = result.ok() ? "accepted" : std::string(result.error().name());
        if (vector.contains("refused")) {
            CHECK(got == vector.at("refused").get<std::string>());
        } else {
            CHECK(got == "accepted");
            // Compared as text: order of keys and all.
            if (result.ok()) CHECK(result.value().dump(1) == vector.at("ok").dump(1));
        }
    }
}

}  // namespace parapet::vectors
