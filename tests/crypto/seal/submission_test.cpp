// What the vectors cannot show of sealing: that it is fresh each time, complete, and opens for its readers
// alone.
#include "crypto/seal/submission.h"
#include "crypto/content/content.h"
#include "crypto/open/message.h"
#include "crypto/verify/submission.h"
#include "tests/crypto/cast.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::seal::submission_test {

struct World {
    SystemRandom random;
    verify::Roster roster = cast::roster();
    keys::ReporterKeys reporter =
        keys::ReporterKeys::derive(keys::Receipt::generate(random), cast::deployment());
    Place place{verify::Author::reporter, cast::deployment(), 0, roster.hash()};

    static content::Report report() {
        content::Report out;
        out.lang = "en";
        out.form_id = "misconduct";
        out.answers.emplace("what", content::Answer{std::string("One order was split into four.")});
        return out;
    }
    std::vector<SealKey> readers(const std::set<PersonId>& excluded = {}) {
        std::vector<SealKey> out;
        for (const verify::Member* member : roster.recipients(excluded).value())
            out.push_back(member->seal_key);
        return out;
    }
    SealedSubmission seal(const std::vector<FileToSeal>& files = {}, std::vector<SealKey> to = {}) {
        return SealedSubmission::seal(place, report(), files, reporter,
                                      Audience{to.empty() ? readers() : std::move(to)}, random, nullptr)
            .value();
    }
};

keys::SealKeyPair seal_pair(const char* member) {
    return keys::SealKeyPair::from_seed(keys::SealSeed::make([&](MutableBytes out) {
        kdf_into(out.first<32>(), cast::seed_of(member), "parapet/1/member-seal", {});
    }));
}

TEST_CASE("the same report sealed twice shares no octet that could link the two") {
    World world;
    const SealedSubmission one = world.seal(), two = world.seal();
    CHECK(one.message().env != two.message().env);
    CHECK(one.message().core_hash != two.message().core_hash);
    CHECK_FALSE(one.message().dek == two.message().dek);
}

TEST_CASE("a submission is what intake accepts: every object announced, hashed and signed") {
    World world;
    const Bytes content(70'000, 'f');
    const MemorySource file(content);
    const SealedSubmission sealed = world.seal({{&file, "photo.jpg", "image/jpeg"}});
    const Bytes bundle = sealed.bundle().value();
    CHECK(bundle.size() == sealed.bundle_length());
    const auto verified = verify::Submission::verify(bundle, cast::deployment());
    REQUIRE(verified.ok());
    CHECK(verified->objects().size() == 2);
    CHECK(verified->submit().lines().case_id == world.reporter.case_id());
}

TEST_CASE("every reader and the reporter open the report, the officer without a wrap does not") {
    World world;
    const SealedSubmission sealed = world.seal();
    for (const char* name : {"clerk", "chief"}) {
        const keys::Dek dek = open::unwrap(sealed.message().header, sealed.wraps(), seal_pair(name)).value();
        const auto opened = open::open_reporter_message(sealed.message().core, dek).value();
        const auto report = content::read_report(opened.json.reveal()).value();
        CHECK(std::get<std::string>(report.answers.at("what").value) == "One order was split into four.");
        CHECK(report.box == world.reporter.box().public_key());
    }
    CHECK(open::unwrap(sealed.message().header, sealed.wraps(), world.reporter.box()).ok());
    CHECK(open::unwrap(sealed.message().header, sealed.wraps(), seal_pair("officer")).error().code ==
          Code::not_a_recipient);
}

TEST_CASE("whoever the reporter leaves out gets no wrap, and then the recovery key gets none either") {
    World world;
    const PersonId chief = cast::member("chief", {}, 2).person;
    const SealedSubmission sealed = world.seal({}, world.readers({chief}));
    CHECK(open::unwrap(sealed.message().header, sealed.wraps(), seal_pair("chief")).error().code ==
          Code::not_a_recipient);
    CHECK(open::unwrap(sealed.message().header, sealed.wraps(), seal_pair("recovery")).error().code ==
          Code::not_a_recipient);
    CHECK(open::unwrap(sealed.message().header, sealed.wraps(), seal_pair("clerk")).ok());
}

TEST_CASE("an attachment opens with the key in its parent, and gives the file octet for octet") {
    World world;
    Bytes content(140'001);
    world.random.fill(content);
    const MemorySource file(content);
    const SealedSubmission sealed = world.seal({{&file, "evidence.bin", "application/octet-stream"}});
    const Sealer& sealer = sealed.files().front();
    Bytes core = sealer.header().encode();
    for (std::uint64_t i = 0; i < sealer.chunks(); ++i) put(core, sealer.chunk(i).value());
    const MemorySource source(core);
    const auto opener =
        open::StreamedOpener::verify(source, sealed.lines().objects[1].core_hash, sealer.dek()).value();
    CHECK(opener.content_size() == content.size());
    Bytes again;
    for (std::uint64_t i = 0; i < opener.pieces(); ++i) put(again, opener.piece(i).value().reveal());
    CHECK(again == content);
}

// A file that somebody writes to between the two passes.
class ChangingSource final : public Source {
public:
    [[nodiscard]] std::uint64_t size() const override { return 1'000; }
    [[nodiscard]] Status read(std::uint64_t, MutableBytes out) const override {
        std::fill(out.begin(), out.end(), reads_ == 0 ? 'a' : 'b');
        ++reads_;
        return Done{};
    }

private:
    mutable int reads_ = 0;
};

TEST_CASE("a file that changed between hashing and sending no longer matches what was signed") {
    World world;
    const ChangingSource file;
    const SealedSubmission sealed = world.seal({{&file, "log.txt", "text/plain"}});
    CHECK(verify::Submission::verify(sealed.bundle().value(), cast::deployment()).error().code ==
          Code::core_hash);
}

TEST_CASE("twenty-one files, a recipient twice, nobody to read: refused before anything is sealed") {
    World world;
    const Bytes one{'x'};
    const MemorySource file(one);
    const std::vector<FileToSeal> files(21, {&file, "x", "text/plain"});
    const auto sealed = [&](const std::vector<FileToSeal>& of, std::vector<SealKey> to) {
        return SealedSubmission::seal(world.place, World::report(), of, world.reporter,
                                      Audience{std::move(to)}, world.random, nullptr)
            .error()
            .code;
    };
    CHECK(sealed(files, world.readers()) == Code::too_large);
    std::vector<SealKey> twice = world.readers();
    twice.push_back(twice.front());
    CHECK(sealed({}, twice) == Code::duplicate);
}

TEST_CASE("a text beyond its limit is refused and not cut") {
    World world;
    content::Report report = World::report();
    report.answers.insert_or_assign("what", content::Answer{std::string(600 * 1024, 'x')});
    CHECK(SealedSubmission::seal(world.place, std::move(report), {}, world.reporter,
                                 Audience{world.readers()}, world.random, nullptr)
              .error()
              .code == Code::content_schema);
}

TEST_CASE("sizes that differ by a word look the same from outside") {
    World world;
    content::Report longer = World::report();
    longer.answers.insert_or_assign("what", content::Answer{std::string(9'000, 'x')});
    const auto other = SealedSubmission::seal(world.place, std::move(longer), {}, world.reporter,
                                              Audience{world.readers()}, world.random, nullptr);
    CHECK(world.seal().message().core.size() == other.value().message().core.size());
}

TEST_CASE(
    "under a roster with escrow every submission has an identity object, as long with a name as without") {
    World world;
    verify::RosterLines lines = cast::roster_lines();
    lines.escrow = 2;
    for (const auto& [name, index] : {std::pair{"keeper-1", 21}, {"keeper-2", 22}, {"keeper-3", 23}})
        lines.members.push_back(
            cast::member(name, {verify::Role::custodian}, static_cast<std::uint8_t>(index)));
    const verify::Roster roster = verify::UnverifiedRoster::parse(cast::sign_by_officers(lines.print()))
                                      .value()
                                      .verify(cast::root())
                                      .value();
    const auto sealed = [&](content::Identity identity, const std::set<PersonId>& excluded) {
        auto audience = Audience::of(roster, excluded, std::move(identity)).value();
        return SealedSubmission::seal(world.place, World::report(), {}, world.reporter, std::move(audience),
                                      world.random, nullptr)
            .value();
    };
    const content::GivenIdentity name{"A storekeeper", "by post", content::KnownTo::office};
    const SealedSubmission with = sealed({name}, {}), without = sealed({}, {});
    CHECK(with.bundle_length() == without.bundle_length());
    CHECK(with.identity()->object.core.size() == without.identity()->object.core.size());
    CHECK(verify::Submission::verify(with.bundle().value(), cast::deployment()).ok());
    const std::set<PersonId> two{cast::member("keeper-1", {}, 1).person,
                                 cast::member("keeper-2", {}, 1).person};
    CHECK(Audience::of(roster, two, {name}).error().code == Code::threshold);
    CHECK(sealed({}, two).identity()->shares.wraps.size() == 1);
}

}  // namespace parapet::seal::submission_test
