// A file that was sealed elsewhere, brought to the office by a browser without scripts.
#include <catch2/catch_test_macros.hpp>

#include "tests/intake/plain/visitor.h"
#include "tests/intake/reporter.h"

namespace parapet::plain::sealed_test {
namespace {

using intake::testing::Reporter;
using testing::ChosenFile;
using testing::Visitor;

struct Piled final : seal::SealedSubmission::Sink {
    std::string octets;
    Status write(ByteView piece) override {
        octets.append(text(piece));
        return Done{};
    }
};

std::string sealed_file(Reporter& reporter, const verify::Roster& roster, const Reporter::Draft& draft) {
    Piled out;
    const auto sealed = reporter.seal(roster, draft);
    REQUIRE(sealed.each_piece(out).ok());
    return out.octets;
}

void bring(Visitor& visitor, const std::vector<ChosenFile>& files) {
    visitor.come();
    visitor.press("sealed");
    visitor.press_with_files("send-sealed", {}, files);
}

TEST_CASE(
    "a file that was sealed elsewhere is brought, with what is in it, and once more is the same report") {
    Visitor visitor;
    Reporter reporter("elsewhere");
    Reporter::Draft draft;
    draft.files.emplace_back(Bytes(2'000'000, 7));
    const ChosenFile file{"report.ppb", sealed_file(reporter, visitor.office().office.roster, draft)};
    for (int times = 0; times < 2; ++times) {
        bring(visitor, {file});
        CHECK(visitor.reads("sent.title"));
        CHECK(visitor.reads("file.sent"));
    }
    visitor.press("enter");
    visitor.press("case", {{"typed", std::string(text(reporter.receipt().reveal()))}});
    CHECK(visitor.reads("case.title"));
    const auto held = visitor.held_under(std::string(text(reporter.receipt().reveal())));
    REQUIRE(held.size() == 1);
    CHECK(std::get<content::Report>(held.front().own.said).attachments.size() == 1);
}

TEST_CASE(
    "what is no sealed file, is cut, was changed or is for another office is refused in words, and nothing "
    "arrives") {
    Visitor visitor;
    Reporter reporter("elsewhere");
    const std::string whole = sealed_file(reporter, visitor.office().office.roster, {});
    std::string changed = whole;
    changed[changed.size() / 2] ^= 1;
    const auto refused = [&](const std::vector<ChosenFile>& files, const char* why) {
        bring(visitor, files);
        CHECK(visitor.reads(why));
        CHECK(visitor.reads("file.title"));
    };
    refused({}, "file.first");
    refused({{"a.ppb", whole}, {"b.ppb", whole}}, "file.first");
    refused({{"letter.txt", "Dear office"}}, "file.wrong");
    refused({{"cut.ppb", whole.substr(0, whole.size() - 1)}}, "file.wrong");
    refused({{"changed.ppb", changed}}, "file.wrong");
    refused({{"nothing.ppb", whole.substr(0, 4) + std::string(4, '\0')}}, "file.wrong");
    visitor.press("start");
    visitor.press("enter");
    visitor.press("case", {{"typed", std::string(text(reporter.receipt().reveal()))}});
    CHECK(visitor.reads("case.nothing"));
}

}  // namespace
}  // namespace parapet::plain::sealed_test
