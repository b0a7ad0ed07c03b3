#include "vault/cli/commands.h"

#include <fcntl.h>

#include <cstdio>

#include "vault/create_store.h"
#include "vault/file.h"
#include "vault/inspect.h"
#include "vault/layout.h"

namespace parapet::vault::cli {
namespace {

int refused(const char* what, Error error) {
    std::fprintf(stderr, "parapet-vault: %s: %s (%.*s)\n", what, error.what.c_str(),
                 static_cast<int>(error.name().size()), error.name().data());
    return 1;
}

// Calls each(name, store, key) for the four stores, with the keys as the reviewer's folder has them, or the
// intake's for drop.db. Goes on after a fault and answers 1 if there was one.
template <class Each>
int for_each_store(const Layout& layout, Each&& each) {
    int code = 0;
    const auto one = [&]<class Key>(const char* name, const std::filesystem::path& store,
                                    const Result<Key>& key) {
        const Status done = key.ok() ? each(name, store, *key) : Status(key.error());
        if (!done.ok()) code = refused(name, done.error());
    };
    one("drop.db", layout.drop_store(), read_store_key<DropKey>(Layout::drop_key(layout.intake())));
    one("mail.db", layout.mail_store(), read_store_key<MailKey>(Layout::mail_key(layout.reviewer())));
    one("case.db", layout.case_store(), read_store_key<CasesKey>(layout.case_key()));
    one("keys.db", layout.keys_store(), read_store_key<KeysKey>(layout.keys_key()));
    return code;
}

Status write_new_file(const std::filesystem::path& path, ByteView bytes) {
    TRY(const File file, File::open(path, O_CREAT | O_EXCL | O_WRONLY, 0640));
    Status done = file.write_at(0, bytes);
    if (done.ok()) done = file.sync();
    if (!done.ok()) {
        std::error_code unheard;  // the first error is the one to tell
        std::filesystem::remove(path, unheard);
    }
    return done;
}

}  // namespace

int init(const std::filesystem::path& folder) {
    const Layout layout(folder);
    SystemRandom random;
    if (const Status done = make_deployment(layout, random); !done.ok()) return refused("init", done.error());
    std::printf(
        "made in %s:\n"
        "  intake/    drop.db, pieces/, and the keys intake may hold: drop.key mail.key\n"
        "  reviewer/  mail.db case.db keys.db, pieces/, and the reviewer service's keys: drop.key mail.key\n"
        "             case.key keys.key\n"
        "Give each folder to the user its service runs as. Intake reads reviewer/mail.db and "
        "reviewer/pieces, "
        "and\n"
        "the reviewer service reads intake/drop.db and intake/pieces: put both users into one group for "
        "that. Back up keys.db "
        "apart\n"
        "from the rest, for a short time only.\n",
        folder.c_str());
    return 0;
}

int migrate(const std::filesystem::path& folder) {
    return for_each_store(Layout(folder), [](const char* name, const auto& store, const auto& key) -> Status {
        TRY(const Versions versions, migrate_store(store, key));
        if (versions.before == versions.now) {
            std::printf("%s  version %d, nothing to do\n", name, versions.now);
        } else {
            std::printf("%s  version %d, was %d\n", name, versions.now, versions.before);
        }
        return Done{};
    });
}

int status(const std::filesystem::path& folder, bool check) {
    return for_each_store(
        Layout(folder), [&](const char* name, const auto& store, const auto& key) -> Status {
            TRY(const StoreFacts facts, inspect_store(store, key, check));
            std::printf("%s  opens, version %d of %d%s\n", name, facts.version, facts.newest,
                        !check               ? ""
                        : facts.damaged == 0 ? ", every page is whole"
                                             : ", DAMAGED");
            if (facts.damaged != 0) return Error{Code::storage, "the store is damaged: restore a backup"};
            if (facts.version > facts.newest) return Error{Code::storage_newer, "made by a newer program"};
            if (facts.version < facts.newest)
                return Error{Code::unavailable, "older than this program: migrate"};
            return Done{};
        });
}

int export_log(const std::filesystem::path& folder, const std::filesystem::path& file) {
    const Layout layout(folder);
    const auto exported = [&]() -> Result<std::size_t> {
        TRY(const CasesKey key, read_store_key<CasesKey>(layout.case_key()));
        TRY(const Bytes bytes, log_file(layout.case_store(), key));
        TRY_(write_new_file(file, bytes));
        return bytes.size();
    }();
    if (!exported.ok()) return refused("export-log", exported.error());
    std::printf("wrote %s, %zu bytes: check it with parapet-audit verify\n", file.c_str(), *exported);
    return 0;
}

}  // namespace parapet::vault::cli
