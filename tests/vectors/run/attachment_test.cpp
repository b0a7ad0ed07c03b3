#include "crypto/base/hash.h"
#include "crypto/open/envelope.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::attachment_test {

Result<Json> run(const Json& in) {
    const Bytes core = bytes_of(in, "core");
    const MemorySource source(core);
    const auto dek = keys::Dek::copy(fixed_of<Hash>(in, "dek").bytes);
    TRY(const auto opener, open::StreamedOpener::verify(source, fixed_of<Hash>(in, "core_hash"), dek));
    Bytes content;
    for (std::uint64_t i = 0; i < opener.pieces(); ++i) {
        TRY(const Plaintext piece, opener.piece(i));
        put(content, piece.reveal());
    }
    return Json{{"size", content.size()}, {"sha256", hex(sha256(content))}};
}

TEST_CASE("attachments open only as their parents announced them") { run_group("attachment", run); }

}  // namespace parapet::vectors::attachment_test
