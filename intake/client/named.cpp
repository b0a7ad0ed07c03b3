#include "intake/client/named.h"

#include <array>

namespace parapet::reporter {
namespace {

using verify::Role;

struct Telling {
    Role role;
    const char* name;
};

// The ones that tell most come first, and two are enough. Who reads new reports, whatever else, is said only
// of whom nothing else can be.
constexpr std::array<Telling, 11> kTelling{{{Role::chief, "role.chief"},
                                            {Role::deputy, "role.deputy"},
                                            {Role::alternate, "role.alternate"},
                                            {Role::second, "role.second"},
                                            {Role::officer, "role.officer"},
                                            {Role::clerk, "role.clerk"},
                                            {Role::custodian, "role.custodian"},
                                            {Role::liaison, "role.liaison"},
                                            {Role::translator, "role.translator"},
                                            {Role::auditor, "role.auditor"},
                                            {Role::recovery, "role.recovery"}}};

std::string role_in_words(const Catalogue& words, const verify::Roles& roles) {
    std::string first;
    for (const Telling& one : kTelling) {
        if (!roles.has(one.role)) continue;
        if (!first.empty()) return words.say("role.two", {{"first", first}, {"second", words.say(one.name)}});
        first = words.say(one.name);
    }
    return first.empty() ? words.say("role.receives") : first;
}

}  // namespace

std::string Named::in_words(const Catalogue& words) const {
    return role.empty() ? label : words.say("role.own", {{"role", role}, {"label", label}});
}

Named named(const Catalogue& words, const verify::Roles& roles, std::string label) {
    std::string role = role_in_words(words, roles);
    if (label.find(role) != std::string::npos) role.clear();
    return {std::move(role), std::move(label)};
}

Named named(const Catalogue& words, const verify::Member& member) {
    return named(words, member.roles, member.label);
}

}  // namespace parapet::reporter
