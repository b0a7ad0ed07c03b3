// The asking side of an upload by pieces: upload id(16) || u64 offset || octets, answered by how much is
// durable. Both services take uploads so (intake/API.md, reviewer/API.md).
#pragma once

#include "crypto/base/source.h"
#include "service/http/client.h"

namespace parapet::service {

struct PieceUpload {
    ByteView id;
    const Source& file;
    std::uint64_t from = 0;     // where the upload begins in the file
    std::uint64_t length = 0;   // of the whole upload
    std::uint64_t durable = 0;  // there already
};

// Where the piece that starts at an offset of the upload ends.
using PieceEnd = std::function<std::uint64_t(std::uint64_t offset)>;
// Told after each piece: octets durable now.
using Durable = std::function<void(std::uint64_t durable)>;

// Sends what is missing. busy when a piece had arrived whose answer was lost: begin again to learn how far it
// is; unavailable when the service does not get on with it.
[[nodiscard]] Status send_pieces(Client& client, std::string_view path, PieceUpload upload,
                                 const PieceEnd& end, const Durable& durable);

}  // namespace parapet::service
