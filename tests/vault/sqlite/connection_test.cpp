#include "vault/sqlite/connection.h"

#include <sqlcipher/sqlite3.h>

#include <fstream>
#include <iterator>

#include "tests/vault/fixtures.h"
#include "vault/sqlite/transaction.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::sqlite {
namespace {

using vault::testing::Counting;
using vault::testing::Folder;
using RawKey = Secret<32, struct TestKeyTag>;

RawKey raw_key(std::uint64_t seed) {
    Counting random(seed);
    return RawKey::random(random);
}

Result<Connection> open(const std::filesystem::path& file, Access access, std::uint64_t seed = 5) {
    return Connection::open(file, raw_key(seed).reveal(), access);
}

Connection with_table(const std::filesystem::path& file) {
    Connection db = open(file, Access::create_private).value();
    REQUIRE(db.run_script("CREATE TABLE t (n INTEGER, b BLOB, s TEXT) STRICT;").ok());
    return db;
}

std::int64_t number(Connection& db, Sql sql) {
    Rows rows = db.query(sql).value();
    REQUIRE(rows.next().value());
    return rows.integer(0);
}

// What SQLCipher itself says to a key of another form than ours.
bool opens_with(const std::filesystem::path& file, std::string_view key) {
    sqlite3* db = nullptr;
    bool fine =
        sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
        sqlite3_key_v2(db, "main", key.data(), static_cast<int>(key.size())) == SQLITE_OK &&
        sqlite3_exec(db, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(db);
    return fine;
}

std::string whole_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a store's key is the raw key, never a passphrase made of the same bytes") {
    Folder folder;
    { const Connection db = with_table(folder / "s.db"); }
    const RawKey key = raw_key(5);
    CHECK(opens_with(folder / "s.db", "x'" + to_hex(key.reveal()) + "'"));
    CHECK_FALSE(opens_with(folder / "s.db", text(key.reveal())));
    CHECK_FALSE(opens_with(folder / "s.db", to_hex(key.reveal())));
    CHECK_FALSE(opens_with(folder / "s.db", "x'" + to_hex(view(to_hex(key.reveal()))) + "'"));
}

TEST_CASE("a file that somebody made with a passphrase of the same bytes is refused") {
    Folder folder;
    const RawKey key = raw_key(5);
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((folder / "p.db").c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_key_v2(db, "main", key.reveal().data(), 32) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, "CREATE TABLE t (n)", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
    CHECK(open(folder / "p.db", Access::write).error().code == Code::storage_key);
}

TEST_CASE("another key, a plain database and a text file are refused by the same name") {
    Folder folder;
    { const Connection db = with_table(folder / "s.db"); }
    CHECK(open(folder / "s.db", Access::write, 6).error().code == Code::storage_key);
    CHECK(open(folder / "s.db", Access::read, 6).error().code == Code::storage_key);
    std::ofstream(folder / "text.db") << std::string(8192, 'x');
    CHECK(open(folder / "text.db", Access::write).error().code == Code::storage_key);
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((folder / "plain.db").c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, "CREATE TABLE t (n)", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
    CHECK(open(folder / "plain.db", Access::read).error().code == Code::storage_key);
}

TEST_CASE("a store is not opened where there is none, and not made where there is one") {
    Folder folder;
    CHECK(open(folder / "s.db", Access::write).error().code == Code::not_found);
    CHECK_FALSE(std::filesystem::exists(folder / "s.db"));
    { const Connection db = with_table(folder / "s.db"); }
    CHECK(open(folder / "s.db", Access::create_private).error().code == Code::duplicate);
    Connection again = open(folder / "s.db", Access::read).value();
    CHECK(number(again, "SELECT count(*) FROM t") == 0);
}

TEST_CASE("every connection is durable at commit, wipes what it deletes and keeps temporary data in memory") {
    Folder folder;
    Connection made = with_table(folder / "s.db");
    Connection writing = open(folder / "s.db", Access::write).value();
    for (Connection* db : {&made, &writing}) {
        CHECK(number(*db, "PRAGMA synchronous") == 2);
        CHECK(number(*db, "PRAGMA foreign_keys") == 1);
        CHECK(number(*db, "PRAGMA temp_store") == 2);
        CHECK(number(*db, "PRAGMA secure_delete") == 1);
        Rows mode = db->query("PRAGMA journal_mode").value();
        REQUIRE(mode.next().value());
        CHECK(mode.text(0) == "wal");
    }
}

TEST_CASE("a reading connection cannot write") {
    Folder folder;
    const Connection made = with_table(folder / "s.db");
    Connection reading = open(folder / "s.db", Access::read).value();
    CHECK(reading.run("INSERT INTO t (n) VALUES (1)").error().code == Code::permissions);
    CHECK(reading.run_script("DROP TABLE t;").error().code == Code::permissions);
}

TEST_CASE("what is bound comes back byte for byte, of its type") {
    Folder folder;
    Connection db = with_table(folder / "s.db");
    const Bytes zeros(3, 0);
    REQUIRE(
        db.run("INSERT INTO t (n, b, s) VALUES (?1, ?2, ?3)", {-5, zeros, std::string_view("a\0b", 3)}).ok());
    REQUIRE(
        db.run("INSERT INTO t (n, b, s) VALUES (?1, ?2, ?3)", {Null{}, Bytes{}, std::string_view()}).ok());
    Rows rows = db.query("SELECT n, b, s FROM t ORDER BY n DESC").value();
    REQUIRE(rows.next().value());
    CHECK(rows.integer(0) == -5);
    CHECK(rows.bytes(1) == zeros);
    CHECK(rows.text(2) == std::string_view("a\0b", 3));
    CHECK(rows.number<std::uint32_t>(0).error().code == Code::storage);
    CHECK(rows.fixed<Hash>(1).error().code == Code::storage);
    REQUIRE(rows.next().value());
    CHECK((rows.null(0) && !rows.null(1) && !rows.null(2)));
    CHECK((rows.bytes(1).empty() && rows.text(2).empty()));
    CHECK_FALSE(rows.next().value());
}

TEST_CASE("a transaction that is not committed leaves nothing") {
    Folder folder;
    Connection db = with_table(folder / "s.db");
    {
        const Transaction left = Transaction::begin(db, Transaction::Kind::write).value();
        REQUIRE(db.run("INSERT INTO t (n) VALUES (1)").ok());
        CHECK(db.in_transaction());
    }
    CHECK_FALSE(db.in_transaction());
    CHECK(number(db, "SELECT count(*) FROM t") == 0);
    {
        Transaction kept = Transaction::begin(db, Transaction::Kind::write).value();
        REQUIRE(db.run("INSERT INTO t (n) VALUES (1)").ok());
        REQUIRE(kept.commit().ok());
    }
    CHECK(number(db, "SELECT count(*) FROM t") == 1);
}

TEST_CASE("nothing that was stored stands in the files in the clear") {
    Folder folder;
    const std::string canary = "a canary that no other test writes";
    Connection db = with_table(folder / "s.db");
    REQUIRE(db.run("INSERT INTO t (s, b) VALUES (?1, ?2)", {std::string_view(canary), view(canary)}).ok());
    const auto files = {folder / "s.db", folder / "s.db-wal"};
    for (const auto& file : files) CHECK(whole_file(file).find(canary) == std::string::npos);
    CHECK(whole_file(folder / "s.db-wal").size() > 4096);  // it is in there, sealed
}

}  // namespace parapet::sqlite
