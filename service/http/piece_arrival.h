// The serving side of an upload by pieces (asking side: piece_upload.h).
#pragma once

#include "service/http/answer.h"

namespace parapet::service {

// Gives all that arrives to `piece`, and answers how many octets of the upload are durable now: u64. Also
// what came before a break is kept. `Piece`: Status take(ByteView), then once Result<std::uint64_t> finish().
template <class Piece>
[[nodiscard]] Answer take_piece(ByteSource& body, Piece piece) {
    const Status taken = give_all(body, [&](ByteView run) { return piece.take(run); });
    const Result<std::uint64_t> durable = piece.finish();
    if (!taken.ok()) return taken.error();
    if (!durable.ok()) return durable.error();
    Bytes out;
    put_u64(out, *durable);
    return Answer::octets(std::move(out));
}

}  // namespace parapet::service
