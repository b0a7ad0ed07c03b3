// desk.toml:
//
//   listen      = "127.0.0.1:0"               loopback only; 0: any free port
//   server      = "http://127.0.0.1:8444"     where the reviewer service answers
//   fingerprint = "01234 56789 …"             of the root note, as compared in person
//   key_file    = "clerk.key"
//   state       = "desk.state"                what was verified last; made when it is not there
//   site        = "web"                       the page, built from reviewer/desk/web
//   lock_after  = "15m"                       optional: without a request for so long, the desk locks
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "service/config/configuration.h"

namespace parapet::desk {

struct Settings {
    service::Address listen;
    std::string server;
    std::string fingerprint;
    std::filesystem::path key_file;
    std::filesystem::path state;
    std::string site;
    std::chrono::seconds lock_after;
};

// Ask finish() of the configuration before using any. `listen` must be a loopback address: main() asks.
[[nodiscard]] Settings read_settings(service::Configuration& in);
[[nodiscard]] bool is_loopback(const service::Address& address);

}  // namespace parapet::desk
