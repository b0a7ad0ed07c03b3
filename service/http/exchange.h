// From the octets of a request to the octets of its answer: the only use of the HTTP library in a server.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "service/http/outgoing.h"
#include "service/http/route.h"
#include "service/log/counters.h"

namespace parapet::service {

// What all threads of the pool share. Everything outlives them.
struct Served {
    const Surface& surface;
    const std::string fixed;            // as fixed_fields() makes it
    Counters* const refusals;           // where they are counted; may be null
    std::atomic<bool> stopping{false};  // no connection is kept any more
};

// One for each thread of the pool.
class Exchange {
public:
    explicit Exchange(const Served& served);
    ~Exchange();

    // Answers the request with this whole head; `out` is set in every case. True: the connection can be
    // kept, and the answer does not say otherwise.
    [[nodiscard]] bool run(ByteView head, IncomingBody& body, Outgoing& out);
    // Answers a request that found no place for its body, with what was gathered of it. The connection has to
    // end.
    void turn_away(ByteView head, ByteView gathered, Error why, Outgoing& out);
    // Answers what was not understood. The connection has to end.
    void refuse(int status, Error error, Outgoing& out) const;

private:
    class Http;
    [[nodiscard]] bool answer(ByteView head, IncomingBody& body, const std::optional<Error>& why_not,
                              Outgoing& out);
    const Served& served_;
    std::unique_ptr<Http> http_;
};

}  // namespace parapet::service
