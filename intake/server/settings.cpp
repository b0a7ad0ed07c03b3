#include "intake/server/settings.h"

#include "service/http/route.h"

namespace parapet::intake {

Settings read_settings(service::Configuration& in) {
    return {.listen = in.address("listen"),
            .deployment = in.path("deployment"),
            .site = in.path("site"),
            .drop_store = in.path("drop_store"),
            .drop_key = in.secret<vault::DropKey>("drop_key"),
            .pieces = in.path("pieces"),
            .reply_pieces = in.path("reply_pieces"),
            .mail_store = in.path("mail_store"),
            .mail_key = in.secret<vault::MailKey>("mail_key"),
            .threads = static_cast<unsigned>(in.number_or("threads", 32, 2, 256)),
            .reserve_gib = in.number_or("reserve_gib", 64, 1, 1 << 20),
            .hourly = {.reports = in.number_or("hourly_reports", 600, 4, 1'000'000),
                       .messages = in.number_or("hourly_messages", 1'200, 4, 1'000'000),
                       .octets = in.number_or("hourly_gib", 64, 21, 1 << 20) * service::kGiB},
            .sweep = std::chrono::seconds(in.number_or("sweep_seconds", 60, 1, 3'600))};
}

}  // namespace parapet::intake
