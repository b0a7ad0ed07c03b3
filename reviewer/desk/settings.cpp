#include "reviewer/desk/settings.h"

namespace parapet::desk {

using std::chrono::minutes;

Settings read_settings(service::Configuration& in) {
    return {.listen = in.address("listen"),
            .server = in.text("server"),
            .fingerprint = in.text("fingerprint"),
            .key_file = in.path("key_file"),
            .state = in.path("state"),
            .site = in.path("site"),
            .lock_after = in.has("lock_after") ? in.duration("lock_after", minutes(1), minutes(8 * 60))
                                               : std::chrono::seconds(minutes(15))};
}

bool is_loopback(const service::Address& address) {
    return address.host == "::1" || address.host.starts_with("127.");
}

}  // namespace parapet::desk
