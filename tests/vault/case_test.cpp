#include "tests/vault/fixtures.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

constexpr std::chrono::days kOneDay{1};

class Cases {
public:
    Cases() {
        REQUIRE(create_store(file(), cases_key()).ok());
        store = open_cases_for_reviewer(file(), cases_key()).value();
    }
    [[nodiscard]] std::filesystem::path file() const { return folder / "case.db"; }

    CaseObject object(Lane lane, std::uint8_t kind, std::uint32_t seq, std::uint32_t part) {
        return {random.fixed<EnvelopeId>(), random.fixed<LogTag>(), lane, kind, seq, part, 16'512,
                random.fixed<Hash>(),       some_bytes(random, 226)};
    }
    // A leaf with these objects, and a wrap of the first for each reader.
    Record take_over(const CaseId& id, std::vector<CaseObject> objects, Day day = kDay) {
        const Bytes leaf = some_bytes(random, 300);
        Record record{0, id, day, some_bytes(random, 600), std::move(objects)};
        const CaseRow row{id, tag_of(id), "received", day};
        const auto done = store->write([&](CaseAct& act) -> Result<std::uint64_t> {
            TRY(const LeafPlace place,
                act.append_leaf({random.fixed<RecipientId>(), random.fixed<Nonce16>(), leaf}));
            record.leaf = place.index;
            TRY_(act.put_case(row));
            TRY_(act.put_record(record));
            for (const RecipientId& rid : readers)
                TRY_(act.put_wrap(id, record.objects.front().env_id, rid, rid));
            return place.index;
        });
        REQUIRE(done.ok());
        return record;
    }
    [[nodiscard]] static LogTag tag_of(const CaseId& id) { return LogTag{id.bytes}; }
    [[nodiscard]] std::vector<CaseId> inbox(const PersonId& reader, const RecipientId& rid,
                                            std::uint32_t first = 0, std::uint32_t most = 100) {
        std::vector<CaseId> out;
        const auto page =
            store->read([&](const CaseLook& look) { return look.inbox(reader, rid, first, most); }).value();
        for (const CaseRow& row : page.cases) out.push_back(row.case_id);
        return out;
    }

    Folder folder;
    Counting random;
    CaseId case_id = random.fixed<CaseId>();
    PersonId person = random.fixed<PersonId>();
    std::vector<RecipientId> readers{random.fixed<RecipientId>(), random.fixed<RecipientId>()};
    std::unique_ptr<CaseStore> store;
};

}  // namespace

TEST_CASE("a taken-over submission is found by case, tag, envelope and leaf") {
    Cases cases;
    const Record sent = cases.take_over(
        cases.case_id, {cases.object(Lane::reporter, 1, 0, 0), cases.object(Lane::reporter, 6, 0, 2)});
    const auto looked = cases.store->read([&](const CaseLook& look) -> Status {
        TRY(const CaseRow row, look.case_by_tag(Cases::tag_of(cases.case_id)));
        CHECK(row == CaseRow{cases.case_id, Cases::tag_of(cases.case_id), "received", kDay});
        TRY(const auto records, look.records(cases.case_id));
        CHECK(records == std::vector{sent});
        TRY(const auto by_tag, look.object_by_tag(cases.case_id, sent.objects[1].otag));
        CHECK((by_tag.object == sent.objects[1] && by_tag.leaf == sent.leaf &&
               by_tag.case_id == cases.case_id));
        TRY(const bool held, look.holds(sent.objects[0].env_id));
        CHECK(held);
        CHECK(look.core(sent.objects[0].env_id).error().code == Code::not_found);
        CHECK(look.object_by_tag(cases.random.fixed<CaseId>(), sent.objects[1].otag).error().code ==
              Code::not_found);
        return Done{};
    });
    CHECK(looked.ok());
}

TEST_CASE("each lane of a case counts for itself") {
    Cases cases;
    cases.take_over(cases.case_id, {cases.object(Lane::reporter, 1, 0, 0)});
    cases.take_over(cases.case_id, {cases.object(Lane::reply, 3, 0, 0)});
    cases.take_over(cases.case_id, {cases.object(Lane::reply, 3, 1, 0)});
    const auto next = [&](Lane lane) {
        return cases.store->read([&](const CaseLook& look) { return look.next_seq(cases.case_id, lane); })
            .value();
    };
    CHECK(next(Lane::reporter) == 1);
    CHECK(next(Lane::reply) == 2);
    CHECK(next(Lane::note) == 0);
}

TEST_CASE("a place in a lane is taken once") {
    Cases cases;
    const Record first = cases.take_over(cases.case_id, {cases.object(Lane::reply, 3, 0, 0)});
    const auto second = cases.store->write([&](CaseAct& act) {
        return act.put_record(
            {first.leaf + 1, cases.case_id, kDay, {}, {cases.object(Lane::reply, 3, 0, 0)}});
    });
    CHECK(second.error().code == Code::duplicate);
}

TEST_CASE("what the office wrote lies in case.db with its core") {
    Cases cases;
    const Record reply = cases.take_over(cases.case_id, {cases.object(Lane::reply, 3, 0, 0)});
    const EnvelopeId env_id = reply.objects[0].env_id;
    const Bytes core = some_bytes(cases.random, 16'512);
    const auto put = [&](ByteView bytes) {
        return cases.store->write([&](CaseAct& act) { return act.put_core(env_id, bytes); });
    };
    CHECK(put(ByteView(core).first(100)).error().code == Code::not_found);
    REQUIRE(put(core).ok());
    CHECK(cases.store->read([&](const CaseLook& look) { return look.core(env_id); }).value() == core);
}

TEST_CASE("a recused person has no row, no wrap and no count, and the others keep theirs") {
    Cases cases;
    const auto other = cases.random.fixed<PersonId>();
    const auto other_case = cases.random.fixed<CaseId>();
    const Record sent = cases.take_over(cases.case_id, {cases.object(Lane::reporter, 1, 0, 0)});
    cases.take_over(other_case, {cases.object(Lane::reporter, 1, 0, 0)});
    REQUIRE(cases.inbox(cases.person, cases.readers[0]).size() == 2);
    REQUIRE(cases.store
                ->write([&](CaseAct& act) {
                    return act.recuse(cases.case_id, cases.person, {cases.readers[0]}, 0);
                })
                .ok());
    CHECK(cases.inbox(cases.person, cases.readers[0]) == std::vector{other_case});
    CHECK(cases.inbox(other, cases.readers[1]).size() == 2);
    const auto looked = cases.store->read([&](const CaseLook& look) -> Status {
        const EnvelopeId env_id = sent.objects[0].env_id;
        CHECK(look.sealed_wrap(cases.case_id, env_id, cases.readers[0]).error().code ==
              Code::not_a_recipient);
        CHECK(look.sealed_wrap(cases.case_id, env_id, cases.readers[1]).ok());
        CHECK(look.recused(cases.case_id, cases.person).value());
        CHECK_FALSE(look.recused(cases.case_id, other).value());
        CHECK(look.recipients(cases.case_id).value() == std::vector{cases.readers[1]});
        return Done{};
    });
    CHECK(looked.ok());
}

TEST_CASE("a person recused stays out even when a wrap for a later key appears") {
    Cases cases;
    const auto later = cases.random.fixed<RecipientId>();
    const Record sent = cases.take_over(cases.case_id, {cases.object(Lane::reporter, 1, 0, 0)});
    REQUIRE(cases.store
                ->write([&](CaseAct& act) -> Status {
                    TRY_(act.recuse(cases.case_id, cases.person, cases.readers, 0));
                    return act.put_wrap(cases.case_id, sent.objects[0].env_id, later, later);
                })
                .ok());
    CHECK(cases.inbox(cases.person, later).empty());
}

TEST_CASE("the inbox shows the newest day first, in pages, and only cases with a wrap for the key") {
    Cases cases;
    std::vector<CaseId> newest_first;
    for (int n = 0; n < 5; ++n) {
        const auto id = cases.random.fixed<CaseId>();
        cases.take_over(id, {cases.object(Lane::reporter, 1, 0, 0)}, kDay + n * kOneDay);
        newest_first.insert(newest_first.begin(), id);
    }
    CHECK(cases.inbox(cases.person, cases.readers[0]) == newest_first);
    CHECK(cases.inbox(cases.person, cases.readers[0], 1, 2) ==
          std::vector(newest_first.begin() + 1, newest_first.begin() + 3));
    CHECK(cases.inbox(cases.person, cases.random.fixed<RecipientId>()).empty());
    const auto more = [&](std::uint32_t first) {
        return cases.store
            ->read([&](const CaseLook& look) { return look.inbox(cases.person, cases.readers[0], first, 3); })
            .value()
            .more;
    };
    CHECK(more(1));
    CHECK_FALSE(more(2));
}

TEST_CASE("a new message moves the case's day forward and never back") {
    Cases cases;
    cases.take_over(cases.case_id, {cases.object(Lane::reporter, 1, 0, 0)}, kDay + kOneDay);
    cases.take_over(cases.case_id, {cases.object(Lane::reporter, 2, 1, 0)}, kDay);
    const auto day = [&] {
        return cases.store->read([&](const CaseLook& look) { return look.case_of(cases.case_id); })
            .value()
            .day;
    };
    CHECK(day() == kDay + kOneDay);
    cases.take_over(cases.case_id, {cases.object(Lane::reporter, 2, 2, 0)}, kDay + 2 * kOneDay);
    CHECK(day() == kDay + 2 * kOneDay);
}

TEST_CASE("a revoked key loses its wraps in every case") {
    Cases cases;
    cases.take_over(cases.case_id, {cases.object(Lane::reporter, 1, 0, 0)});
    cases.take_over(cases.random.fixed<CaseId>(), {cases.object(Lane::reporter, 1, 0, 0)});
    REQUIRE(cases.store->write([&](CaseAct& act) { return act.revoke(cases.readers[0]); }).ok());
    CHECK(cases.inbox(cases.person, cases.readers[0]).empty());
    CHECK(cases.inbox(cases.person, cases.readers[1]).size() == 2);
}

TEST_CASE("a buried case is gone and its leaves are not") {
    Cases cases;
    const Record sent = cases.take_over(cases.case_id, {cases.object(Lane::reporter, 1, 0, 0)});
    REQUIRE(cases.store->write([&](CaseAct& act) { return act.bury(cases.case_id); }).ok());
    const auto looked = cases.store->read([&](const CaseLook& look) -> Status {
        CHECK(look.case_of(cases.case_id).error().code == Code::not_found);
        CHECK_FALSE(look.holds(sent.objects[0].env_id).value());
        CHECK(look.recipients(cases.case_id).value().empty());
        CHECK(look.leaf(sent.leaf).ok());
        return Done{};
    });
    CHECK(looked.ok());
}

TEST_CASE("a case's state is a word that can be changed") {
    Cases cases;
    cases.take_over(cases.case_id, {cases.object(Lane::reporter, 1, 0, 0)});
    const auto set = [&](const CaseId& id) {
        return cases.store->write([&](CaseAct& act) { return act.set_state(id, "review"); });
    };
    REQUIRE(set(cases.case_id).ok());
    CHECK(set(cases.random.fixed<CaseId>()).error().code == Code::not_found);
    CHECK(
        cases.store->read([&](const CaseLook& look) { return look.case_of(cases.case_id); }).value().state ==
        "review");
}

TEST_CASE("a case has one secret, kept once, until it is destroyed") {
    Folder folder;
    Counting random;
    REQUIRE(create_store(folder / "keys.db", keys_key()).ok());
    const auto keys = open_keys_for_reviewer(folder / "keys.db", keys_key()).value();
    const auto case_id = random.fixed<CaseId>();
    const auto first = verify::CaseSecret::random(random);
    const auto second = verify::CaseSecret::random(random);
    CHECK(keys->find(case_id).error().code == Code::not_found);
    CHECK(keys->find_or_keep(case_id, first).value() == first);
    CHECK(keys->find_or_keep(case_id, second).value() == first);
    CHECK(keys->find(case_id).value() == first);
    REQUIRE(keys->destroy(case_id).ok());
    CHECK(keys->find(case_id).error().code == Code::not_found);
}

}  // namespace parapet::vault::testing
