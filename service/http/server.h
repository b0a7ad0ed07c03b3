// A server: a table of routes behind the accept gate (gate.h).
#pragma once

#include <memory>

#include "service/http/fixed_fields.h"
#include "service/http/limits.h"
#include "service/http/route.h"
#include "service/http/socket.h"
#include "service/log/counters.h"
#include "service/process/stop_signal.h"

namespace parapet::service {

class Gate;

class Server {
public:
    struct Settings {
        Address address{};
        std::string_view content_policy = kNoPagePolicy;
        Limits limits{};
        Counters* refusals = nullptr;  // where refusals are counted, if anywhere; outlives the server
    };

    // Listens, but answers nobody before run(). Raises the process's limit of open files as far as allowed.
    // The surface must outlive the server. Errors: as listen_at().
    [[nodiscard]] static Result<Server> open(const Surface& surface, const Settings& settings);
    Server(Server&&) noexcept;
    Server& operator=(Server&&) noexcept;
    ~Server();

    [[nodiscard]] const Address& address() const { return address_; }
    // Serves, with its own threads, until stop() or until the signal, if one is given.
    // Then finishes what is running and returns.
    void run(StopSignal* signal = nullptr);
    // From any thread.
    void stop();

private:
    Server(std::unique_ptr<Gate> gate, Address address);
    std::unique_ptr<Gate> gate_;
    Address address_;
};

}  // namespace parapet::service
