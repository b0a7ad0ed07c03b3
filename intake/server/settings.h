// intake.toml (intake/API.md).
#pragma once

#include "intake/server/app.h"
#include "service/config/configuration.h"
#include "vault/store_key.h"

namespace parapet::intake {

struct Settings {
    service::Address listen;
    std::string deployment;
    std::string site;
    std::string drop_store;
    vault::DropKey drop_key;
    std::string pieces;
    std::string reply_pieces;
    std::string mail_store;
    vault::MailKey mail_key;
    unsigned threads;
    std::uint64_t reserve_gib;  // what unfinished uploads may hold together
    Hourly hourly;
    std::chrono::seconds sweep;  // between two looks for what may go and for a newer roster
};

// Faulty keys give harmless values; ask Program::configured() before using any.
[[nodiscard]] Settings read_settings(service::Configuration& in);

}  // namespace parapet::intake
