// The inputs that one fuzz target starts from: tests/fuzz/corpus/fuzz_<target>/, emptied first.
#pragma once

#include <filesystem>
#include <string>

#include "crypto/base/bytes.h"

namespace parapet::vectors {

class Corpus {
public:
    explicit Corpus(const std::string& target);
    // The first twelve; what is added after them is left out.
    void add(const std::string& name, ByteView bytes);
    void add(const std::string& name, std::string_view words) { add(name, view(words)); }

private:
    std::filesystem::path folder_;
    std::size_t count_ = 0;
};

}  // namespace parapet::vectors
