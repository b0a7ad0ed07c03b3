#include "crypto/verify/roster.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::roster_test {

Result<Json> run(const Json& in) {
    TRY(const auto unverified_root, verify::UnverifiedRoot::parse(bytes_of(in, "root")));
    TRY(const auto root, unverified_root.verify_configured());
    TRY(const auto unverified, verify::UnverifiedRoster::parse(bytes_of(in, "roster")));
    TRY(const auto roster, unverified.verify(root));
    const auto note = verify::UnverifiedNote::parse(roster.note()).value();
    CHECK(roster.lines().print() == note.text());
    if (in.contains("today")) {
        const verify::Day today = verify::Day::parse(in.at("today").get<std::string>()).value();
        TRY_(roster.accept(today, in.at("last_version")));
    }
    std::set<PersonId> exclude;
    if (in.contains("exclude"))
        for (const Json& person : in.at("exclude")) exclude.insert(PersonId::from(bytes_of(person)).value());
    TRY(const auto recipients, roster.recipients(exclude));
    Json rids = Json::array();
    for (const verify::Member* m : recipients) rids.push_back(hex(m->rid));
    return Json{{"hash", hex(roster.hash())}, {"version", roster.lines().version}, {"recipients", rids}};
}

TEST_CASE("rosters are what the vectors say, and are printed as they were read") { run_group("roster", run); }

}  // namespace parapet::vectors::roster_test
