#include "crypto/verify/member.h"

#include <array>

#include "crypto/verify/ed25519.h"
#include "crypto/verify/note_text.h"

namespace parapet::verify {
namespace {

constexpr std::array<std::string_view, 12> kRoleNames{"alternate", "auditor",  "chief",   "clerk",
                                                      "custodian", "deputy",   "liaison", "officer",
                                                      "receives",  "recovery", "second",  "translator"};
constexpr std::array<std::string_view, 3> kStateNames{"active", "retired", "revoked"};

template <class Enum, std::size_t N>
Result<Enum> from_name(const std::array<std::string_view, N>& names, std::string_view in) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == in) return static_cast<Enum>(i);
    return Error{Code::malformed, "a word that is not in its list"};
}

}  // namespace

Result<Roles> Roles::parse(std::string_view in) {
    Roles out;
    for (const std::string_view word : split_words(in, ',')) {
        TRY(const Role role, from_name<Role>(kRoleNames, word));
        // Sorted without repeats: nothing at or above this role may have been set before.
        if (out.bits_ >= bit(role)) return Error{Code::malformed, "roles are sorted and none stands twice"};
        out.bits_ = static_cast<std::uint16_t>(out.bits_ | bit(role));
    }
    return out;
}

std::string Roles::print() const {
    std::string out;
    for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
        if (!has(static_cast<Role>(i))) continue;
        if (!out.empty()) out += ',';
        out += kRoleNames[i];
    }
    return out;
}

bool Roles::reading() const {
    constexpr Roles kReading{Role::clerk,  Role::officer,   Role::second,  Role::chief,
                             Role::deputy, Role::alternate, Role::receives};
    return (bits_ & kReading.bits_) != 0;
}

Result<Member> Member::parse(std::string_view value) {
    std::array<std::string_view, 7> field;
    for (std::string_view& f : field) {
        const std::size_t end = value.find(' ');
        if (end == std::string_view::npos) return Error{Code::malformed, "a member line has eight fields"};
        f = value.substr(0, end);
        value.remove_prefix(end + 1);
    }
    Member out;
    TRY(out.person, value_from_hex<PersonId>(field[0]));
    TRY(out.rid, value_from_hex<RecipientId>(field[1]));
    TRY(out.roles, Roles::parse(field[2]));
    TRY(out.state, from_name<MemberState>(kStateNames, field[3]));
    TRY(const std::uint64_t index, parse_number(field[4]));
    if (index < 1 || index > 255) return Error{Code::malformed, "an index is 1 to 255"};
    out.index = static_cast<std::uint8_t>(index);
    TRY(out.seal_key, value_from_base64<SealKey>(field[5]));
    TRY(out.sign_key, value_from_base64<SignKey>(field[6]));
    TRY_(check_label(value));
    out.label = value;
    if (rid_of(out.seal_key) != out.rid) return Error{Code::malformed, "rid is that of the sealing key"};
    return out;
}

std::string Member::print() const {
    return to_hex(person) + " " + to_hex(rid) + " " + roles.print() + " " +
           std::string(kStateNames[static_cast<std::size_t>(state)]) + " " + std::to_string(index) + " " +
           to_base64(seal_key) + " " + to_base64(sign_key) + " " + label;
}

}  // namespace parapet::verify
