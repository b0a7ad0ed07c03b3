#include "tests/service/running_server.h"

namespace parapet::service::testing {

namespace {

Server opened(const Surface& surface, const Limits& limits, std::string_view content_policy) {
    Server::Settings settings;
    settings.limits = limits;
    settings.content_policy = content_policy;
    Result<Server> server = Server::open(surface, settings);
    INVARIANT(server.ok());
    return std::move(server).value();
}

}  // namespace

RunningServer::RunningServer(const Surface& surface, const Limits& limits, std::string_view content_policy)
    : server_(opened(surface, limits, content_policy)), thread_([this] { server_.run(); }) {}

RunningServer::~RunningServer() { stop(); }

void RunningServer::stop() {
    if (!thread_.joinable()) return;
    server_.stop();
    thread_.join();
}

}  // namespace parapet::service::testing
