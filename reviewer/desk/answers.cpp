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

Json request_json(const officer::NameRequest& request) {
    Json out;
    out["request"] = request.index;
    out["case"] = to_hex(request.case_id);
    if (request.fault) {
        out["fault"] = code_name(*request.fault);
        return out;
    }
    out["asked"] = request.asked.print();
    out["by"] = request.label;
    out["purpose"] = verify::purpose_name(request.purpose);
    out["reason"] = request.reason;
    out["needed"] = request.quorum;
    out["agreed"] = request.agreed();
    out["expired"] = request.expired;
    out["mine_to_answer"] = request.share.has_value();
    out["answers"] = Json::array();
    for (const officer::NameAnswer& answer : request.answers)
        out["answers"].push_back(
            {{"by", answer.label}, {"agreed", answer.agreed}, {"reason", answer.reason}});
    return out;
}

}  // namespace

std::string names_json(const std::vector<officer::NameRequest>& requests) {
    Json out;
    out["requests"] = Json::array();
    for (const officer::NameRequest& request : requests) out["requests"].push_back(request_json(request));
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string opened_name_json(const officer::OpenedName& opened) {
    Json out;
    out["leaf"] = opened.leaf;
    out["opened"] = opened.identity.has_value();
    out["false_shares"] = opened.liars;
    if (opened.identity) {
        out["given"] = opened.identity->given.has_value();
        if (const auto& given = opened.identity->given) {
            out["name"] = given->name;
            out["contact"] = given->contact;
            out["known"] = content::name_of(given->known);
        }
    }
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string state_json(const State& state) {
    Json out;
    out["locked"] = state.locked;
    out["evaluation"] = state.evaluation;
    out["label"] = state.label;
    out["roles"] = state.roles;
    out["roster_expires"] = state.roster_expires;
    out["days_left"] = state.days_left;
    out["server"] = state.reachable ? "reachable" : "unreachable";
    if (state.sending) out["sending"] = {{"done", state.sending->done}, {"all", state.sending->all}};
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
