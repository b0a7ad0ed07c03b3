// A drop.db of version 1, as it was written before its rows were laid out anew, and what is left of it in the
// newest: everything.
#include <algorithm>

#include "tests/vault/fixtures.h"
#include "vault/migrations/migrate.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

class FirstVersion {
public:
    FirstVersion() {
        auto db = sqlite::Connection::open(file, drop_key().reveal(), sqlite::Access::create_shared).value();
        REQUIRE(db.run_script(migrations(StoreKind::drop)[0].script).ok());
        waits.change().objects[1].upload = large;
        waits.change().objects[1].core = {};
        put(db, waits, 64);
        put(db, taken, 128);
        put(db, burned, 192);
        named.change().objects[1].kind = 5;
        put(db, named, 256);
        forget_members(db, taken.row().objects[0].env_id);
        forget_members(db, named.row().objects[0].env_id);
        REQUIRE(
            db.run("UPDATE objects SET own = NULL WHERE env_id = ?1", {burned.row().objects[0].env_id}).ok());
        REQUIRE(db.run("INSERT INTO tombstones (case_hash) VALUES (?1)", {tombstone_of(buried)}).ok());
    }

    Folder folder;
    std::filesystem::path file = folder / "drop.db";
    Counting random;
    SampleSubmission waits{random, random.fixed<CaseId>(), 0, 16'512, 2};
    SampleSubmission taken{random, random.fixed<CaseId>(), 3};
    SampleSubmission burned{random, random.fixed<CaseId>(), 0};
    SampleSubmission named{random, random.fixed<CaseId>(), 0, 16'512, 1};  // the name's shares still wait
    CaseId buried = random.fixed<CaseId>();
    UploadId large = random.fixed<UploadId>();

private:
    static void forget_members(sqlite::Connection& db, const EnvelopeId& env_id) {
        REQUIRE(
            db.run("DELETE FROM wraps WHERE id = (SELECT members FROM objects WHERE env_id = ?1)", {env_id})
                .ok());
        REQUIRE(db.run("UPDATE objects SET members = NULL WHERE env_id = ?1", {env_id}).ok());
    }
    static std::int64_t wraps(sqlite::Connection& db, ByteView wrapset) {
        REQUIRE(db.run("INSERT INTO wraps (wrapset) VALUES (?1)", {wrapset}).ok());
        return db.last_inserted();
    }
    // As intake wrote them then.
    static void put(sqlite::Connection& db, const SampleSubmission& sent, std::int64_t handle) {
        const NewSubmission& s = sent.row();
        REQUIRE(db.run("INSERT INTO submissions VALUES (?1, ?2, ?3, ?4, ?5)",
                       {s.case_id, s.seq, handle, s.day, Hash{}})
                    .ok());
        for (const NewObject& o : s.objects) {
            const bool message = o.part == 0;
            const sqlite::Value core = o.upload ? sqlite::Value(sqlite::Null()) : sqlite::Value(o.core);
            REQUIRE(db.run("INSERT INTO contents (note, digests, core) VALUES (?1, ?2, ?3)",
                           {message ? s.note : ByteView(), o.digests, core})
                        .ok());
            const std::int64_t content = db.last_inserted();
            std::optional<std::int64_t> members;
            std::optional<std::int64_t> own;
            if (o.kind != 6) {
                members = wraps(db, o.member_wraps);
                own = wraps(db, o.own_wrap);
            }
            REQUIRE(db.run("INSERT INTO objects VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                           {handle + o.part, o.env_id, s.case_id, s.seq, o.kind, o.core_len, o.core_hash,
                            o.upload, content, members, own})
                        .ok());
        }
    }
};

SubmissionName named(const SampleSubmission& one) { return {one.row().case_id, one.row().seq}; }

bool same(const StoredSubmission& stored, const NewSubmission& sent) {
    return stored.case_id == sent.case_id && stored.seq == sent.seq && stored.day == sent.day &&
           std::ranges::equal(stored.note, sent.note) &&
           std::ranges::equal(stored.objects, sent.objects,
                              [](const auto& a, const auto& b) { return testing::same(a, b); });
}

}  // namespace

TEST_CASE("a drop.db of the first version is refused until it is migrated, and then holds all it held") {
    FirstVersion old;
    CHECK(open_drop_for_intake(old.file, drop_key()).error().code == Code::unavailable);
    const Versions versions = migrate_store(old.file, drop_key()).value();
    CHECK((versions.before == 1 && versions.now == newest_version(StoreKind::drop)));

    const auto intake = open_drop_for_intake(old.file, drop_key()).value();
    const auto reviewer = open_drop_for_reviewer(old.file, drop_key()).value();
    for (const SampleSubmission* one : {&old.waits, &old.taken, &old.burned, &old.named}) {
        const NewSubmission& sent = one->row();
        CHECK(same(reviewer->submission({sent.case_id, sent.seq}).value(), sent));
        CHECK(intake->submit(sent).value() == Outcome::already_accepted);
    }
    CHECK(reviewer->object(named(old.waits), old.waits.row().objects[1].part).value().file == old.large);
    CHECK(intake->names_file(old.large).value());
    const SampleSubmission shredded(old.random, old.buried, 0);
    CHECK(intake->submit(shredded.row()).error().code == Code::forbidden);
}

TEST_CASE("a migrated drop.db has the wraps that were there, and not those that were gone") {
    const FirstVersion old;
    REQUIRE(migrate_store(old.file, drop_key()).ok());
    const auto intake = open_drop_for_intake(old.file, drop_key()).value();
    const auto reviewer = open_drop_for_reviewer(old.file, drop_key()).value();

    std::vector<SubmissionName> waiting;
    for (const WaitingSubmission& one : reviewer->waiting().value()) waiting.push_back(one.name);
    std::vector<SubmissionName> expected{named(old.waits), named(old.burned), named(old.named)};
    std::ranges::sort(waiting);
    std::ranges::sort(expected);
    CHECK(waiting == expected);
    const auto message = [](const StoredSubmission& of) { return of.objects.front(); };
    const NewObject& sent = old.waits.row().objects[0];
    CHECK(std::ranges::equal(message(reviewer->submission(named(old.waits)).value()).member_wraps,
                             sent.member_wraps));
    CHECK(
        std::ranges::equal(message(intake->own(old.waits.row().case_id, 0).value()).own_wrap, sent.own_wrap));
    CHECK(message(reviewer->submission(named(old.taken)).value()).member_wraps.empty());
    CHECK(intake->access(old.waits.row().case_id).value() == Access::held);
    CHECK(intake->access(old.burned.row().case_id).value() == Access::removed);
    CHECK(reviewer->access_removed().value() == std::vector{old.burned.row().case_id});
}

}  // namespace parapet::vault::testing
