#include "crypto/verify/note.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::notes_test {

Result<Json> run(const Json& in) {
    const Bytes raw = bytes_of(in, "note");
    std::vector<verify::VerifierKey> known;
    for (const Json& vkey : in.at("known")) {
        TRY(verify::VerifierKey key, verify::VerifierKey::parse(vkey.get<std::string>()));
        known.push_back(std::move(key));
    }
    TRY(const auto note, verify::UnverifiedNote::parse(raw));
    TRY(const auto signers, note.check(known));
    return Json{{"text", octets(note.text())}, {"signers", signers}};
}

TEST_CASE("signed notes are what the vectors say") { run_group("notes", run); }

}  // namespace parapet::vectors::notes_test
