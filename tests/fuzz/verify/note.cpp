#include "crypto/verify/note.h"

#include <algorithm>

using namespace parapet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    static const auto known =
        verify::VerifierKey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
            .value();
    const auto note = verify::UnverifiedNote::parse(in);
    if (!note.ok()) return 0;
    INVARIANT(std::ranges::equal(note->bytes(), in));
    INVARIANT(note->text().ends_with('\n'));
    INVARIANT(!note->signatures().empty() && note->signatures().size() <= verify::kMaxSignatures);
    const auto signers = note->check({known});
    INVARIANT(signers.ok() || signers.error().code == Code::bad_signature ||
              signers.error().code == Code::unknown_signer);
    return 0;
}
