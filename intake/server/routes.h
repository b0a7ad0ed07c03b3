// Everything intake answers, besides the files of its site (intake/API.md).
#pragma once

#include "intake/server/app.h"
#include "service/http/route.h"
#include "vault/arriving_piece.h"

namespace parapet::intake {

[[nodiscard]] service::Answer deployment(App& app, const service::Request& request);
[[nodiscard]] service::Answer rosters(App& app, const service::Request& request);
[[nodiscard]] service::Answer challenge(App& app, const service::Request& request);
[[nodiscard]] service::Answer submit(App& app, const service::Request& request);
[[nodiscard]] service::Answer begin_upload(App& app, const service::Request& request);
[[nodiscard]] service::Answer upload_piece(App& app, const service::Request& request,
                                           service::ByteSource& body);
[[nodiscard]] service::Answer mailbox(App& app, const service::Request& request);
[[nodiscard]] service::Answer own(App& app, const service::Request& request);
[[nodiscard]] service::Answer fetch(App& app, const service::Request& request);
[[nodiscard]] service::Answer burn(App& app, const service::Request& request);

using service::Method;
using service::Who;

inline constexpr std::array kRoutes{
    //                  method        path                  who          largest body what happens
    service::Route<App>{Method::get, "/api/deployment", Who::anyone, 0, deployment},
    service::Route<App>{Method::get, "/api/rosters", Who::anyone, 0, rosters},
    service::Route<App>{Method::get, "/api/challenge", Who::anyone, 0, challenge},
    service::Route<App>{Method::post, "/api/submit", Who::note, 2 * service::kMiB, submit},
    service::Route<App>{Method::post, "/api/upload/begin", Who::note, 64 * service::kKiB, begin_upload},
    service::Route<App>{Method::post, "/api/upload/piece", Who::anyone, vault::kLargestPiece, upload_piece},
    service::Route<App>{Method::post, "/api/mailbox", Who::note, 8 * service::kKiB, mailbox},
    service::Route<App>{Method::post, "/api/own", Who::note, 8 * service::kKiB, own},
    service::Route<App>{Method::post, "/api/fetch", Who::note, 8 * service::kKiB, fetch},
    service::Route<App>{Method::post, "/api/burn", Who::note, 8 * service::kKiB, burn},
};

}  // namespace parapet::intake
