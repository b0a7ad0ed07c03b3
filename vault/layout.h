// Where a deployment's stores, keys and pieces lie. What a service may open is in its own folder, so that the
// two folders can belong to two users.
//
//   <folder>/intake/    drop.db   drop.key  mail.key                      pieces/
//   <folder>/reviewer/  mail.db case.db keys.db   drop.key mail.key case.key keys.key   pieces/
#pragma once

#include <filesystem>

#include "crypto/base/secret.h"

namespace parapet::vault {

class Layout {
public:
    explicit Layout(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] std::filesystem::path intake() const { return folder_ / "intake"; }
    [[nodiscard]] std::filesystem::path reviewer() const { return folder_ / "reviewer"; }

    [[nodiscard]] std::filesystem::path drop_store() const { return intake() / "drop.db"; }
    [[nodiscard]] std::filesystem::path pieces() const { return intake() / "pieces"; }
    [[nodiscard]] std::filesystem::path reply_pieces() const { return reviewer() / "pieces"; }
    [[nodiscard]] std::filesystem::path mail_store() const { return reviewer() / "mail.db"; }
    [[nodiscard]] std::filesystem::path case_store() const { return reviewer() / "case.db"; }
    [[nodiscard]] std::filesystem::path keys_store() const { return reviewer() / "keys.db"; }

    [[nodiscard]] std::filesystem::path case_key() const { return reviewer() / "case.key"; }
    [[nodiscard]] std::filesystem::path keys_key() const { return reviewer() / "keys.key"; }
    // Both services have a copy of these two.
    [[nodiscard]] static std::filesystem::path drop_key(const std::filesystem::path& service) {
        return service / "drop.key";
    }
    [[nodiscard]] static std::filesystem::path mail_key(const std::filesystem::path& service) {
        return service / "mail.key";
    }

private:
    std::filesystem::path folder_;
};

// Makes folders, keys and the four empty stores. duplicate when any of them is there: nothing is overwritten.
// When it fails, what it had made is taken away again.
[[nodiscard]] Status make_deployment(const Layout& layout, Random& random);

}  // namespace parapet::vault
