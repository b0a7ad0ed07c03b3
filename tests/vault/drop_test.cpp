#include "tests/vault/fixtures.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

class Drop {
public:
    Drop() {
        REQUIRE(create_store(file(), drop_key()).ok());
        writer = open_drop_for_intake(file(), drop_key()).value();
        reader = open_drop_for_reviewer(file(), drop_key()).value();
    }
    [[nodiscard]] std::filesystem::path file() const { return folder / "drop.db"; }

    Folder folder;
    Counting random;
    CaseId case_id = random.fixed<CaseId>();
    std::unique_ptr<DropWriter> writer;
    std::unique_ptr<DropReader> reader;
};

}  // namespace

TEST_CASE("the reviewer service reads a submission back as intake wrote it, without the reporter's wrap") {
    Drop drop;
    const SampleSubmission sent(drop.random, drop.case_id, 0, 16'512, 2);
    REQUIRE(drop.writer->submit(sent.row()).value() == Outcome::accepted);

    const auto waiting = drop.reader->waiting().value();
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.front().message == sent.row().objects[0].env_id);
    const StoredSubmission stored = drop.reader->submission(waiting.front().name).value();
    CHECK(stored.case_id == drop.case_id);
    CHECK(stored.day == kDay);
    CHECK(std::ranges::equal(stored.note, sent.row().note));
    REQUIRE(stored.objects.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(same(stored.objects[i], sent.row().objects[i]));
    CHECK(std::ranges::equal(stored.objects[0].member_wraps, sent.row().objects[0].member_wraps));
    CHECK(stored.objects[0].own_wrap.empty());
    CHECK(same(drop.reader->object({drop.case_id, 0}, sent.row().objects[2].part).value(),
               sent.row().objects[2]));
}

TEST_CASE("the reporter gets the own wrap back and never a member's") {
    Drop drop;
    const SampleSubmission sent(drop.random, drop.case_id, 0);
    REQUIRE(drop.writer->submit(sent.row()).ok());
    const StoredSubmission own = drop.writer->own(drop.case_id, 0).value();
    CHECK(std::ranges::equal(own.objects[0].own_wrap, sent.row().objects[0].own_wrap));
    CHECK(own.objects[0].member_wraps.empty());
    CHECK(drop.writer->own(drop.case_id, 1).error().code == Code::not_found);
}

TEST_CASE("the same submission again is a success and changes nothing") {
    Drop drop;
    const SampleSubmission sent(drop.random, drop.case_id, 0);
    REQUIRE(drop.writer->submit(sent.row()).value() == Outcome::accepted);
    CHECK(drop.writer->submit(sent.row()).value() == Outcome::already_accepted);
    CHECK(drop.reader->waiting().value().size() == 1);
}

TEST_CASE("another message under a number that is taken is refused as a duplicate") {
    Drop drop;
    const SampleSubmission first(drop.random, drop.case_id, 0);
    const SampleSubmission second(drop.random, drop.case_id, 0);
    REQUIRE(drop.writer->submit(first.row()).ok());
    CHECK(drop.writer->submit(second.row()).error().code == Code::duplicate);
    CHECK(std::ranges::equal(drop.writer->own(drop.case_id, 0).value().note, first.row().note));
}

TEST_CASE("a submission whose second object is refused leaves nothing of its first") {
    Drop drop;
    SampleSubmission sent(drop.random, drop.case_id, 0, 16'512, 1);
    sent.change().objects[1].part = 0;
    CHECK(drop.writer->submit(sent.row()).error().code == Code::duplicate);
    CHECK_FALSE(drop.writer->holds(drop.case_id).value());
    CHECK(drop.reader->object({drop.case_id, 0}, 0).error().code == Code::not_found);
}

TEST_CASE("the next free number counts this case alone") {
    Drop drop;
    const CaseId other = drop.random.fixed<CaseId>();
    CHECK(drop.writer->next_seq(drop.case_id).value() == 0);
    for (std::uint32_t seq = 0; seq < 3; ++seq)
        REQUIRE(drop.writer->submit(SampleSubmission(drop.random, drop.case_id, seq).row()).ok());
    CHECK(drop.writer->next_seq(drop.case_id).value() == 3);
    CHECK(drop.writer->next_seq(other).value() == 0);
    CHECK(drop.writer->holds(drop.case_id).value());
    CHECK_FALSE(drop.writer->holds(other).value());
}

TEST_CASE("after takeover members' wraps are gone from drop.db and the reporter's stays") {
    Drop drop;
    const SampleSubmission sent(drop.random, drop.case_id, 0);
    REQUIRE(drop.writer->submit(sent.row()).ok());
    const SubmissionName name{drop.case_id, 0};
    const auto waiting = drop.writer->waiting(10).value();
    REQUIRE(waiting.size() == 1);
    CHECK((waiting[0].name == name && waiting[0].message == sent.row().objects[0].env_id));

    REQUIRE(drop.writer->delete_member_wraps({drop.random.fixed<CaseId>(), 0}).ok());
    REQUIRE(drop.writer->delete_member_wraps({drop.case_id, 1}).ok());
    CHECK(drop.writer->waiting(10).value().size() == 1);  // another one's name deletes nothing
    REQUIRE(drop.writer->delete_member_wraps(name).ok());
    CHECK(drop.writer->waiting(10).value().empty());
    CHECK(drop.reader->waiting().value().empty());
    CHECK(drop.reader->submission(name).value().objects[0].member_wraps.empty());
    CHECK_FALSE(drop.writer->own(drop.case_id, 0).value().objects[0].own_wrap.empty());
}

TEST_CASE("nothing of members' wraps is in their row once they are deleted") {
    Drop drop;
    SampleSubmission sent(drop.random, drop.case_id, 0, 16'512, 2);
    sent.change().objects[1].kind = 5;  // has members' wraps as well
    sent.change().objects[1].member_wraps = sent.row().objects[0].member_wraps;
    sent.change().objects[1].env_id = sent.row().objects[0].env_id;
    REQUIRE(drop.writer->submit(sent.row()).ok());
    const auto left = [&] {
        auto db = sqlite::Connection::open(drop.file(), drop_key().reveal(), sqlite::Access::read).value();
        auto rows = db.query("SELECT members FROM objects").value();
        std::ptrdiff_t octets = 0;
        while (rows.next().value())
            octets += std::ranges::count_if(rows.view(0), [](std::uint8_t octet) { return octet != 0; });
        return octets;
    };
    CHECK(left() > 7'000);
    REQUIRE(drop.writer->delete_member_wraps({drop.case_id, 0}).ok());
    CHECK(left() == 0);
}

TEST_CASE("burning takes the reporter's wraps of every message and leaves members' wraps") {
    Drop drop;
    const SampleSubmission first(drop.random, drop.case_id, 0);
    const SampleSubmission second(drop.random, drop.case_id, 1);
    const SampleSubmission others(drop.random, drop.random.fixed<CaseId>(), 0);
    for (const auto* sent : {&first, &second, &others}) REQUIRE(drop.writer->submit(sent->row()).ok());
    REQUIRE(drop.writer->burn(drop.case_id).ok());
    REQUIRE(drop.writer->burn(drop.case_id).ok());
    CHECK(drop.writer->own(drop.case_id, 0).value().objects[0].own_wrap.empty());
    CHECK(drop.writer->own(drop.case_id, 1).value().objects[0].own_wrap.empty());
    CHECK_FALSE(drop.writer->own(others.row().case_id, 0).value().objects[0].own_wrap.empty());
    CHECK(drop.writer->waiting(10).value().size() == 3);
}

TEST_CASE("a buried case is gone and its bundle is refused for ever") {
    Drop drop;
    const SampleSubmission sent(drop.random, drop.case_id, 0, 16'512, 1);
    REQUIRE(drop.writer->submit(sent.row()).ok());
    CHECK(drop.writer->bury(drop.case_id).value().empty());
    CHECK_FALSE(drop.writer->holds(drop.case_id).value());
    CHECK(drop.reader->object({drop.case_id, 0}, sent.row().objects[1].part).error().code == Code::not_found);
    CHECK(drop.writer->waiting(10).value().empty());
    CHECK(drop.writer->submit(sent.row()).error().code == Code::forbidden);
}

TEST_CASE("each submission waits once, however many of its objects have wraps, until they are gone") {
    Drop drop;
    std::vector<SubmissionName> expected;
    for (std::uint32_t seq = 0; seq < 7; ++seq) {
        SampleSubmission one(drop.random, drop.case_id, seq, 16'512, 2);
        one.change().objects[1].kind = 5;  // has members' wraps as well
        REQUIRE(drop.writer->submit(one.row()).ok());
        if (seq == 2)
            REQUIRE(drop.writer->delete_member_wraps({drop.case_id, seq}).ok());
        else
            expected.push_back({drop.case_id, seq});
    }
    std::vector<SubmissionName> waiting;
    for (const WaitingSubmission& one : drop.reader->waiting().value()) waiting.push_back(one.name);
    std::ranges::sort(waiting);
    CHECK(waiting == expected);
    CHECK(drop.writer->waiting(4).value().size() == 4);
    const auto objects = drop.reader->submission({drop.case_id, 2}).value().objects;
    CHECK(std::ranges::all_of(objects, [](const StoredObject& o) { return o.member_wraps.empty(); }));
}

TEST_CASE("a second writer of the same store is refused while the first lives") {
    Drop drop;
    CHECK(open_drop_for_intake(drop.file(), drop_key()).error().code == Code::busy);
    drop.writer.reset();
    CHECK(open_drop_for_intake(drop.file(), drop_key()).ok());
}

}  // namespace parapet::vault::testing
