#include "tests/vectors/make/corpus.h"

#include <fstream>

#include "crypto/base/result.h"

namespace parapet::vectors {
namespace {

constexpr std::size_t kMostInputs = 12;

}  // namespace

Corpus::Corpus(const std::string& target)
    : folder_(std::filesystem::path(PARAPET_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / ("fuzz_" + target)) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
}

void Corpus::add(const std::string& name, ByteView bytes) {
    if (++count_ > kMostInputs) return;
    std::ofstream out(folder_ / name, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    INVARIANT(out.good());
}

}  // namespace parapet::vectors
