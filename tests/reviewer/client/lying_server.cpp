#include "tests/reviewer/client/lying_server.h"

namespace parapet::reviewer::testing {

LyingServer::LyingServer(App& app) : honest_(app, kRoutes), table_(*this, kLyingRoutes), server_(table_) {}

std::string LyingServer::origin() const { return "http://" + service::write_address(server_.address()); }

service::Answer LyingServer::pass(LyingServer& self, const service::Request& request) {
    service::Request asked{.method = request.method, .path = request.path};
    service::Answer honest = service::answer(self.honest_, std::move(asked), request.body);
    const auto records = verify::parse_bundle(honest.body());
    if (honest.error() || !records.ok()) return honest;
    std::vector<Answered> changed;
    for (const verify::Record& record : *records)
        changed.push_back({record.type, {record.bytes.begin(), record.bytes.end()}});
    self.change(request.path, changed);
    verify::BundleWriter out;
    for (const Answered& record : changed) out.add(record.type, record.bytes);
    return service::Answer::octets(out.finish());
}

}  // namespace parapet::reviewer::testing
