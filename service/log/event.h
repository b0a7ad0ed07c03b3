// Everything a service can say about itself. Closed: an event has a name from this list and figures from the
// other one, so that there is nothing in a log line to redact. Nothing here is about one visitor.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parapet::service {

#define PARAPET_EVENTS(X)                                                                \
    X(started, "started")                 /* configuration and stores are in order */    \
    X(listening, "listening")             /* port */                                     \
    X(start_failed, "start-failed")       /* with the error */                           \
    X(stopping, "stopping")               /* a signal came */                            \
    X(stopped, "stopped")                 /* milliseconds it took */                     \
    X(refusals, "refusals")               /* count of one code since the start */        \
    X(failed, "failed")                   /* work beside the requests, with the error */ \
    X(store_failed, "store-failed")       /* with the error */                           \
    X(site_read, "site-read")             /* count of files */                           \
    X(roster_read, "roster-read")         /* version */                                  \
    X(uploads_deleted, "uploads-deleted") /* count of unfinished ones past their time */ \
    X(taken_over, "taken-over")           /* count of submissions */                     \
    X(outbox_sent, "outbox-sent")         /* count of rows */                            \
    X(wraps_deleted, "wraps-deleted")     /* count */

#define PARAPET_FIGURES(X)          \
    X(port, "port")                 \
    X(count, "count")               \
    X(octets, "octets")             \
    X(milliseconds, "milliseconds") \
    X(version, "version")

enum class Event : std::uint8_t {
#define PARAPET_EVENT(id, text) id,
    PARAPET_EVENTS(PARAPET_EVENT)
#undef PARAPET_EVENT
};

enum class Figure : std::uint8_t {
#define PARAPET_FIGURE(id, text) id,
    PARAPET_FIGURES(PARAPET_FIGURE)
#undef PARAPET_FIGURE
};

inline constexpr auto kEventNames = std::to_array<std::string_view>({
#define PARAPET_EVENT(id, text) text,
    PARAPET_EVENTS(PARAPET_EVENT)
#undef PARAPET_EVENT
});

inline constexpr auto kFigureNames = std::to_array<std::string_view>({
#define PARAPET_FIGURE(id, text) text,
    PARAPET_FIGURES(PARAPET_FIGURE)
#undef PARAPET_FIGURE
});

}  // namespace parapet::service
