#include "reviewer/desk/answers.h"

#include <nlohmann/json.hpp>

namespace parapet::desk {
namespace {

using Json = nlohmann::ordered_json;

Json entry_json(const officer::CaseEntry& entry) {
    Json out;
    out["case"] = to_hex(entry.case_id);
    out["day"] = entry.day.print();
    out["new"] = entry.unanswered();
    out["messages"] = entry.messages();
    out["attachments"] = entry.count(verify::Kind::attachment);
    out["answered"] = entry.count(verify::Kind::reply) > 0;
    if (entry.fault) out["fault"] = code_name(*entry.fault);
    return out;
}

}  // namespace

std::string state_json(const State& state) {
    Json out;
    out["locked"] = state.locked;
    out["evaluation"] = state.evaluation;
    out["label"] = state.label;
    out["roles"] = state.roles;
    out["roster_expires"] = state.roster_expires;
    out["days_left"] = state.days_left;
    out["server"] = state.reachable ? "reachable" : "unreachable";
    return out.dump();
}

std::string inbox_json(std::uint64_t log_size, const std::vector<officer::CaseEntry>& entries) {
    Json out;
    out["checkpoint"]["size"] = log_size;
    out["cases"] = Json::array();
    for (const officer::CaseEntry& entry : entries) out["cases"].push_back(entry_json(entry));
    return out.dump();
}

std::string leaf_json(std::uint64_t leaf) {
    Json out;
    out["leaf"] = leaf;
    return out.dump();
}

}  // namespace parapet::desk
