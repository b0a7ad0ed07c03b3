// A verified attachment on its way to the page: decrypted a piece at a time, in locked memory.
#pragma once

#include "crypto/open/attachment.h"
#include "service/http/bytes_in_runs.h"

namespace parapet::desk {

class AttachmentStream final : public service::ByteSource {
public:
    explicit AttachmentStream(open::VerifiedAttachment attachment) : attachment_(std::move(attachment)) {}
    [[nodiscard]] std::uint64_t size() const override { return attachment_.size(); }
    [[nodiscard]] Result<ByteView> next() override {
        if (given_ == attachment_.size() || piece_ == attachment_.pieces()) return ByteView{};
        TRY(current_, attachment_.piece(piece_++));
        given_ += current_.size();
        return current_.reveal();
    }

private:
    open::VerifiedAttachment attachment_;
    Plaintext current_{0};
    std::uint64_t piece_ = 0;
    std::uint64_t given_ = 0;
};

}  // namespace parapet::desk
