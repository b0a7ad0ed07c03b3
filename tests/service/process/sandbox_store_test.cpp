// A SQLCipher file in WAL, written and read from inside the sandbox.
#include "crypto/base/secret.h"
#include "service/process/sandbox.h"
#include "tests/service/temp_folder.h"
#include "vault/sqlite/writer.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

namespace parapet::service::sandbox_store_test {

using sqlite::Access;
using sqlite::Connection;
using Key = Secret<32, struct TestKey>;

Status write_and_read(const std::string& file) {
    const Key key = Key::make([](MutableBytes out) { std::fill(out.begin(), out.end(), std::uint8_t{7}); });
    TRY(Connection created, Connection::open(file, key.reveal(), Access::create_private));
    TRY_(created.run_script("CREATE TABLE row (id INTEGER PRIMARY KEY, octets BLOB NOT NULL) STRICT"));
    const Bytes octets(20'000, 9);
    {
        sqlite::Writer writer(std::move(created));
        for (int i = 0; i < 50; ++i) {
            TRY_(writer.write([&octets](Connection& db) -> Status {
                return db.run("INSERT INTO row (octets) VALUES (?)", {ByteView(octets)});
            }));
        }
        TRY(Connection reader, Connection::open(file, key.reveal(), Access::read));
        TRY(sqlite::Rows rows, reader.query("SELECT count(*) FROM row"));
        TRY_(rows.expect(Error{Code::not_found, "no count"}));
        if (rows.integer(0) != 50) return Error{Code::storage, "another count"};
    }
    TRY(Connection again, Connection::open(file, key.reveal(), Access::write));
    return again.run("DELETE FROM row");
}

TEST_CASE("in the sandbox a store is created, written with fsync, read beside it and reopened") {
    const testing::TempFolder folder;
    const std::string file = folder / "store.db";
    const pid_t child = ::fork();
    if (child == 0) {
        bool worked = init_crypto().ok() && enter_sandbox(Network::accept_only).ok();
        worked = worked && write_and_read(file).ok();
        ::_exit(worked ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace parapet::service::sandbox_store_test
