// custodians: {root, roster, exclude?: [person], identity?, shares?: [rid]} -> {custodians: [{rid, index}],
// keeps_names}. With identity, whether such an object is there: what a server asks of a submission's headers
// and shares.
#include "crypto/verify/custodians.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_custodians {

using verify::Role;
using verify::RosterLines;

// clerk, and three keepers of whom two open a name.
RosterLines lines() {
    RosterLines out = cast::roster_lines();
    out.escrow = 2;
    out.members = {out.members[0], cast::member("keeper-1", {Role::custodian}, 23),
                   cast::member("keeper-2", {Role::custodian}, 21),
                   cast::member("keeper-3", {Role::custodian}, 22)};
    return out;
}

RosterLines changed(auto change) {
    RosterLines out = lines();
    change(out);
    return out;
}

Json in(const RosterLines& roster) {
    return {{"root", octets(cast::root_note())}, {"roster", octets(cast::sign_by_officers(roster.print()))}};
}

Json ok(const std::vector<std::pair<const char*, int>>& holders, bool keeps_names) {
    Json out = Json::array();
    for (const auto& [name, index] : holders)
        out.push_back({{"rid", hex(cast::member(name, {}, 1).rid)}, {"index", index}});
    return {{"custodians", out}, {"keeps_names", keeps_names}};
}

Json with(Json vector, const char* key, Json value) {
    vector[key] = std::move(value);
    return vector;
}

void write_custodians(VectorFolder& out) {
    const Json good = in(lines());
    const Json all = ok({{"keeper-2", 21}, {"keeper-3", 22}, {"keeper-1", 23}}, true);
    const auto person = [](const char* name) { return hex(cast::member(name, {}, 1).person); };
    const auto rid = [](const char* name) { return hex(cast::member(name, {}, 1).rid); };
    out.ok("two-of-three", "In the order of their indices.", good, all);
    out.ok("one-kept-out", "Two are left, which is enough.",
           with(good, "exclude", Json::array({person("keeper-3")})),
           ok({{"keeper-2", 21}, {"keeper-1", 23}}, true));
    out.ok("two-kept-out", "One is left, which is too few for a name.",
           with(good, "exclude", Json::array({person("keeper-3"), person("keeper-1")})),
           ok({{"keeper-2", 21}}, false));
    out.ok("no-escrow", "Custodians keep nothing where no name is confided.",
           in(changed([](RosterLines& r) { r.escrow = 0; })), ok({}, false));
    out.ok("retired-or-revoked", "Only active lines get a share.", in(changed([](RosterLines& r) {
               r.members[1].state = verify::MemberState::retired;
               r.members[2].state = verify::MemberState::revoked;
           })),
           ok({{"keeper-3", 22}}, false));
    out.ok("two-lines-of-one-person", "A person has one share, that of the lowest index.",
           in(changed([](RosterLines& r) { r.members[1].person = r.members[2].person; })),
           ok({{"keeper-2", 21}, {"keeper-3", 22}}, true));
    const Json there = with(good, "identity", true);
    out.ok("identity-where-it-belongs", "With a share for each.",
           with(there, "shares", Json::array({rid("keeper-1"), rid("keeper-3")})), all);
    out.ok("identity-without-a-share", "Every custodian was kept out.", with(there, "shares", Json::array()),
           all);
    out.refused("identity-missing", "The roster has escrow.", with(good, "identity", false),
                Code::bad_header);
    out.refused("identity-without-escrow", "Nobody keeps names.",
                with(in(changed([](RosterLines& r) { r.escrow = 0; })), "identity", true), Code::bad_header);
    out.refused("share-for-a-clerk", "Shares are for custodians.",
                with(there, "shares", Json::array({rid("clerk")})), Code::not_a_recipient);
    out.refused("share-for-a-stranger", "A key of no roster.",
                with(there, "shares", Json::array({rid("nobody")})), Code::not_a_recipient);
}

const Registered kRegistered{"custodians", write_custodians};

}  // namespace parapet::vectors::group_custodians
