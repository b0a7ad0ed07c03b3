// A file that the office sent with a reply.
#pragma once

#include "crypto/content/content.h"
#include "crypto/open/attachment.h"
#include "intake/client/holder.h"

namespace parapet::reporter {

// Asked once at the start: io where no file without a name can be made.
[[nodiscard]] Status check_folder(const std::filesystem::path& folder);

// Fetched part by part into a file without a name, of ciphertext only, in this folder; verified from its
// first to its last octet before any of it is given out. Whether anything is held there the service does not
// say: what comes is then refused as core_hash or commitment. Also what VerifiedAttachment says.
[[nodiscard]] Result<open::VerifiedAttachment> fetch_file(service::Client& intake, const Holder& holder,
                                                          const content::Attachment& announced,
                                                          const std::filesystem::path& folder,
                                                          const service::Progress& progress);

}  // namespace parapet::reporter
