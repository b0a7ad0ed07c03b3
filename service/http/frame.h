// Where a request begins and ends: the only thing the gate reads of it. The rest of the head is read by
// the HTTP library, once a thread has the whole of it.
#pragma once

#include "crypto/base/bytes.h"
#include "service/http/limits.h"

namespace parapet::service {

struct Frame {
    std::size_t head = 0;    // octets up to and with the empty line
    std::uint64_t body = 0;  // octets after it
    bool expects_continue = false;
};

// The size of the head when `in` holds a whole one, else 0. Looks from `seen` on: the octets that were
// looked at before, so that a client who sends one at a time costs no more than another.
[[nodiscard]] std::size_t head_size(ByteView in, std::size_t seen);

// Reads the frame of a whole head. Refused, though some would take it, is whatever two readers could
// understand differently: a line not ended by CR LF, a control character, a field name with a space, a
// folded line, two lengths, a length that is not digits, any transfer coding. too_large over
// limits.head_fields.
[[nodiscard]] Result<Frame> read_frame(ByteView head, const Limits& limits);

}  // namespace parapet::service
