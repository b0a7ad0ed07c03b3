// How much one connection, and all of them together, may take. Chosen for a small server behind an onion
// service, where an honest reader may be slow but not silent.
#pragma once

#include <chrono>
#include <cstddef>

namespace parapet::service {

struct Limits {
    std::size_t head_octets = 16 * 1024;
    std::size_t head_fields = 100;
    // From the first octet awaited to the last of the head.
    std::chrono::milliseconds head_time{10'000};
    // A connection kept alive between two requests.
    std::chrono::milliseconds idle_time{60'000};
    // Whatever is on its way in or out must have moved rate x (time - grace) octets: each octet buys time.
    std::chrono::milliseconds grace{5'000};
    std::size_t octets_per_second = 4 * 1024;
    // The rate asked of large bodies while others wait for their place.
    std::size_t octets_per_second_when_crowded = 64 * 1024;
    // Bodies up to this size are gathered before a thread is given; of longer ones, this much.
    std::size_t gathered_body = 64 * 1024;
    // A long body waits this long for a place before it is told `busy`.
    std::chrono::milliseconds wait_for_place{20'000};
    // After the last answer: as grace, for what the client still sends and is thrown away, so that it
    // gets to reading the answer.
    std::chrono::milliseconds lingering{2'000};
    // After the order to stop: how long what is running may go on.
    std::chrono::milliseconds finishing{10'000};
    // Open connections. When one more comes, the one that has waited longest is closed.
    std::size_t connections = 16 * 1024;
    // Octets of all waiting connections together; over it, the one that has waited longest is closed.
    std::size_t held_octets = 16 * 1024 * 1024;
    unsigned threads = 32;
    // Threads that may be inside a long body; the others stay free for short requests.
    unsigned places = 16;
};

}  // namespace parapet::service
