// Everything the desk answers its own page (reviewer/desk/API.md).
#pragma once

#include "reviewer/desk/desk.h"
#include "reviewer/desk/page_guard.h"
#include "service/http/route.h"

namespace parapet::desk {

struct App {
    Desk& desk;
    PageGuard guard;
};

[[nodiscard]] service::Answer state(App& app, const service::Request& request);
[[nodiscard]] service::Answer unlock(App& app, const service::Request& request);
[[nodiscard]] service::Answer lock(App& app, const service::Request& request);
[[nodiscard]] service::Answer inbox(App& app, const service::Request& request);
[[nodiscard]] service::Answer read(App& app, const service::Request& request);
[[nodiscard]] service::Answer attachment(App& app, const service::Request& request);
[[nodiscard]] service::Answer reply(App& app, const service::Request& request);
[[nodiscard]] service::Answer reply_with_files(App& app, const service::Request& request,
                                               service::ByteSource& body);
[[nodiscard]] service::Answer recuse(App& app, const service::Request& request);

using service::Method;
using service::Who;

inline constexpr std::array kRoutes{
    //                  method        path              who        largest body         what happens
    service::Route<App>{Method::get, "/api/state", Who::page, 0, state},
    service::Route<App>{Method::post, "/api/unlock", Who::page, 4 * service::kKiB, unlock},
    service::Route<App>{Method::post, "/api/lock", Who::page, 4 * service::kKiB, lock},
    service::Route<App>{Method::post, "/api/inbox", Who::page, 4 * service::kKiB, inbox},
    service::Route<App>{Method::post, "/api/read", Who::page, 4 * service::kKiB, read},
    service::Route<App>{Method::post, "/api/attachment", Who::page, 4 * service::kKiB, attachment},
    service::Route<App>{Method::post, "/api/reply", Who::page, 64 * service::kKiB, reply},
    service::Route<App>{Method::post, "/api/reply-with-files", Who::page, 21 * service::kGiB,
                        reply_with_files},
    service::Route<App>{Method::post, "/api/recuse", Who::page, 4 * service::kKiB, recuse},
};

[[nodiscard]] inline Status guard_page(App& app, Who, const service::Request& request) {
    return app.guard.admit(request);
}

}  // namespace parapet::desk
