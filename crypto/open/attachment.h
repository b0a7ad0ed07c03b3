// An attachment, verified from its first to its last byte before any of it is given out.
#pragma once

#include <memory>

#include "crypto/open/ciphertext_file.h"
#include "crypto/open/envelope.h"

namespace parapet::open {

// What the message says of its file.
struct Announced {
    const Hash& core_hash;
    const keys::Dek& key;
    std::uint64_t size;
};

class VerifiedAttachment {
public:
    // core_hash, commitment, decrypt, padding; bad_length when it holds more or less than its message said.
    [[nodiscard]] static Result<VerifiedAttachment> verify(CiphertextFile core, const Announced& announced);

    [[nodiscard]] std::uint64_t size() const { return opener_.content_size(); }
    [[nodiscard]] std::uint64_t pieces() const { return opener_.pieces(); }
    [[nodiscard]] Result<Plaintext> piece(std::uint64_t i) const { return opener_.piece(i); }

private:
    VerifiedAttachment(std::unique_ptr<CiphertextFile> core, StreamedOpener opener)
        : core_(std::move(core)), opener_(std::move(opener)) {}
    std::unique_ptr<CiphertextFile> core_;  // the opener reads from it
    StreamedOpener opener_;
};

}  // namespace parapet::open
