// A service is one table of routes; what is not in the table is not found. Example:
//
//   constexpr std::array kRoutes{
//       //         method        path             who         largest body  what happens
//       Route<App>{Method::post, "/api/submit",  Who::anyone, 2 * kMiB,     submit},
//       Route<App>{Method::post, "/api/mailbox", Who::note,   8 * kKiB,     view_mailbox},
//   };
//   const Table<App> table{app, kRoutes, &site};
//
// A handler is a free function, called by many threads at once: App guards what it shares.
//   Answer submit(App&, const Request&);                 the whole body is in the request
//   Answer piece(App&, const Request&, ByteSource& body);  the body comes in runs while it arrives
#pragma once

#include <span>

#include "service/http/answer.h"

namespace parapet::service {

inline constexpr std::uint64_t kKiB = 1024;
inline constexpr std::uint64_t kMiB = 1024 * kKiB;
inline constexpr std::uint64_t kGiB = 1024 * kMiB;

class Site;

// Who may ask. `note`: the body carries a signed note, and the handler checks it before all else.
// `page`: the table's guard checks that the request is from the page this program served.
enum class Who : std::uint8_t { anyone, note, page };

struct RouteFacts {
    Method method;
    std::string_view path;
    Who who;
    std::uint64_t largest;  // octets of body; more is too_large, before the handler
    bool streamed;
};

// What the server knows of a table; it does not know the App.
class Surface {
public:
    Surface() = default;
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;
    virtual ~Surface() = default;

    [[nodiscard]] virtual std::size_t count() const = 0;
    [[nodiscard]] virtual RouteFacts facts(std::size_t route) const = 0;
    [[nodiscard]] virtual Status admit(std::size_t route, const Request& request) const = 0;
    [[nodiscard]] virtual Answer act(std::size_t route, const Request& request, ByteSource& body) const = 0;
    [[nodiscard]] virtual const Site* site() const = 0;
    // A page that says in words that a request was refused; empty: programs ask, and get the code.
    [[nodiscard]] virtual std::string_view refusal_page() const = 0;
    // What is said to a request whose body was not taken, with the first octets of that body.
    [[nodiscard]] virtual Answer turn_away(const Request& request, ByteView beginning, Error why) const = 0;
};

template <class App>
struct Act {
    using Whole = Answer (*)(App&, const Request&);
    using Streamed = Answer (*)(App&, const Request&, ByteSource&);
    constexpr Act(Whole f) : whole(f) {}        // NOLINT(google-explicit-constructor)
    constexpr Act(Streamed f) : streamed(f) {}  // NOLINT(google-explicit-constructor)
    Whole whole = nullptr;
    Streamed streamed = nullptr;
};

template <class App>
struct Route {
    Method method;
    std::string_view path;
    Who who;
    std::uint64_t largest;
    Act<App> act;
};

// `guard` is asked before the body is read. `told` answers instead of the handler where a body was too
// large or found no place, and sees what was gathered of it (limits.gathered_body): a refusal, in words of
// its own perhaps. App, routes, site and refusal page must outlive the table.
template <class App>
class Table final : public Surface {
public:
    using Guard = Status (*)(App&, Who, const Request&);
    using TurnAway = Answer (*)(App&, const Request&, ByteView beginning, Error why);

    Table(App& app, std::span<const Route<App>> routes, const Site* site = nullptr, Guard guard = nullptr,
          std::string_view refusal_page = {}, TurnAway told = nullptr)
        : app_(app),
          routes_(routes),
          site_(site),
          guard_(guard),
          refusal_page_(refusal_page),
          turn_away_(told) {}

    [[nodiscard]] std::size_t count() const override { return routes_.size(); }
    [[nodiscard]] RouteFacts facts(std::size_t i) const override {
        const Route<App>& r = routes_[i];
        return {r.method, r.path, r.who, r.largest, r.act.streamed != nullptr};
    }
    [[nodiscard]] Status admit(std::size_t i, const Request& request) const override {
        if (guard_ == nullptr) return Done{};
        return guard_(app_, routes_[i].who, request);
    }
    [[nodiscard]] Answer act(std::size_t i, const Request& request, ByteSource& body) const override {
        const Route<App>& r = routes_[i];
        return r.act.streamed != nullptr ? r.act.streamed(app_, request, body) : r.act.whole(app_, request);
    }
    [[nodiscard]] const Site* site() const override { return site_; }
    [[nodiscard]] std::string_view refusal_page() const override { return refusal_page_; }
    [[nodiscard]] Answer turn_away(const Request& request, ByteView beginning, Error why) const override {
        return turn_away_ == nullptr ? Answer(why) : turn_away_(app_, request, beginning, why);
    }

private:
    App& app_;
    std::span<const Route<App>> routes_;
    const Site* site_;
    Guard guard_;
    std::string_view refusal_page_;
    TurnAway turn_away_;
};

// One request through the table, as the server does it and as tests do it without a socket: found, method,
// size, guard, body, handler. A GET of a file of the site needs no route. Takes the request: it puts the body
// in.
[[nodiscard]] Answer answer(const Surface& surface, Request request, ByteSource& body);
// The same with a body in memory.
[[nodiscard]] Answer answer(const Surface& surface, Request request, ByteView body = {});
// A request that is not let that far. Of its body no more than the first run is asked for.
[[nodiscard]] Answer turn_away(const Surface& surface, const Request& request, ByteSource& body, Error why);

}  // namespace parapet::service
