#include "crypto/verify/root.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::root_test {

Result<verify::Root> verify_root(const Json& in) {
    TRY(const auto root, verify::UnverifiedRoot::parse(bytes_of(in, "root")));
    if (in.contains("pinned")) {
        TRY(const auto pinned, verify::Fingerprint::parse(in.at("pinned").get<std::string>()));
        return root.verify_pinned(pinned);
    }
    if (!in.contains("after")) return root.verify_configured();
    TRY(const auto old, verify::UnverifiedRoot::parse(bytes_of(in, "after")));
    TRY(const auto predecessor, old.verify_configured());
    return root.verify_successor(predecessor);
}

Result<Json> run(const Json& in) {
    TRY(const auto root, verify_root(in));
    const auto note = verify::UnverifiedNote::parse(root.note()).value();
    CHECK(root.lines().print() == note.text());
    return Json{{"fingerprint", root.fingerprint().print()},
                {"version", root.lines().version},
                {"evaluation", root.lines().evaluation}};
}

TEST_CASE("roots are what the vectors say, and are printed as they were read") { run_group("root", run); }

}  // namespace parapet::vectors::root_test
