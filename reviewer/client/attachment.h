// An attachment, verified from its first to its last byte before any of it is given out.
#pragma once

#include "crypto/content/content.h"
#include "crypto/open/envelope.h"
#include "reviewer/client/ciphertext_file.h"

namespace parapet::officer {

class VerifiedAttachment {
public:
    // core_hash, commitment, decrypt, padding; bad_length when it holds more or less than its message said.
    [[nodiscard]] static Result<VerifiedAttachment> verify(CiphertextFile core,
                                                           const content::Attachment& announced);

    [[nodiscard]] std::uint64_t size() const { return opener_.content_size(); }
    [[nodiscard]] std::uint64_t pieces() const { return opener_.pieces(); }
    [[nodiscard]] Result<Plaintext> piece(std::uint64_t i) const { return opener_.piece(i); }

private:
    VerifiedAttachment(std::unique_ptr<CiphertextFile> core, open::StreamedOpener opener)
        : core_(std::move(core)), opener_(std::move(opener)) {}
    std::unique_ptr<CiphertextFile> core_;  // the opener reads from it
    open::StreamedOpener opener_;
};

}  // namespace parapet::officer
