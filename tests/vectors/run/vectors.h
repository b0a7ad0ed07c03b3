// Runs the files of one group against one function.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "crypto/base/bytes.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors {

// What a group's function makes of "in": the "ok" object, or a refusal.
using Run = std::function<Result<Json>(const Json& in)>;

// Every *.json of tests/vectors/<group>/: refused with the code the file names, or the object it gives.
// Fails when the group has no file.
void run_group(const std::string& group, const Run& run);

// `name` is a path under tests/vectors/.
[[nodiscard]] std::string read_text(const std::string& name);
[[nodiscard]] std::vector<std::string> files_of(const std::string& group);

// Hex, {"text"}, {"repeat", "times"}, {"file", "from", "to"}, or a list of these, joined. Throws (and so
// fails the test) on anything else.
[[nodiscard]] Bytes bytes_of(const Json& value);
[[nodiscard]] inline Bytes bytes_of(const Json& in, const char* key) { return bytes_of(in.at(key)); }
template <class F>
[[nodiscard]] F fixed_of(const Json& in, const char* key) {
    return F::from(bytes_of(in, key)).value();
}

}  // namespace parapet::vectors
