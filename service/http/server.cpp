#include "service/http/server.h"

#include <sys/resource.h>

#include <algorithm>

#include "service/http/gate.h"

namespace parapet::service {

namespace {

constexpr std::size_t kOtherFiles = 128;  // stores, logs, uploads being written

std::size_t connections_allowed(std::size_t wanted) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
    limit.rlim_cur = limit.rlim_max;
    (void)::setrlimit(RLIMIT_NOFILE, &limit);
    (void)::getrlimit(RLIMIT_NOFILE, &limit);
    const std::size_t files = limit.rlim_cur;
    return std::min(wanted, files > 2 * kOtherFiles ? files - kOtherFiles : files / 2);
}

}  // namespace

Result<Server> Server::open(const Surface& surface, const Settings& settings) {
    TRY(Listener listener, listen_at(settings.address));
    Address address = listener.address;
    Limits limits = settings.limits;
    limits.connections = connections_allowed(limits.connections);
    auto gate = std::make_unique<Gate>(std::move(listener), surface, fixed_fields(settings.content_policy),
                                       limits, settings.refusals);
    return Server(std::move(gate), std::move(address));
}

Server::Server(std::unique_ptr<Gate> gate, Address address)
    : gate_(std::move(gate)), address_(std::move(address)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

void Server::run(StopSignal* signal) { gate_->run(signal); }
void Server::stop() { gate_->stop(); }

}  // namespace parapet::service
