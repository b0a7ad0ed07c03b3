#include "crypto/keys/key_file.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::keyfile_test {

Result<Json> run(const Json& in) {
    const Bytes words = bytes_of(in, "passphrase");
    TRY(const keys::KeySeed seed,
        keys::open_key_file(bytes_of(in, "file"), static_cast<keys::KeyUse>(in.at("use").get<int>()),
                            Plaintext::copy(words)));
    return Json{{"seed", hex(seed.reveal())}};
}

TEST_CASE("key files open with their passphrase, within their limits") { run_group("keyfile", run); }

}  // namespace parapet::vectors::keyfile_test
