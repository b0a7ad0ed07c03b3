#include "tests/intake/metadata/vector.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace parapet::metadata::testing {
namespace {

const std::filesystem::path kFolder =
    std::filesystem::path(PARAPET_SOURCE_DIR) / "tests" / "intake" / "metadata" / "vectors";

}  // namespace

Vector vector_of(const std::string& name) {
    std::ifstream in(kFolder / (name + ".json"));
    const nlohmann::json json = nlohmann::json::parse(in);
    Vector out;
    out.name = name;
    out.file = from_hex(json.at("file").get<std::string>()).value();
    out.picture = json.value("picture", true);
    out.refused = json.value("refused", "");
    out.found = json.value("found", std::vector<std::string>());
    out.cleaned = from_hex(json.value("cleaned", "")).value();
    return out;
}

std::vector<Vector> all_vectors() {
    std::vector<Vector> out;
    for (const auto& entry : std::filesystem::directory_iterator(kFolder))
        out.push_back(vector_of(entry.path().stem().string()));
    std::ranges::sort(out, {}, &Vector::name);
    return out;
}

}  // namespace parapet::metadata::testing
