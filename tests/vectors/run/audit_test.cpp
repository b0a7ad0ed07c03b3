#include "crypto/verify/audit_leaf.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::audit_test {

// Whose key to ask for: what a reader of a log looks at before anything is verified.
bool says_service(ByteView note) {
    const std::string_view all = text(note);
    return all.find("\nevent received\n") != std::string_view::npos ||
           all.find("\nevent config\n") != std::string_view::npos;
}

Result<verify::AuditLeaf> verify_leaf(const Json& in) {
    const Bytes note = bytes_of(in, "note");
    TRY(const auto unverified_root, verify::UnverifiedRoot::parse(bytes_of(in, "root")));
    TRY(const auto root, unverified_root.verify_configured());
    TRY(const auto unverified_roster, verify::UnverifiedRoster::parse(bytes_of(in, "roster")));
    TRY(const auto roster, unverified_roster.verify(root));
    if (says_service(note)) return verify::AuditLeaf::verify_service(note, root);
    return verify::AuditLeaf::verify_member(note, roster);
}

Result<Json> run(const Json& in) {
    TRY(const auto leaf, verify_leaf(in));
    if (in.contains("now")) TRY_(leaf.check_time({in.at("now")}));
    const verify::AuditLines& lines = leaf.lines();
    const auto note = verify::UnverifiedNote::parse(leaf.note()).value();
    CHECK(lines.print() == note.text());
    Json objects = Json::array();
    for (const LogTag& o : lines.objects) objects.push_back(hex(o));
    Json out{{"event", verify::event_name(lines.event)}, {"actor", hex(lines.actor)}};
    if (lines.case_tag) out["case"] = hex(*lines.case_tag);
    out["objects"] = objects;
    out["leaf_hash"] = hex(leaf.leaf_hash());
    return out;
}

TEST_CASE("audit leaves are what the vectors say, and are printed as they were read") {
    run_group("audit", run);
}

}  // namespace parapet::vectors::audit_test
