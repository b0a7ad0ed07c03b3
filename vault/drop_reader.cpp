#include "vault/drop_reader.h"

#include <limits>

#include "vault/drop_read.h"
#include "vault/open_store.h"

namespace parapet::vault {
namespace {

constexpr std::size_t kAll = std::numeric_limits<std::int64_t>::max();

}  // namespace

DropReader::DropReader(sqlite::ReaderPool::Open open) : readers_(std::move(open), kReaders) {}

Result<std::unique_ptr<DropReader>> open_drop_for_reviewer(const std::filesystem::path& store,
                                                           const DropKey& key) {
    TRY_(open_store(store, key.reveal(), sqlite::Access::read, StoreKind::drop));
    return std::unique_ptr<DropReader>(new DropReader(reader_of(store, key, StoreKind::drop)));
}

Result<std::vector<WaitingSubmission>> DropReader::waiting() {
    return readers_.read([&](sqlite::Connection& db) { return drop::waiting(db, kAll); });
}

Result<StoredSubmission> DropReader::submission(const SubmissionName& name) {
    return readers_.read(
        [&](sqlite::Connection& db) { return drop::submission(db, name, drop::Wraps::members); });
}

Result<std::vector<CaseId>> DropReader::access_removed() {
    return readers_.read([&](sqlite::Connection& db) { return drop::all_access_removed(db); });
}

Result<StoredObject> DropReader::object(const SubmissionName& of, std::uint32_t part) {
    return readers_.read([&](sqlite::Connection& db) { return drop::object(db, of, part); });
}

}  // namespace parapet::vault
