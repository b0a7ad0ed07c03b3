// What every store keeps, whichever it is: its key, its kind, its version, its folder.
#include <unistd.h>

#include <fstream>

#include "tests/vault/conditions.h"
#include "tests/vault/fixtures.h"
#include "vault/inspect.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

// All four, in one folder.
class Stores {
public:
    Stores() {
        REQUIRE(create_store(drop, drop_key()).ok());
        REQUIRE(create_store(mail, mail_key()).ok());
        REQUIRE(create_store(cases, cases_key()).ok());
        REQUIRE(create_store(keys, keys_key()).ok());
    }
    // What each way to open a store says, one code each.
    [[nodiscard]] std::vector<Code> open_all(std::uint64_t off = 0) const {
        const auto code = [](const auto& opened) { return opened.ok() ? Code::closed : opened.error().code; };
        return {code(open_drop_for_intake(drop, drop_key(11 + off))),
                code(open_drop_for_reviewer(drop, drop_key(11 + off))),
                code(open_mail_for_reviewer(mail, mail_key(12 + off))),
                code(open_mail_for_intake(mail, mail_key(12 + off))),
                code(open_cases_for_reviewer(cases, cases_key(13 + off))),
                code(open_keys_for_reviewer(keys, keys_key(14 + off)))};
    }
    void set_version(sqlite::Sql script) const {
        const auto set = [&](const auto& file, const auto& key) {
            auto db = sqlite::Connection::open(file, key.reveal(), sqlite::Access::write).value();
            REQUIRE(db.run_script(script).ok());
        };
        set(drop, drop_key());
        set(mail, mail_key());
        set(cases, cases_key());
        set(keys, keys_key());
    }

    Folder folder;
    std::filesystem::path drop = folder / "drop.db";
    std::filesystem::path mail = folder / "mail.db";
    std::filesystem::path cases = folder / "case.db";
    std::filesystem::path keys = folder / "keys.db";
};

constexpr Code kOpens = Code::closed;

}  // namespace

TEST_CASE("each store opens for its roles with its own key and for none with another") {
    const Stores stores;
    CHECK(stores.open_all() == std::vector(6, kOpens));
    CHECK(stores.open_all(100) == std::vector(6, Code::storage_key));
}

TEST_CASE("a store made by a newer program is refused, and nothing migrates it down") {
    const Stores stores;
    stores.set_version("PRAGMA user_version = 99;");
    CHECK(stores.open_all() == std::vector(6, Code::storage_newer));
    CHECK(migrate_store(stores.drop, drop_key()).error().code == Code::storage_newer);
    CHECK(inspect_store(stores.drop, drop_key(), false).value().version == 99);
}

TEST_CASE("an older store is refused until it is migrated, and what it held is still there") {
    Folder folder;
    const auto file = folder / "keys.db";
    Counting random;
    const auto case_id = random.fixed<CaseId>();
    const auto secret = verify::CaseSecret::random(random);
    REQUIRE(sqlite::Connection::open(file, keys_key().reveal(), sqlite::Access::create_private).ok());
    CHECK(open_keys_for_reviewer(file, keys_key()).error().code == Code::unavailable);
    const Versions versions = migrate_store(file, keys_key()).value();
    CHECK((versions.before == 0 && versions.now == newest_version(StoreKind::keys)));
    REQUIRE(open_keys_for_reviewer(file, keys_key()).value()->find_or_keep(case_id, secret).ok());
    const Versions again = migrate_store(file, keys_key()).value();
    CHECK((again.before == again.now && again.now == versions.now));
    CHECK(open_keys_for_reviewer(file, keys_key()).value()->find(case_id).value() == secret);
}

TEST_CASE("an emptied store is not taken for an older one") {
    const Stores stores;
    std::filesystem::resize_file(stores.drop, 0);
    CHECK(open_drop_for_intake(stores.drop, drop_key()).error().code == Code::storage);
}

TEST_CASE("a store is not migrated while a service writes it") {
    const Stores stores;
    const auto writer = open_drop_for_intake(stores.drop, drop_key()).value();
    CHECK(migrate_store(stores.drop, drop_key()).error().code == Code::busy);
}

TEST_CASE("one kind of store is not opened as another, whatever the key") {
    const Stores stores;
    const MailKey wrong_kind = MailKey::copy(drop_key().reveal());
    CHECK(open_mail_for_intake(stores.drop, wrong_kind).error().code == Code::storage);
    CHECK(open_mail_for_reviewer(stores.drop, wrong_kind).error().code == Code::storage);
}

TEST_CASE("a store that exists is not made again") {
    const Stores stores;
    CHECK(create_store(stores.drop, drop_key(77)).error().code == Code::duplicate);
    CHECK(open_drop_for_intake(stores.drop, drop_key()).ok());
}

TEST_CASE("in a folder that takes no files no store is made and none is written") {
    const Stores stores;
    std::filesystem::permissions(stores.folder.path(), std::filesystem::perms(0555));
    {
        const Powerless nobody;
        CHECK(create_store(stores.folder / "new.db", drop_key()).error().code == Code::permissions);
        if (::getuid() == 0)
            CHECK(open_drop_for_intake(stores.drop, drop_key()).error().code == Code::permissions);
    }
    std::filesystem::permissions(stores.folder.path(), std::filesystem::perms(0700));
    CHECK_FALSE(std::filesystem::exists(stores.folder / "new.db"));
    CHECK(stores.open_all() == std::vector(6, kOpens));
}

TEST_CASE("a user of the same group reads drop.db with or without its writer, and can write nothing") {
    if (::getuid() != 0) SKIP("needs root, to act as two users");
    const Stores stores;
    std::filesystem::permissions(stores.folder.path(), std::filesystem::perms(0755));
    for (const char* suffix : {"", "-wal", "-shm"})
        REQUIRE(::chown((stores.drop.string() + suffix).c_str(), 0, Powerless::kUser) == 0);
    Counting random;
    const SampleSubmission sent(random, random.fixed<CaseId>(), 0);
    const auto seen = [&] {
        const Powerless nobody;
        return open_drop_for_reviewer(stores.drop, drop_key()).value()->waiting().value().size();
    };
    CHECK(seen() == 0);
    {
        const auto writer = open_drop_for_intake(stores.drop, drop_key()).value();
        REQUIRE(writer->submit(sent.row()).ok());
        CHECK(seen() == 1);
    }
    CHECK(seen() == 1);
    const Powerless nobody;
    CHECK(sqlite::Connection::open(stores.keys, keys_key().reveal(), sqlite::Access::read).error().code ==
          Code::permissions);
    CHECK(sqlite::Connection::open(stores.drop, drop_key().reveal(), sqlite::Access::write)
              .value()
              .run("DELETE FROM objects")
              .error()
              .code == Code::permissions);
}

TEST_CASE("on a full disk a submission is refused by name, and every one before it is there") {
    Folder folder;
    const int code = on_small_disk(folder.path(), 2048, [&] {
        Counting random;
        if (!create_store(folder / "drop.db", drop_key()).ok()) return 1;
        auto writer = open_drop_for_intake(folder / "drop.db", drop_key()).value();
        std::vector<CaseId> accepted;
        Status last = Done{};
        while (last.ok() && accepted.size() < 1000) {
            const SampleSubmission sent(random, random.fixed<CaseId>(), 0);
            const auto outcome = writer->submit(sent.row());
            if (outcome.ok())
                accepted.push_back(sent.row().case_id);
            else
                last = outcome.error();
        }
        if (last.ok() || last.error().code != Code::storage_full) return 2;
        if (accepted.size() < 5) return 3;
        writer.reset();
        writer = open_drop_for_intake(folder / "drop.db", drop_key()).value();
        for (const CaseId& case_id : accepted)
            if (!writer->own(case_id, 0).ok()) return 4;
        return 0;
    });
    if (code == kNoSmallDisk) SKIP("this machine mounts no small disk");
    CHECK(code == 0);
}

TEST_CASE("a store key that others could read is refused, and so is one of another length") {
    Folder folder;
    const auto file = folder / "drop.key";
    CHECK(read_store_key<DropKey>(file).error().code == Code::not_found);
    REQUIRE(write_store_key(file, drop_key()).ok());
    CHECK(read_store_key<DropKey>(file).value() == drop_key());
    CHECK(write_store_key(file, drop_key(99)).error().code == Code::duplicate);
    for (const auto mode : {0640U, 0604U, 0601U}) {
        std::filesystem::permissions(file, std::filesystem::perms(mode));
        CHECK(read_store_key<DropKey>(file).error().code == Code::permissions);
    }
    std::filesystem::permissions(file, std::filesystem::perms(0600));
    std::filesystem::resize_file(file, 31);
    CHECK(read_store_key<DropKey>(file).error().code == Code::storage_key);
    std::filesystem::resize_file(file, 33);
    CHECK(read_store_key<DropKey>(file).error().code == Code::storage_key);
}

TEST_CASE("a check of a store finds one changed octet") {
    const Stores stores;
    CHECK(inspect_store(stores.cases, cases_key(), true).value().damaged == 0);
    {
        std::fstream file(stores.cases, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(5 * 4096 + 1000);
        file.put('!');
    }
    CHECK(inspect_store(stores.cases, cases_key(), true).value().damaged > 0);
}

}  // namespace parapet::vault::testing
