#include "intake/client/office.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/verify/bundle.h"
#include "tests/crypto/cast.h"

namespace parapet::reporter::office_test {

std::string fingerprint() { return cast::root().fingerprint().print(); }

TEST_CASE("an office is opened when the fingerprint of its root is the one that was given") {
    CHECK(open_office(cast::root_note(), cast::roster_note(), fingerprint()).ok());
    std::string other = fingerprint();
    other[0] = other[0] == '1' ? '2' : '1';
    CHECK(open_office(cast::root_note(), cast::roster_note(), other).error().code == Code::wrong_fingerprint);
    CHECK(open_office(cast::root_note(), cast::roster_note(), "12345").error().code == Code::malformed);
}

TEST_CASE("a roster that too few root officers signed opens no office") {
    const Bytes once = sign::sign_note(cast::roster_lines().print(), "root-1", cast::signing_key("root-1"));
    CHECK(open_office(cast::root_note(), once, fingerprint()).error().code == Code::threshold);
}

TEST_CASE("those who receive are the readers, and one who is left out gets no key") {
    const Office office = open_office(cast::root_note(), cast::roster_note(), fingerprint()).value();
    std::vector<std::string> labels;
    for (const verify::Member* reader : office.readers()) labels.push_back(reader->label);
    CHECK(labels == std::vector<std::string>{"the clerk", "the chief"});
    CHECK(office.audience({}, {}).value().readers.size() == 3);  // and recovery
    const PersonId clerk = office.readers()[0]->person;
    const PersonId chief = office.readers()[1]->person;
    CHECK(office.audience({clerk}, {}).value().readers ==
          std::vector<SealKey>{cast::member_keys("chief").seal_key});
    CHECK(office.audience({clerk, chief}, {}).error().code == Code::not_a_recipient);
}

TEST_CASE("of the older rosters those count that verify and are older") {
    const Office office = open_office(cast::root_note(), cast::roster_note(), fingerprint()).value();
    verify::RosterLines lines = cast::roster_lines();
    lines.version = 2;
    const Bytes older = cast::sign_by_officers(lines.print());
    lines.version = 1;
    const Bytes unsigned_enough = sign::sign_note(lines.print(), "root-1", cast::signing_key("root-1"));
    lines.version = 4;
    const Bytes newer = cast::sign_by_officers(lines.print());
    verify::BundleWriter bundle;
    for (const Bytes& note : {older, unsigned_enough, newer, cast::roster_note()})
        bundle.add(verify::RecordType::note, note);
    const auto known = office.with_older(bundle.finish()).value();
    REQUIRE(known.size() == 2);
    CHECK(known[0].lines().version == 2);
    CHECK(known[1].hash() == office.roster.hash());
}

}  // namespace parapet::reporter::office_test
