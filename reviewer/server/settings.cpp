#include "reviewer/server/settings.h"

namespace parapet::reviewer {

Settings read_settings(service::Configuration& in) {
    return {.listen = in.address("listen"),
            .deployment = in.path("deployment"),
            .drop_store = in.path("drop_store"),
            .drop_key = in.secret<vault::DropKey>("drop_key"),
            .pieces = in.path("pieces"),
            .reply_pieces = in.path("reply_pieces"),
            .reserve_gib = in.number_or("reserve_gib", 64, 1, 1 << 20),
            .mail_store = in.path("mail_store"),
            .mail_key = in.secret<vault::MailKey>("mail_key"),
            .case_store = in.path("case_store"),
            .case_key = in.secret<vault::CasesKey>("case_key"),
            .keys_store = in.path("keys_store"),
            .keys_key = in.secret<vault::KeysKey>("keys_key"),
            .log_seed = in.path("log_seed"),
            .service_seed = in.path("service_seed"),
            .takeover = std::chrono::seconds(in.number("takeover_seconds", 0, 7 * 86'400))};
}

}  // namespace parapet::reviewer
