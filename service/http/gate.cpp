#include "service/http/gate.h"

#include <malloc.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <thread>
#include <vector>

#include "service/http/long_body.h"
#include "service/http/stack.h"
#include "service/http/status.h"

namespace parapet::service {

namespace {

constexpr int kLookAfter = 200;        // milliseconds
constexpr int kRest = 200;             // milliseconds without a request, after which a thread gives back
constexpr int kAcceptedAtOnce = 512;   // before looking after the others again
constexpr std::size_t kFlood = 1'000;  // open connections
constexpr auto kDone = ~Connections::Token{0};

// What the head alone decides. Too large is 431 here: it is the head that is.
int status_of_head(Code code) { return code == Code::too_large ? 431 : status_of(code); }

void signal_event(const Descriptor& event) {
    const eventfd_t one = 1;
    INVARIANT(::eventfd_write(event.number(), one) == 0);
}

void watch(int epoll, const Descriptor& event, Connections::Token token) {
    epoll_event wanted{};
    wanted.events = EPOLLIN;  // stays set: every thread sees it
    wanted.data.u64 = token;
    INVARIANT(::epoll_ctl(epoll, EPOLL_CTL_ADD, event.number(), &wanted) == 0);
}

}  // namespace

Gate::Gate(Listener listener, const Surface& surface, std::string fixed, const Limits& limits,
           Counters* refusals)
    : limits_(limits),
      served_{surface, std::move(fixed), refusals},
      listener_(std::move(listener)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      done_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      connections_(epoll_.number(), limits_),
      places_(limits_.places),
      cut_(std::numeric_limits<Clock::rep>::max()) {
    watch(epoll_.number(), done_, kDone);
}

void Gate::stop() { signal_event(stop_); }

void Gate::run(StopSignal* signal) {
    std::vector<std::jthread> pool;
    for (unsigned i = 0; i < limits_.threads; ++i) {
        pool.emplace_back([this] {
            Exchange exchange(served_);
            work(exchange);
        });
        ::pthread_setname_np(pool.back().native_handle(), ("http-" + std::to_string(i)).c_str());
    }
    std::array<pollfd, 3> wanted{{{listener_.socket.number(), POLLIN, 0},
                                  {stop_.number(), POLLIN, 0},
                                  {signal == nullptr ? -1 : signal->descriptor(), POLLIN, 0}}};
    auto looked = Clock::now();
    while (((wanted[1].revents | wanted[2].revents) & POLLIN) == 0) {
        if (::poll(wanted.data(), wanted.size(), kLookAfter) < 0) continue;
        if ((wanted[0].revents & POLLIN) != 0) accept_all();
        const auto now = Clock::now();
        if (now - looked < std::chrono::milliseconds(kLookAfter)) continue;
        looked = now;
        look_after(now);
    }
    if (signal != nullptr) signal->next_one_kills();
    finish();
    signal_event(done_);
}

void Gate::accept_all() {
    for (int i = 0; i < kAcceptedAtOnce; ++i) {
        const int socket =
            ::accept4(listener_.socket.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket >= 0) {
            // Otherwise every answer that is sent in two parts waits 40 ms for the client's word.
            const int on = 1;
            ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            connections_.add(socket, Clock::now());
        } else if (errno == EMFILE || errno == ENFILE) {
            if (!connections_.shed()) return;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return;
        }
    }
}

void Gate::look_after(Clock::time_point now) {
    connections_.expire(now);
    // Parked ones have no deadline of their own: a pool thread tells them `busy`.
    for (const Connections::Token who : places_.gave_up(now)) {
        Connection* connection = connections_.claim(who);
        if (connection == nullptr) continue;
        connection->give_up(Error{Code::busy, "too many long bodies at once"}, now);
        connections_.wait(*connection, true);
    }
    admit_next(now);
    give_back_memory();
}

// What the slots of a flood took goes back to the machine once it is over.
void Gate::give_back_memory() {
    const std::size_t open = connections_.count();
    most_open_ = std::max(most_open_, open);
    if (most_open_ < kFlood || open > most_open_ / 8) return;
    most_open_ = open;
    static_cast<void>(::malloc_trim(0));
}

// Wakes the first in line if there is a place. It is not reserved for it, so that nothing is lost when
// its connection is closed on the way.
void Gate::admit_next(Clock::time_point now) {
    while (const auto next = places_.next_in_line()) {
        Connection* connection = connections_.claim(*next);
        if (connection == nullptr) continue;
        connection->go_on(now);
        return connections_.wait(*connection, true);
    }
}

void Gate::finish() {
    const auto end = Clock::now() + limits_.finishing;
    cut_ = end.time_since_epoch().count();
    served_.stopping = true;
    listener_.socket.close();
    while (Clock::now() < end) {
        connections_.close_unanswered();
        if (connections_.count() == 0) return;
        connections_.expire(Clock::now());
        ::poll(nullptr, 0, 10);
    }
}

void Gate::work(Exchange& exchange) {
    bool rests = true;
    for (;;) {
        epoll_event event{};
        const int n = ::epoll_wait(epoll_.number(), &event, 1, rests ? -1 : kRest);
        if (n == 0) give_back_stack();
        rests = n == 0 || (n < 0 && rests);
        if (n <= 0) continue;
        if (event.data.u64 == kDone) return;
        Connection* connection = connections_.claim(event.data.u64);
        if (connection == nullptr) continue;  // another thread was quicker
        step(*connection, exchange);
        forget_stack();
    }
}

void Gate::step(Connection& connection, Exchange& exchange) {
    for (;;) {
        switch (connection.advance(Clock::now())) {
            case Connection::Next::wait_to_read:
                return connections_.wait(connection, false);
            case Connection::Next::wait_to_write:
                return connections_.wait(connection, true);
            case Connection::Next::close:
                return connections_.close(connection);
            case Connection::Next::refuse:
                refuse(connection, exchange);
                connection.answered(false, Clock::now());
                break;
            case Connection::Next::serve:
                if (!serve(connection, exchange)) return;
                break;
        }
    }
}

void Gate::refuse(Connection& connection, Exchange& exchange) {
    const Error why = connection.fault();
    if (connection.has_head()) {
        exchange.turn_away(connection.head(), connection.gathered(), why, connection.out());
    } else {
        exchange.refuse(status_of_head(why.code), why, connection.out());
    }
}

bool Gate::serve(Connection& connection, Exchange& exchange) {
    bool keep = false;
    if (!connection.is_long()) {
        MemorySource body(connection.gathered());
        keep = exchange.run(connection.head(), body, connection.out());
    } else if (!places_.take()) {
        const Connections::Token who = connections_.token(connection);
        connections_.park(connection);  // first: whoever finds it in the line must be able to claim it
        places_.line_up(who, Clock::now() + limits_.wait_for_place);
        return false;
    } else {
        LongBody body(connection, limits_, places_, cut_);
        keep = exchange.run(connection.head(), body, connection.out());
        places_.give_back();
        admit_next(Clock::now());
    }
    connection.answered(keep, Clock::now());
    return true;
}

}  // namespace parapet::service
