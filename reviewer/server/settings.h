// reviewer.toml (reviewer/API.md).
#pragma once

#include "service/config/configuration.h"
#include "vault/store_key.h"

namespace parapet::reviewer {

struct Settings {
    service::Address listen;
    std::string deployment;
    std::string drop_store;
    vault::DropKey drop_key;
    std::string pieces;
    std::string reply_pieces;
    std::uint64_t reserve_gib;  // what unfinished uploads of the office may hold together
    std::string mail_store;
    vault::MailKey mail_key;
    std::string case_store;
    vault::CasesKey case_key;
    std::string keys_store;
    vault::KeysKey keys_key;
    std::string log_seed;
    std::string service_seed;
    std::chrono::seconds takeover;
};

// Faulty keys give harmless values; ask Program::configured() before using any.
[[nodiscard]] Settings read_settings(service::Configuration& in);

}  // namespace parapet::reviewer
