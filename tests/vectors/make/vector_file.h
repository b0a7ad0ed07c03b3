// How tests/vectors/ is written: one file a case, the same bytes every time (crypto/SPEC.md section 14).
//
// A group is one .cpp file here: a function that puts cases into a VectorFolder, and one line
//     const Registered kRegistered{"notes", write_notes};
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "crypto/base/bytes.h"

namespace parapet::vectors {

using Json = nlohmann::ordered_json;

// The files of one group, by name.
class VectorFolder {
public:
    // `fact` and `fault` are the file names: lower case words joined by '-', none twice in a group.
    void ok(const std::string& fact, const std::string& about, Json in, Json ok);
    void refused(const std::string& fault, const std::string& about, Json in, Code code);
    // Any other JSON, such as the worked example.
    void add(const std::string& name, const Json& content);
    // Octets that several cases are pieces of: <name>.bin, which piece() names.
    void binary(const std::string& name, ByteView content);
    [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }

private:
    void put_file(const std::string& name, std::string content);
    std::map<std::string, std::string> files_;
};

// `folder` under tests/vectors/; "" for a file beside the folders.
struct Registered {
    Registered(std::string folder, void (*write)(VectorFolder&));
};

// Every registered group, written: path under tests/vectors/ -> bytes.
[[nodiscard]] std::map<std::string, std::string> write_all();

[[nodiscard]] Json hex(ByteView in);
[[nodiscard]] Json hex(std::string_view text);
// {"text": …} where the bytes are plain UTF-8, else hex: notes that a person can read.
[[nodiscard]] Json octets(ByteView in);
[[nodiscard]] inline Json octets(std::string_view in) { return octets(view(in)); }
// A list of pieces, long runs of one byte written as repeats.
[[nodiscard]] Json packed(ByteView in);
// {"file": …, "from": n, "to": m}: octets of a file under tests/vectors/.
[[nodiscard]] Json piece(const std::string& file, std::uint64_t from, std::uint64_t to);
// {"repeat": hex, "times": n}.
[[nodiscard]] Json repeated(ByteView in, std::uint64_t times);

}  // namespace parapet::vectors
