#include "vault/uploads.h"

#include <algorithm>

namespace parapet::vault::uploads {
namespace {

// The reservation for this env_id, if there is one; duplicate when it was made for other bytes.
Result<std::optional<Upload>> reserved(sqlite::Connection& db, const Upload& wanted) {
    TRY(auto row,
        db.query("SELECT upload_id, core_len, core_hash FROM uploads WHERE env_id = ?1", {wanted.env_id}));
    TRY(const bool there, row.next());
    if (!there) return std::optional<Upload>();
    Upload found = wanted;
    TRY(found.id, row.fixed<UploadId>(0));
    TRY(found.core_len, row.number<std::uint64_t>(1));
    TRY(found.core_hash, row.fixed<Hash>(2));
    if (found.core_len != wanted.core_len || found.core_hash != wanted.core_hash)
        return Error{Code::duplicate, "an upload for this envelope was begun with other bytes"};
    return std::optional(found);
}

Result<std::uint64_t> reserved_bytes(sqlite::Connection& db) {
    TRY(auto row, db.query("SELECT coalesce(sum(core_len), 0) FROM uploads"));
    TRY_(row.expect({Code::storage, "the store did not count"}));
    return row.number<std::uint64_t>(0);
}

// The file of a stored object of these very octets: a submission whose answer was lost is sent again.
Result<std::optional<Upload>> stored(sqlite::Connection& db, const Upload& wanted) {
    TRY(auto row, db.query("SELECT file FROM objects WHERE env_id = ?1 AND core_len = ?2 AND core_hash = ?3 "
                           "AND file IS NOT NULL",
                           {wanted.env_id, wanted.core_len, wanted.core_hash}));
    TRY(const bool there, row.next());
    if (!there) return std::optional<Upload>();
    Upload found = wanted;
    TRY(found.id, row.fixed<UploadId>(0));
    return std::optional(found);
}

std::int64_t count_of(Hour hour) { return hour.time_since_epoch().count(); }

// What was begun or stored before, by the envelope; nothing when it is new.
Result<std::optional<Upload>> known(sqlite::Connection& db, const Upload& wanted) {
    TRY(const std::optional<Upload> before, reserved(db, wanted));
    if (before) return before;
    return stored(db, wanted);
}

Status reserve(sqlite::Connection& db, const Upload& wanted, Hour expires) {
    return db.run(
        "INSERT INTO uploads (upload_id, env_id, core_len, core_hash, expires_hour) "
        "VALUES (?1, ?2, ?3, ?4, ?5)",
        {wanted.id, wanted.env_id, wanted.core_len, wanted.core_hash, count_of(expires)});
}

}  // namespace

Result<std::vector<Upload>> begin(sqlite::Connection& db, const std::vector<Upload>& wanted, Hour expires,
                                  std::uint64_t most_bytes) {
    std::vector<Upload> out;
    std::vector<const Upload*> fresh;
    TRY(const std::uint64_t held, reserved_bytes(db));
    std::uint64_t room = most_bytes - std::min(most_bytes, held);
    // All that may refuse comes before the first row: who has written and is then refused costs all others of
    // its commit one of their own.
    for (const Upload& one : wanted) {
        TRY(const std::optional<Upload> before, known(db, one));
        out.push_back(before.value_or(one));
        if (before) continue;
        if (one.core_len > room)
            return Error{Code::busy, "unfinished uploads hold all the room there is for them"};
        room -= one.core_len;
        fresh.push_back(&one);
    }
    for (const Upload& one : out)  // of which only those that are reserved have a row
        TRY_(
            db.run("UPDATE uploads SET expires_hour = ?2 WHERE upload_id = ?1", {one.id, count_of(expires)}));
    for (const Upload* one : fresh) TRY_(reserve(db, *one, expires));
    return out;
}

Result<bool> has_begun(sqlite::Connection& db, const EnvelopeId& env_id) {
    TRY(auto row, db.query("SELECT EXISTS (SELECT 1 FROM uploads WHERE env_id = ?1) OR "
                           "EXISTS (SELECT 1 FROM objects WHERE env_id = ?1 AND file IS NOT NULL)",
                           {env_id}));
    TRY_(row.expect({Code::storage, "the store did not answer"}));
    return row.integer(0) != 0;
}

Result<Upload> find(sqlite::Connection& db, const UploadId& id) {
    Upload out;
    out.id = id;
    TRY(auto row, db.query("SELECT env_id, core_len, core_hash FROM uploads WHERE upload_id = ?1", {id}));
    TRY_(row.expect({Code::not_found, "no such upload"}));
    TRY(out.env_id, row.fixed<EnvelopeId>(0));
    TRY(out.core_len, row.number<std::uint64_t>(1));
    TRY(out.core_hash, row.fixed<Hash>(2));
    return out;
}

Status finish(sqlite::Connection& db, const Upload& upload) {
    TRY_(db.run(
        "DELETE FROM uploads WHERE upload_id = ?1 AND env_id = ?2 AND core_len = ?3 AND core_hash = ?4",
        {upload.id, upload.env_id, upload.core_len, upload.core_hash}));
    if (db.changed() != 1)
        return Error{Code::incomplete, "an upload is not there, or was begun for other bytes"};
    return Done{};
}

Status expire(sqlite::Connection& db, Hour now) {
    return db.run("DELETE FROM uploads WHERE expires_hour <= ?1", {count_of(now)});
}

Result<bool> names_file(sqlite::Connection& db, const UploadId& file) {
    TRY(auto row, db.query("SELECT EXISTS (SELECT 1 FROM uploads WHERE upload_id = ?1) OR "
                           "EXISTS (SELECT 1 FROM objects WHERE file = ?1)",
                           {file}));
    TRY_(row.expect({Code::storage, "the store did not answer"}));
    return row.integer(0) != 0;
}

}  // namespace parapet::vault::uploads
