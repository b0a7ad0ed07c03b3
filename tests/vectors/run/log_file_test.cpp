#include "crypto/verify/log_file.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::log_file_test {

Result<Json> run(const Json& in) {
    const Bytes raw = bytes_of(in, "file");
    TRY(const auto file, verify::LogFile::parse(raw));
    verify::LogFileWriter again(file.leaves.size());
    Json leaves = Json::array();
    for (const ByteView leaf : file.leaves) {
        leaves.push_back(octets(leaf));
        again.add(leaf);
    }
    CHECK(again.finish(file.checkpoint) == raw);
    return Json{{"leaves", leaves}, {"checkpoint", octets(file.checkpoint)}};
}

TEST_CASE("log files are what the vectors say, and are written as they were read") {
    run_group("log-file", run);
}

}  // namespace parapet::vectors::log_file_test
