// Bodies of everything the reviewer service is asked, through its own table and over real stores. The first
// octet picks the route. Nothing that was made up here carries an officer's signature, so nothing is accepted
// and nothing comes onto the log.
#include "reviewer/server/routes.h"
#include "tests/reviewer/world.h"

using namespace parapet;

namespace {

constexpr std::array<std::string_view, 5> kAsked{"/api/inbox", "/api/read", "/api/object", "/api/write",
                                                 "/api/act"};

std::uint64_t log_size(reviewer::App& app) {
    return app.cases->read([](const vault::CaseLook& look) { return look.head(); })->size;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static reviewer::testing::World world;
    static const service::Table<reviewer::App> table(world.app(), reviewer::kRoutes);
    if (size == 0) return 0;
    service::Request request{.method = service::Method::post,
                             .path = std::string(kAsked[data[0] % kAsked.size()])};
    const service::Answer answer = service::answer(table, std::move(request), ByteView(data + 1, size - 1));
    INVARIANT(answer.error().has_value());
    INVARIANT(log_size(world.app()) == 0);
    return 0;
}
