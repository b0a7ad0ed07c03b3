// A body too long to be gathered: read from the socket by the thread that handles it, at a minimum rate.
#pragma once

#include <atomic>

#include "service/http/connection.h"
#include "service/http/places.h"

namespace parapet::service {

class LongBody final : public IncomingBody {
public:
    // `cut` is the time, if any, at which even a running request has to end.
    LongBody(const Connection& connection, const Limits& limits, const Places& places,
             const std::atomic<Clock::rep>& cut);

    [[nodiscard]] std::uint64_t size() const override { return size_; }
    // truncated: the client went away, was slower than the minimum rate, or the service stops.
    [[nodiscard]] Result<ByteView> next() override;
    [[nodiscard]] bool off_the_wire() const override { return received_ == size_; }

private:
    [[nodiscard]] Status wait_for_octets() const;

    const int socket_;
    const Limits& limits_;
    const Places& places_;
    const std::atomic<Clock::rep>& cut_;
    const std::uint64_t size_;
    const Clock::time_point began_;
    ByteView gathered_;
    std::uint64_t received_ = 0;
    Bytes run_;
};

}  // namespace parapet::service
