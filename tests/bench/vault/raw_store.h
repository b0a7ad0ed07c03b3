// The measure: SQLCipher with the same settings and one durable commit for each blob, and nothing around it.
#pragma once

#include <filesystem>

#include "vault/sqlite/connection.h"

namespace parapet::vault::bench {

class RawStore {
public:
    [[nodiscard]] static Result<RawStore> create(const std::filesystem::path& file,
                                                 std::span<const std::uint8_t, 32> key);
    [[nodiscard]] Status put(ByteView blob);

private:
    explicit RawStore(sqlite::Connection db) : db_(std::move(db)) {}
    sqlite::Connection db_;
};

}  // namespace parapet::vault::bench
