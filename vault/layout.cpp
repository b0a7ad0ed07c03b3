#include "vault/layout.h"

#include <sys/stat.h>

#include <cerrno>
#include <vector>

#include "vault/create_store.h"
#include "vault/file.h"

namespace parapet::vault {
namespace {

// Remembers what was made, and takes it away unless told to keep it.
class Undo {
public:
    Undo() = default;
    Undo(const Undo&) = delete;
    Undo& operator=(const Undo&) = delete;
    ~Undo() {
        std::error_code unheard;  // the first error is the one to tell
        for (auto path = made_.rbegin(); path != made_.rend(); ++path)
            std::filesystem::remove(*path, unheard);
    }
    void add(std::filesystem::path path) { made_.push_back(std::move(path)); }
    void keep() { made_.clear(); }

private:
    std::vector<std::filesystem::path> made_;
};

Status make_folder(const std::filesystem::path& path, Undo& undo) {
    if (::mkdir(path.c_str(), 0750) == 0) {
        undo.add(path);
        return Done{};
    }
    if (errno != EEXIST) return file_failure(errno);
    std::error_code unheard;
    if (std::filesystem::is_directory(path, unheard)) return Done{};
    return Error{Code::duplicate, "a file lies where a folder should be"};
}

template <class Key>
Status make_key(const std::filesystem::path& path, const Key& key, Undo& undo) {
    TRY_(write_store_key(path, key));
    undo.add(path);
    return Done{};
}

template <class Key>
Status make_store(const std::filesystem::path& path, const Key& key, Undo& undo) {
    TRY_(create_store(path, key));
    for (const char* suffix : {".writer", "-shm", "-wal", ""}) undo.add(path.string() + suffix);
    return Done{};
}

// Looked at before anything is made, so that a second run touches nothing.
Status demand_nothing_there(const Layout& layout) {
    for (const auto& path : {layout.drop_store(), layout.mail_store(), layout.case_store(),
                             layout.keys_store(), layout.case_key(), layout.keys_key(),
                             Layout::drop_key(layout.intake()), Layout::drop_key(layout.reviewer()),
                             Layout::mail_key(layout.intake()), Layout::mail_key(layout.reviewer())}) {
        std::error_code unheard;
        if (std::filesystem::symlink_status(path, unheard).type() != std::filesystem::file_type::not_found)
            return Error{Code::duplicate, "a store or a key is there already: nothing was changed"};
    }
    return Done{};
}

}  // namespace

Status make_deployment(const Layout& layout, Random& random) {
    TRY_(demand_nothing_there(layout));
    Undo undo;
    TRY_(make_folder(layout.intake().parent_path(), undo));
    for (const auto& folder : {layout.intake(), layout.pieces(), layout.reviewer(), layout.reply_pieces()})
        TRY_(make_folder(folder, undo));

    const DropKey drop = DropKey::random(random);
    const MailKey mail = MailKey::random(random);
    const CasesKey cases = CasesKey::random(random);
    const KeysKey keys = KeysKey::random(random);
    for (const auto& service : {layout.intake(), layout.reviewer()}) {
        TRY_(make_key(Layout::drop_key(service), drop, undo));
        TRY_(make_key(Layout::mail_key(service), mail, undo));
    }
    TRY_(make_key(layout.case_key(), cases, undo));
    TRY_(make_key(layout.keys_key(), keys, undo));
    TRY_(make_store(layout.drop_store(), drop, undo));
    TRY_(make_store(layout.mail_store(), mail, undo));
    TRY_(make_store(layout.case_store(), cases, undo));
    TRY_(make_store(layout.keys_store(), keys, undo));
    undo.keep();
    return Done{};
}

}  // namespace parapet::vault
