// One line of a roster: a person's key, what it may do, and whether it still may.
#pragma once

#include <string>
#include <string_view>

#include "crypto/base/bytes.h"

namespace parapet::verify {

// In the order in which a roster line lists them.
enum class Role : std::uint8_t {
    alternate,
    auditor,
    chief,
    clerk,
    custodian,
    deputy,
    liaison,
    officer,
    receives,
    recovery,
    second,
    translator,
};

// A set of roles, at least one. Written as a sorted comma list.
class Roles {
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles) {
        for (const Role r : roles) bits_ = static_cast<std::uint16_t>(bits_ | bit(r));
    }
    [[nodiscard]] static Result<Roles> parse(std::string_view in);  // malformed
    [[nodiscard]] std::string print() const;
    [[nodiscard]] constexpr bool has(Role r) const { return (bits_ & bit(r)) != 0; }
    // Whether the member may read reports: clerk, officer, second, chief, deputy, alternate, receives.
    [[nodiscard]] bool reading() const;
    friend bool operator==(const Roles&, const Roles&) = default;

private:
    static constexpr std::uint16_t bit(Role r) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(r));
    }
    std::uint16_t bits_ = 0;
};

enum class MemberState : std::uint8_t { active, retired, revoked };

struct Member {
    PersonId person;
    RecipientId rid;
    Roles roles;
    MemberState state = MemberState::active;
    std::uint8_t index = 1;
    SealKey seal_key;
    SignKey sign_key;
    std::string label;

    // The value of a `member` line: malformed, also when rid is not that of the key.
    [[nodiscard]] static Result<Member> parse(std::string_view value);
    [[nodiscard]] std::string print() const;
    [[nodiscard]] bool active() const { return state == MemberState::active; }
    // Active and with a reading role: may sign reads, replies and notes.
    [[nodiscard]] bool may_read() const { return active() && roles.reading(); }
    friend bool operator==(const Member&, const Member&) = default;
};

}  // namespace parapet::verify
