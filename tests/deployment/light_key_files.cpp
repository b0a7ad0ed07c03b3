// light_key_files <folder>: every member's key file there that has its passphrase beside it (name.key,
// name.passphrase) is written anew at the least cost that readers take. The tests open a key file some four
// hundred times, and at an office's cost each of them takes most of a second; what that cost is, crypto/keys
// and the demo show.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "crypto/keys/key_file.h"
#include "crypto/keys/secret_line.h"

namespace {

using namespace parapet;
using Path = std::filesystem::path;

constexpr keys::PassphraseCost kLeast{.passes = 1, .kib = 8'192};

Result<Bytes> content_of(const Path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Error{Code::io, "a key file could not be read"};
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

Status lighten(const Path& file, Random& random) {
    TRY(const Bytes before, content_of(file));
    TRY(const Plaintext passphrase,
        keys::read_secret_line(Path(file).replace_extension(".passphrase"), keys::Rights::owner_only));
    TRY(const keys::KeySeed seed, keys::open_key_file(before, keys::KeyUse::member, passphrase));
    TRY(const Bytes after, keys::seal_key_file(keys::KeyUse::member, seed, passphrase, random, kLeast));
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(after.data()), static_cast<std::streamsize>(after.size()));
    return out.flush() ? Status(Done{}) : Status(Error{Code::io, "a key file could not be written"});
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    if (!init_crypto()) return 1;
    SystemRandom random;
    for (const auto& entry : std::filesystem::directory_iterator(words[1])) {
        if (entry.path().extension() != ".key") continue;
        if (const Status done = lighten(entry.path(), random); !done) {
            std::fprintf(stderr, "light_key_files: %s\n", done.error().what.c_str());
            return 1;
        }
    }
    return 0;
}
