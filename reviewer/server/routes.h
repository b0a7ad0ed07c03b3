// Everything the reviewer service answers (reviewer/API.md).
#pragma once

#include "reviewer/server/app.h"
#include "service/http/route.h"
#include "vault/arriving_piece.h"

namespace parapet::reviewer {

[[nodiscard]] service::Answer deployment(App& app, const service::Request& request);
[[nodiscard]] service::Answer challenge(App& app, const service::Request& request);
[[nodiscard]] service::Answer inbox(App& app, const service::Request& request);
[[nodiscard]] service::Answer read(App& app, const service::Request& request);
[[nodiscard]] service::Answer object(App& app, const service::Request& request);
[[nodiscard]] service::Answer write(App& app, const service::Request& request);
[[nodiscard]] service::Answer begin_upload(App& app, const service::Request& request);
[[nodiscard]] service::Answer upload_piece(App& app, const service::Request& request,
                                           service::ByteSource& body);
[[nodiscard]] service::Answer act(App& app, const service::Request& request);
[[nodiscard]] service::Answer names(App& app, const service::Request& request);
[[nodiscard]] service::Answer ask_name(App& app, const service::Request& request);
[[nodiscard]] service::Answer approve_name(App& app, const service::Request& request);
[[nodiscard]] service::Answer refuse_name(App& app, const service::Request& request);
[[nodiscard]] service::Answer open_name(App& app, const service::Request& request);

using service::Method;
using service::Who;

inline constexpr std::array kRoutes{
    //                  method        path               who          largest body       what happens
    service::Route<App>{Method::get, "/api/deployment", Who::anyone, 0, deployment},
    service::Route<App>{Method::get, "/api/challenge", Who::anyone, 0, challenge},
    service::Route<App>{Method::post, "/api/inbox", Who::note, 8 * service::kKiB, inbox},
    service::Route<App>{Method::post, "/api/read", Who::note, 64 * service::kKiB, read},
    service::Route<App>{Method::post, "/api/object", Who::note, 8 * service::kKiB, object},
    service::Route<App>{Method::post, "/api/upload/begin", Who::note, 8 * service::kKiB, begin_upload},
    service::Route<App>{Method::post, "/api/upload/piece", Who::anyone, vault::kLargestPiece, upload_piece},
    service::Route<App>{Method::post, "/api/write", Who::note, 2 * service::kMiB, write},
    service::Route<App>{Method::post, "/api/act", Who::note, 64 * service::kKiB, act},
    service::Route<App>{Method::post, "/api/names", Who::note, 8 * service::kKiB, names},
    service::Route<App>{Method::post, "/api/names/ask", Who::note, 2 * service::kMiB, ask_name},
    service::Route<App>{Method::post, "/api/names/approve", Who::note, 8 * service::kKiB, approve_name},
    service::Route<App>{Method::post, "/api/names/refuse", Who::note, 2 * service::kMiB, refuse_name},
    service::Route<App>{Method::post, "/api/names/open", Who::note, 8 * service::kKiB, open_name},
};

}  // namespace parapet::reviewer
