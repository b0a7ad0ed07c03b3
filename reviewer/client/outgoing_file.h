// A file on its way to a reporter: sealed as its octets come, so that none of them touches a disk in the
// clear.
#pragma once

#include "crypto/content/content.h"
#include "crypto/open/ciphertext_file.h"
#include "crypto/seal/envelope.h"
#include "service/http/bytes_in_runs.h"

namespace parapet::officer {

struct FileToSend {
    std::string name;
    std::string type;
    std::uint64_t size = 0;
};

struct OutgoingFile {
    open::CiphertextFile core;
    content::Attachment entry;  // as the reply names it
};

// Takes exactly `file.size` octets from `in`. too_large over 1 GiB, truncated when they end before, and what
// the folder's disk says. The fields are those of the reply with the file's kind and part.
[[nodiscard]] Result<OutgoingFile> seal_outgoing(const seal::HeaderFields& fields, const FileToSend& file,
                                                 service::RunReader& in, const std::filesystem::path& folder,
                                                 Random& random);

}  // namespace parapet::officer
