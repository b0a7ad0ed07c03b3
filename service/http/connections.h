// All open connections: who holds each, since when each waits, and which goes first when there are too many.
//
// A connection is either waiting (in the epoll set, armed for one event) or claimed by one thread. Only
// its claimer touches it; only waiting ones are closed for waiting too long. A token names a connection
// for good: an event for one that was closed meanwhile finds nothing, even where its number is used again.
#pragma once

#include <list>
#include <mutex>
#include <vector>

#include "service/http/connection.h"

namespace parapet::service {

class Connections {
public:
    using Token = std::uint64_t;

    Connections(int epoll, const Limits& limits) : epoll_(epoll), limits_(limits) {}
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;
    ~Connections();

    // Takes a socket over, waiting for its first octets. Full: the longest waiting one makes room.
    void add(int socket, Clock::time_point now);
    // Null when it is closed, or claimed already.
    [[nodiscard]] Connection* claim(Token token);
    [[nodiscard]] Token token(const Connection& connection);
    // Gives a claimed one back, armed for reading or writing.
    void wait(Connection& connection, bool to_write);
    // Gives a claimed one back, armed for nothing: it waits for whoever claims it by its token.
    void park(Connection& connection);
    void close(Connection& connection);

    // Closes what has waited past its deadline. Parked ones are not its business.
    void expire(Clock::time_point now);
    // Closes what waits without an answer on its way.
    void close_unanswered();
    // Closes one that waits, the longest first. For when the process is out of descriptors.
    bool shed();
    [[nodiscard]] std::size_t count() const;

private:
    enum class Held : std::uint8_t { waiting, parked, claimed };
    struct Slot {
        Connection connection;
        std::uint32_t generation;
        Held held;
        std::size_t octets;
        std::list<int>::iterator place;  // in order_
    };

    void arm(const Slot& slot, int operation, bool to_write) const;
    void settle(Slot& slot);  // counts its octets; over the limit, others make room
    [[nodiscard]] bool shed_locked(const Slot* spared, bool with_octets);
    void close_locked(Slot& slot);

    const int epoll_;
    const Limits& limits_;
    mutable std::mutex mutex_;                  // guards all below
    std::vector<std::unique_ptr<Slot>> slots_;  // by socket number
    std::list<int> order_;                      // sockets, the one that waits longest first
    std::size_t held_octets_ = 0;
    std::uint32_t generation_ = 0;
};

}  // namespace parapet::service
