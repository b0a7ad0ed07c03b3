// What the desk answers, as JSON (reviewer/desk/API.md).
#pragma once

#include <string>

#include "reviewer/client/names.h"

namespace parapet::desk {

// Files on their way to the service, in octets.
struct Sending {
    std::uint64_t done = 0;
    std::uint64_t all = 0;
};

struct State {
    bool locked = true;
    bool evaluation = false;
    std::string label;
    std::vector<std::string> roles;
    std::string roster_expires;  // empty before any roster was seen
    std::int32_t days_left = 0;
    bool reachable = false;
    std::optional<Sending> sending{};
};

[[nodiscard]] std::string state_json(const State& state);
[[nodiscard]] std::string inbox_json(std::uint64_t log_size, const std::vector<officer::CaseEntry>& entries);
[[nodiscard]] std::string names_json(const std::vector<officer::NameRequest>& requests);
[[nodiscard]] std::string opened_name_json(const officer::OpenedName& opened);
[[nodiscard]] std::string leaf_json(std::uint64_t leaf);

}  // namespace parapet::desk
