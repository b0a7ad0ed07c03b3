#include "vault/sqlite/failure.h"

#include <sqlcipher/sqlite3.h>

namespace parapet::sqlite {

Error failure(int sqlite_result) {
    switch (sqlite_result & 0xff) {
        case SQLITE_FULL:
            return {Code::storage_full, "the store has no room left"};
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {Code::permissions, "the store or its folder cannot be opened or written"};
        case SQLITE_IOERR:
            return {Code::io, "reading or writing the store failed"};
        case SQLITE_NOTADB:
            return {Code::storage_key, "another key than this store's, or not a store"};
        case SQLITE_CORRUPT:
            return {Code::storage, "the store is damaged"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {Code::busy, "the store is locked by another program"};
        case SQLITE_CONSTRAINT:
            return {Code::duplicate, "that place in the store is taken"};
        case SQLITE_NOMEM:
            return {Code::storage, "no memory for the store"};
        default:
            return {Code::storage, "the store refused"};
    }
}

}  // namespace parapet::sqlite
