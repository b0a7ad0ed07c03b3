// Keys of the four stores: 32 random bytes each, in a file of exactly 32 bytes that only its owner can read.
#pragma once

#include <filesystem>

#include "crypto/base/secret.h"

namespace parapet::vault {

using DropKey = Secret<32, struct DropStoreTag>;
using MailKey = Secret<32, struct MailStoreTag>;
using CasesKey = Secret<32, struct CasesStoreTag>;
using KeysKey = Secret<32, struct KeysStoreTag>;

namespace detail {
// permissions when the group or others have any right on the file, or it is no plain file.
[[nodiscard]] Status read_key(const std::filesystem::path& file, std::span<std::uint8_t, 32> out);
// duplicate when the file exists. Durable, mode 0600.
[[nodiscard]] Status write_key(const std::filesystem::path& file, std::span<const std::uint8_t, 32> key);
}  // namespace detail

template <class Key>
[[nodiscard]] Result<Key> read_store_key(const std::filesystem::path& file) {
    Status done = Done{};
    Key key = Key::make([&](std::span<std::uint8_t, 32> out) { done = detail::read_key(file, out); });
    if (!done.ok()) return done.error();
    return key;
}

template <class Key>
[[nodiscard]] Status write_store_key(const std::filesystem::path& file, const Key& key) {
    return detail::write_key(file, key.reveal());
}

}  // namespace parapet::vault
