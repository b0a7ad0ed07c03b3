#include "crypto/verify/custodians.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::custodians_test {

Status check_submitted(const verify::Roster& roster, const Json& in) {
    verify::EnvelopeHeader report;
    verify::EnvelopeHeader identity;
    identity.kind = verify::Kind::identity;
    std::vector<verify::EnvelopeHeader> headers{report};
    if (in.at("identity").get<bool>()) headers.push_back(identity);
    verify::Digests shares;
    if (in.contains("shares"))
        for (const Json& rid : in.at("shares"))
            shares.entries.push_back({RecipientId::from(bytes_of(rid)).value(), {}});
    return verify::check_identity(roster, headers, &shares);
}

Result<Json> run(const Json& in) {
    TRY(const auto unverified_root, verify::UnverifiedRoot::parse(bytes_of(in, "root")));
    TRY(const auto root, unverified_root.verify_configured());
    TRY(const auto unverified, verify::UnverifiedRoster::parse(bytes_of(in, "roster")));
    TRY(const auto roster, unverified.verify(root));
    if (in.contains("identity")) TRY_(check_submitted(roster, in));
    std::set<PersonId> exclude;
    if (in.contains("exclude"))
        for (const Json& person : in.at("exclude")) exclude.insert(PersonId::from(bytes_of(person)).value());
    Json holders = Json::array();
    for (const verify::Member* member : verify::custodians(roster, exclude)) {
        CHECK(verify::share_index(roster, member->person) == member->index);
        holders.push_back({{"rid", hex(member->rid)}, {"index", member->index}});
    }
    return Json{{"custodians", holders}, {"keeps_names", verify::keeps_names(roster, exclude)}};
}

TEST_CASE("who keeps names, and what a submission must carry for it, is what the vectors say") {
    run_group("custodians", run);
}

}  // namespace parapet::vectors::custodians_test
