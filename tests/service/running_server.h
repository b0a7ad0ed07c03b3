// A server on a free port of this machine, in its own thread, for as long as the object lives.
#pragma once

#include <thread>

#include "service/http/server.h"

namespace parapet::service::testing {

class RunningServer {
public:
    explicit RunningServer(const Surface& surface, const Limits& limits = {},
                           std::string_view content_policy = kNoPagePolicy);
    ~RunningServer();
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    [[nodiscard]] const Address& address() const { return server_.address(); }
    void stop();  // and wait for it

private:
    Server server_;
    std::thread thread_;
};

}  // namespace parapet::service::testing
