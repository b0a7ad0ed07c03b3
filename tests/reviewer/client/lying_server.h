// The real service behind somebody who changes what it answers: each record of each answer, as a test likes.
#pragma once

#include <functional>

#include "crypto/verify/bundle.h"
#include "reviewer/server/routes.h"
#include "tests/service/running_server.h"

namespace parapet::reviewer::testing {

class LyingServer {
public:
    // `path` and the records of an answer that is a bundle.
    struct Answered {
        verify::RecordType type;
        Bytes bytes;
    };
    using Change = std::function<void(std::string_view path, std::vector<Answered>& records)>;

    explicit LyingServer(App& app);
    [[nodiscard]] std::string origin() const;
    Change change = [](std::string_view, std::vector<Answered>&) {};

private:
    static service::Answer pass(LyingServer& self, const service::Request& request);
    static constexpr std::array kLyingRoutes{
        service::Route<LyingServer>{service::Method::get, "/api/deployment", service::Who::anyone, 0, pass},
        service::Route<LyingServer>{service::Method::get, "/api/challenge", service::Who::anyone, 0, pass},
        service::Route<LyingServer>{service::Method::post, "/api/inbox", service::Who::note, 1 << 20, pass},
        service::Route<LyingServer>{service::Method::post, "/api/read", service::Who::note, 1 << 20, pass},
        service::Route<LyingServer>{service::Method::post, "/api/object", service::Who::note, 1 << 20, pass},
        service::Route<LyingServer>{service::Method::post, "/api/write", service::Who::note, 4 << 20, pass},
        service::Route<LyingServer>{service::Method::post, "/api/act", service::Who::note, 1 << 20, pass},
    };

    service::Table<App> honest_;
    service::Table<LyingServer> table_;
    service::testing::RunningServer server_;
};

}  // namespace parapet::reviewer::testing
