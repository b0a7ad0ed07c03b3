#include "crypto/open/attachment.h"

namespace parapet::open {

Result<VerifiedAttachment> VerifiedAttachment::verify(CiphertextFile core, const Announced& announced) {
    auto kept = std::make_unique<CiphertextFile>(std::move(core));
    TRY(StreamedOpener opener, StreamedOpener::verify(*kept, announced.core_hash, announced.key));
    if (opener.content_size() != announced.size)
        return Error{Code::bad_length, "another size than the message announced"};
    return VerifiedAttachment(std::move(kept), std::move(opener));
}

}  // namespace parapet::open
