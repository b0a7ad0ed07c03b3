#include "vault/drop_reader.h"

#include "vault/drop_read.h"
#include "vault/open_store.h"

namespace parapet::vault {

DropReader::DropReader(sqlite::ReaderPool::Open open) : readers_(std::move(open), kReaders) {}

Result<std::unique_ptr<DropReader>> open_drop_for_reviewer(const std::filesystem::path& store,
                                                           const DropKey& key) {
    TRY_(open_store(store, key.reveal(), sqlite::Access::read, StoreKind::drop));
    return std::unique_ptr<DropReader>(new DropReader(reader_of(store, key, StoreKind::drop)));
}

Result<std::vector<EnvelopeId>> DropReader::waiting() {
    return readers_.read([&](sqlite::Connection& db) { return drop::waiting(db); });
}

Result<StoredSubmission> DropReader::submission(const EnvelopeId& message) {
    return readers_.read(
        [&](sqlite::Connection& db) { return drop::submission_of(db, message, drop::Wraps::members); });
}

Result<std::vector<CaseId>> DropReader::access_removed() {
    return readers_.read([&](sqlite::Connection& db) { return drop::all_access_removed(db); });
}

Result<StoredObject> DropReader::object(const EnvelopeId& env_id) {
    return readers_.read([&](sqlite::Connection& db) { return drop::object(db, env_id); });
}

}  // namespace parapet::vault
