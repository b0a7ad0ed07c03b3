#include "crypto/content/content.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::content_test {

template <class T>
Result<Json> again(const Result<T>& parsed) {
    if (!parsed.ok()) return parsed.error();
    TRY(const Plaintext json, content::write(*parsed));
    return Json{{"again", text(json.reveal())}};
}

Result<Json> run(const Json& in) {
    const Bytes json = bytes_of(in, "json");
    switch (in.at("kind").get<int>()) {
        case 1:
            return again(content::read_report(json));
        case 2:
            return again(content::read_message(json));
        case 3:
            return again(content::read_reply(json));
        case 4:
            return again(content::read_note(json));
        default:
            return again(content::read_identity(json));
    }
}

TEST_CASE("contents are read strictly and written alike in both languages") { run_group("content", run); }

}  // namespace parapet::vectors::content_test
