// From the octets of a request to the octets of its answer: the only use of the HTTP library in a server.
#pragma once

#include <memory>

#include "service/http/outgoing.h"
#include "service/http/route.h"

namespace parapet::service {

// One for each thread of the pool.
class Exchange {
public:
    // `fixed` as fixed_fields() makes it. Both must outlive it.
    Exchange(const Surface& surface, const std::string& fixed);
    ~Exchange();

    // Answers the request with this whole head; `out` is set in every case. True: the connection can be
    // kept, and the answer does not say otherwise. `last`: it must not.
    [[nodiscard]] bool run(ByteView head, IncomingBody& body, bool last, Outgoing& out);
    // Answers what was not understood. The connection has to end.
    void refuse(int status, Error error, Outgoing& out) const;

private:
    class Http;
    std::unique_ptr<Http> http_;
    const std::string& fixed_;
};

}  // namespace parapet::service
