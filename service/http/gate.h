// The accept gate: who gets a thread, and when.
//
//   listening socket ──▶ gate thread: accepts; every 200 ms closes what waited too long
//                            │
//                            ▼
//                       epoll set  ◀───────────────────────────────┐ waits for the next octets
//                            │ octets came                         │
//                            ▼                                     │
//   pool thread: reads what is there; head and short body whole? ──┤ no
//                            │ yes                                 │
//                            ▼                                     │
//                table ▶ handler ▶ answer; sends what fits ────────┘ the rest when the socket takes it
//
// A thread is held by a handler and nothing else: after each answer, and after each 2 MiB of a stream, a
// connection goes back into the line. Octets that are awaited, in or out, hold none: 10 000
// connections that say nothing cost 10 000 slots, and one that sends an octet a second costs a wake-up a
// second. Bodies up to 64 KiB are gathered here because nearly every request is that small, and 64 KiB for
// each waiting connection is bounded by limits.held_octets. Longer ones are read by the handler's thread
// while they arrive, so that a GiB costs 256 KiB: at most limits.places threads do that, at a minimum rate
// that rises while others wait.
//
// Not given: protection from a flood that fills the network itself, nor fairness between clients; the gate
// does not know one client from another, and does not ask for an address.
#pragma once

#include <atomic>
#include <string>

#include "service/http/exchange.h"
#include "service/http/limits.h"
#include "service/http/places.h"
#include "service/http/socket.h"
#include "service/process/stop_signal.h"

namespace parapet::service {

class Gate {
public:
    Gate(Listener listener, const Surface& surface, std::string fixed, const Limits& limits,
         Counters* refusals);
    // Serves until stop(), or until the signal, if one is given. Then: no new connection, no new
    // request, what is running is answered; returns when all is sent or limits.finishing is over.
    void run(StopSignal* signal);
    // From any thread.
    void stop();

private:
    void work(Exchange& exchange);
    void step(Connection& connection, Exchange& exchange);
    static void refuse(Connection& connection, Exchange& exchange);
    // False: it was parked, and is not ours any more.
    [[nodiscard]] bool serve(Connection& connection, Exchange& exchange);
    void admit_next(Clock::time_point now);
    void accept_all();
    void look_after(Clock::time_point now);
    void give_back_memory();
    void finish();

    const Limits limits_;
    Served served_;
    Listener listener_;
    Descriptor epoll_;
    Descriptor stop_;  // event: stop() was called
    Descriptor done_;  // event: pool threads end
    Connections connections_;
    Places places_;
    std::atomic<Clock::rep> cut_;
    std::size_t most_open_ = 0;  // the gate thread's
};

}  // namespace parapet::service
