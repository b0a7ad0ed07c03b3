// The files of tests/intake/metadata/vectors/ (make.mjs says what is in them), for the C++ half.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crypto/base/bytes.h"

namespace parapet::metadata::testing {

struct Vector {
    std::string name;
    Bytes file;
    bool picture = true;
    std::string refused;  // a code, or empty
    std::vector<std::string> found;
    Bytes cleaned;
};

[[nodiscard]] std::vector<Vector> all_vectors();
[[nodiscard]] Vector vector_of(const std::string& name);  // without .json

}  // namespace parapet::metadata::testing
