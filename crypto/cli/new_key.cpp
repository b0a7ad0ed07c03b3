#include "crypto/cli/new_key.h"

#include <cstdio>

#include "crypto/keys/passphrase.h"

namespace parapet::cli {

Result<Plaintext> choose_passphrase(const Path& file, Random& random) {
    if (!file.empty()) return read_passphrase(file, "");
    Plaintext made = keys::generate_passphrase(random);
    const std::string_view shown = text(made.reveal());
    // To the person, not into the file that the public key may be written to.
    std::fprintf(stderr, "The passphrase, shown once. Write it down:\n\n    %.*s\n\n",
                 static_cast<int>(shown.size()), shown.data());
    return made;
}

Result<keys::KeySeed> make_key_file(const Path& path, keys::KeyUse use, const Plaintext& passphrase,
                                    Random& random) {
    keys::KeySeed seed = keys::KeySeed::random(random);
    TRY(const Bytes file, keys::seal_key_file(use, seed, passphrase, random));
    TRY_(write_new(path, file, kPrivate));
    return seed;
}

Result<keys::KeySeed> open_key(const Path& path, keys::KeyUse use, const Path& passphrase_file) {
    TRY(const Bytes file, read_file(path));
    TRY(const Plaintext passphrase, read_passphrase(passphrase_file, "Passphrase: "));
    return keys::open_key_file(file, use, passphrase);
}

}  // namespace parapet::cli
