// What a person saves from a case, and taking the access away.
#include <catch2/catch_test_macros.hpp>

#include "tests/intake/plain/answering.h"

namespace parapet::plain::saving_test {

using intake::testing::OfficeFile;
using testing::Answering;
using testing::Visitor;

namespace {

constexpr const char* kStory = "The hours were signed before they were worked.";
const std::string kName = "letter “2”.pdf";

struct WithFile {
    Visitor visitor;
    std::string code = visitor.send_report(kStory);
    Answering office{visitor, code};
    Bytes octets = intake::testing::octets("letter", 900'000);
    std::string button{};

    void arrives(const std::function<void(OfficeFile&)>& change = {}) {
        office.send_file(kName, octets, [&](OfficeFile& file) {
            button = "file:" + to_hex(file.entry.env);
            if (change) change(file);
        });
        visitor.open(code);
    }
};

}  // namespace

TEST_CASE("a file of the office is saved octet for octet under its name, and the page stays as it was") {
    WithFile f;
    f.arrives();
    REQUIRE(f.visitor.sees("value=\"" + f.button + "\""));
    const std::string before = f.visitor.page();
    f.visitor.save(f.button, {{"write", "begun"}});
    REQUIRE(f.visitor.saved().has_value());
    CHECK(f.visitor.saved()->name == kName);
    CHECK(f.visitor.saved()->octets == text(f.octets));
    CHECK(f.visitor.page() == before);
}

TEST_CASE("of a file with one changed octet nothing is given, the page says so, and what was begun stays") {
    WithFile f;
    f.arrives([](OfficeFile& file) { file.core[500'000] ^= 1; });
    f.visitor.save(f.button, {{"write", "begun"}});
    CHECK_FALSE(f.visitor.saved().has_value());
    CHECK(f.visitor.reads("reply.file.bad", {{"code", "core-hash"}}));
    CHECK(f.visitor.field("write") == "begun");
}

TEST_CASE("while too many files are on their way, one more is told to come again, and loses nothing") {
    WithFile f;
    f.arrives();
    {
        const auto all = f.visitor.gateway().passage().fetches.take(4);
        REQUIRE(all.ok());
        f.visitor.save(f.button, {{"write", "begun"}});
        CHECK_FALSE(f.visitor.saved().has_value());
        CHECK(f.visitor.reads("error.busy"));
        CHECK(f.visitor.field("write") == "begun");
    }
    f.visitor.save(f.button);
    CHECK(f.visitor.saved().has_value());
    // What one took was given back when it was sent.
    CHECK(f.visitor.gateway().passage().octets.take(service::kGiB).ok());
    CHECK(f.visitor.gateway().passage().fetches.take(4).ok());
}

TEST_CASE("a file too large for these pages has no button but the way to get it, and is not fetched") {
    WithFile f;
    f.arrives([](OfficeFile& file) { file.entry.size = 256 * service::kMiB + 1; });
    CHECK(f.visitor.reads("plain.reply.large"));
    CHECK_FALSE(f.visitor.sees(f.button));
    f.visitor.save(f.button);
    CHECK_FALSE(f.visitor.saved().has_value());
    CHECK(f.visitor.reads("plain.reply.large"));
}

TEST_CASE("a proof of filing that does not verify is named on the page, and not given") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    office.send_filed({{1}, {2}, {3}, verify::TagKey::make([](auto) {})});
    visitor.open(code);
    CHECK(visitor.sees("reason: malformed"));
    CHECK_FALSE(visitor.reads("filing.save"));
    visitor.save("proof");
    CHECK_FALSE(visitor.saved().has_value());
}

TEST_CASE("access is taken away after it was said twice; then the code says that, to whoever has it") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    office.say(content::PublicStatus::review, "We read on.", 14);
    visitor.open(code);
    visitor.press("take-away");  // a button that this page does not have
    REQUIRE(visitor.reads("case.title"));
    visitor.press("remove", {{"write", "begun"}});
    CHECK(visitor.reads("remove.stays.office"));
    visitor.press("surely");
    CHECK(visitor.reads("remove.sure.text"));
    visitor.press("case");
    CHECK(visitor.field("write") == "begun");
    visitor.press("remove");
    visitor.press("surely");
    visitor.press("take-away");
    CHECK(visitor.reads("removed.you"));
    CHECK_FALSE(visitor.sees("begun"));
    visitor.send_again();
    CHECK(visitor.reads("removed.you"));
    visitor.open(code);
    CHECK(visitor.reads("removed.title"));
    CHECK(visitor.reads("removed.new"));
    CHECK_FALSE(visitor.sees("We read on."));
    visitor.press("lang:fr");
    CHECK(visitor.sees("lang=\"fr\""));
    CHECK_FALSE(visitor.reads("start.title"));
}

}  // namespace parapet::plain::saving_test
