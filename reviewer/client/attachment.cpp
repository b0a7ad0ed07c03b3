#include "reviewer/client/attachment.h"

namespace parapet::officer {

Result<VerifiedAttachment> VerifiedAttachment::verify(CiphertextFile core,
                                                      const content::Attachment& announced) {
    auto kept = std::make_unique<CiphertextFile>(std::move(core));
    TRY(open::StreamedOpener opener, open::StreamedOpener::verify(*kept, announced.core_hash, announced.key));
    if (opener.content_size() != announced.size)
        return Error{Code::bad_length, "another size than the message announced"};
    return VerifiedAttachment(std::move(kept), std::move(opener));
}

}  // namespace parapet::officer
