// One client's connection, between two requests or inside one. Touched by one thread at a time: the one
// that claimed it (connections.h).
#pragma once

#include <chrono>
#include <optional>

#include "service/http/frame.h"
#include "service/http/outgoing.h"

namespace parapet::service {

using Clock = std::chrono::steady_clock;

class Connection {
public:
    // What to do next with it.
    enum class Next : std::uint8_t {
        wait_to_read,
        wait_to_write,
        serve,   // a whole head is there, and of the body what is gathered
        refuse,  // why: fault()
        close,
    };

    Connection(int socket, const Limits& limits, Clock::time_point now);

    // Moves octets until the socket has, or takes, no more. Never blocks.
    [[nodiscard]] Next advance(Clock::time_point now);

    // After `serve`: the request.
    [[nodiscard]] const Frame& frame() const { return *frame_; }
    [[nodiscard]] ByteView head() const { return ByteView(in_).first(frame_->head); }
    [[nodiscard]] ByteView gathered() const;
    [[nodiscard]] bool is_long() const { return frame_->body > limits_.gathered_body; }
    [[nodiscard]] const Error& fault() const { return *fault_; }
    // A fault after a whole head: the head and what was gathered are there.
    [[nodiscard]] bool has_head() const { return frame_.has_value(); }
    [[nodiscard]] int socket() const { return socket_; }

    // Waiting for a place ends: its time begins anew. With a fault the next step is `refuse`.
    void go_on(Clock::time_point now) { since_ = now; }
    void give_up(Error fault, Clock::time_point now) {
        fault_ = fault;
        since_ = now;
    }
    // The answer is in out(); forgets the request. When `keep` is false the connection ends once the
    // answer is sent and the client has had time to read it.
    void answered(bool keep, Clock::time_point now);
    [[nodiscard]] Outgoing& out() { return out_; }

    // When waiting has been too long. Every octet that moved has put it off.
    [[nodiscard]] Clock::time_point deadline() const;
    [[nodiscard]] bool sending() const { return phase_ != Phase::gathering; }
    [[nodiscard]] bool idle() const { return phase_ == Phase::gathering && in_.empty(); }
    // Octets of memory it holds.
    [[nodiscard]] std::size_t held() const { return in_.capacity() + out_.held(); }

private:
    enum class Phase : std::uint8_t { gathering, sending, lingering };
    enum class Got : std::uint8_t { some, nothing_yet, end };

    [[nodiscard]] Next gather(Clock::time_point now);
    [[nodiscard]] Next send(Clock::time_point now);
    [[nodiscard]] Next linger();
    [[nodiscard]] Got receive(Clock::time_point now);
    void forget_first(std::size_t used);
    void find_frame(Clock::time_point now);

    int socket_;
    const Limits& limits_;
    Phase phase_ = Phase::gathering;
    Clock::time_point since_;  // when this phase, or this part of it, began
    bool kept_ = false;        // an answer was given before
    Bytes in_;
    std::size_t seen_ = 0;  // octets of in_ without an end of head
    std::optional<Frame> frame_;
    std::optional<Error> fault_;
    bool told_to_continue_ = false;
    bool keep_ = true;
    std::uint64_t thrown_away_ = 0;
    Outgoing out_;
};

}  // namespace parapet::service
