// roster: {root, roster, today?, last_version?, exclude?: [person]} -> {hash, version, recipients: [rid]}.
// With today: what a client asks before it seals (`accept`). Without: only that it is genuine.
#include "crypto/verify/roster.h"

#include "crypto/verify/ed25519.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_roster {

using cast::replaced;
using verify::Role;
using verify::RosterLines;

Json in_note(const Bytes& note) { return {{"root", octets(cast::root_note())}, {"roster", octets(note)}}; }
Json in(const RosterLines& lines) { return in_note(cast::sign_by_officers(lines.print())); }

Json on(Json vector, std::string_view today, std::uint64_t last_version = 0) {
    vector["today"] = today;
    vector["last_version"] = last_version;
    return vector;
}

Json ok_of(const RosterLines& lines, const std::vector<std::string_view>& recipients) {
    Json rids = Json::array();
    for (const std::string_view name : recipients)
        rids.push_back(hex(verify::rid_of(cast::member_keys(name).seal_key)));
    return {
        {"hash", hex(verify::roster_hash(lines.print()))}, {"version", lines.version}, {"recipients", rids}};
}

// Four members: a sealing key is 1216 bytes, and every file holds all of them.
RosterLines plain_lines() {
    RosterLines out = cast::roster_lines();
    const std::vector<verify::Member>& all = out.members;
    out.members = {all[0], all[1], all[3], all[4]};  // clerk, chief, auditor, recovery
    return out;
}

RosterLines changed(auto change) {
    RosterLines out = plain_lines();
    change(out);
    return out;
}

void write_good(VectorFolder& out) {
    const RosterLines plain = plain_lines();
    const std::vector<std::string_view> everybody{"clerk", "chief", "recovery"};
    out.ok("plain", "Recipients of a report: who receives, then recovery.", in(plain),
           ok_of(plain, everybody));
    out.ok("on-the-day-before-issue", "Clocks differ by a day.", on(in(plain), "2026-10-31"),
           ok_of(plain, everybody));
    out.ok("on-the-day-of-expiry", "Good to the end of that day.", on(in(plain), "2027-02-28"),
           ok_of(plain, everybody));
    out.ok("the-version-last-seen", "The same again.", on(in(plain), "2026-11-23", 3),
           ok_of(plain, everybody));
    Json without_clerk = in(plain);
    without_clerk["exclude"] = Json::array({hex(plain.members[0].person)});
    out.ok("one-person-excluded", "Neither that person nor recovery receives.", without_clerk,
           ok_of(plain, {"chief"}));
    const RosterLines hundred_and_twenty = changed([](RosterLines& r) { r.expires = r.issued.plus(120); });
    out.ok("good-for-120-days", "As long as a roster may be.", in(hundred_and_twenty),
           ok_of(hundred_and_twenty, everybody));
    const RosterLines last_days = changed([](RosterLines& r) {
        r.issued = verify::Day::parse("9999-12-01").value();
        r.expires = verify::Day::parse("9999-12-31").value();
    });
    out.ok("to-the-last-day-of-the-calendar", "120 days later there is no date to compare with.",
           on(in(last_days), "9999-12-31"), ok_of(last_days, everybody));
    const RosterLines escrow = changed([](RosterLines& r) { r.escrow = 2; });
    out.ok("with-escrow", "A client seals to it, and an identity object with every message.",
           on(in(escrow), "2026-11-23"), ok_of(escrow, everybody));
    const RosterLines overlap = changed([](RosterLines& r) {
        r.escrow = 2;
        r.members[0].roles = {Role::clerk, Role::receives, Role::custodian};
        r.members[2].roles = {Role::auditor, Role::custodian};
    });
    out.ok("one-custodian-of-two-reads", "Genuine: fewer than k custodians read.", in(overlap),
           ok_of(overlap, everybody));
    const RosterLines label =
        changed([](RosterLines& r) { r.members[0].label = "the  first clerk, \xE2\x82\xAC"; });
    out.ok("label-with-spaces", "A label is the rest of the line.", in(label), ok_of(label, everybody));
}

void write_form_faults(VectorFolder& out) {
    const std::string good = plain_lines().print();
    const auto text = [&](const char* fault, const char* about, const std::string& changed_text, Code code) {
        out.refused(fault, about, in_note(cast::sign_by_officers(changed_text)), code);
    };
    const auto bad = [&](const char* fault, const char* about, Code code, auto change) {
        out.refused(fault, about, in(changed(change)), code);
    };
    text("another-type", "A root's first line.", replaced(good, "parapet-roster/1", "parapet-root/1"),
         Code::wrong_type);
    text("unknown-role", "No role is called so.", replaced(good, " chief,receives ", " chief,reads "),
         Code::malformed);
    text("roles-not-sorted", "The list is sorted.", replaced(good, " chief,receives ", " receives,chief "),
         Code::malformed);
    text("role-twice", "None stands twice.", replaced(good, " chief,receives ", " chief,chief "),
         Code::malformed);
    text("no-role", "A member has at least one.", replaced(good, " chief,receives ", "  "), Code::malformed);
    text("unknown-state", "Active, retired or revoked.",
         replaced(good, " auditor active ", " auditor absent "), Code::malformed);
    text("index-0", "Indices are 1 to 255.",
         replaced(good, " chief,receives active 2 ", " chief,receives active 0 "), Code::malformed);
    text("index-256", "Indices are 1 to 255.",
         replaced(good, " chief,receives active 2 ", " chief,receives active 256 "), Code::malformed);
    text("day-that-does-not-exist", "There is no 30 February.",
         replaced(good, "expires 2027-02-28", "expires 2027-02-30"), Code::malformed);
    text("member-without-a-label", "The eighth field is missing.", replaced(good, " the chief\n", "\n"),
         Code::malformed);
    text("no-members", "At least one.", good.substr(0, good.find("member ")), Code::malformed);
    bad("label-of-65-bytes", "At most 64.", Code::malformed,
        [](RosterLines& r) { r.members[0].label = std::string(65, 'l'); });
    bad("rid-of-another-key", "The rid is that of the sealing key.", Code::malformed,
        [](RosterLines& r) { r.members[0].rid.bytes[0] ^= 1; });
    bad("index-twice", "Two active members with one index.", Code::malformed,
        [](RosterLines& r) { r.members[1].index = r.members[0].index; });
    bad("good-for-121-days", "At most 120.", Code::malformed,
        [](RosterLines& r) { r.expires = r.issued.plus(121); });
    bad("expires-before-it-is-issued", "The wrong way round.", Code::malformed,
        [](RosterLines& r) { r.expires = r.issued.plus(-1); });
    bad("member-twice", "The same line again under another index.", Code::bad_key, [](RosterLines& r) {
        r.members.push_back(r.members[0]);
        r.members.back().index = 9;
    });
    bad("sign-key-twice", "Two members with one signing key.", Code::bad_key,
        [](RosterLines& r) { r.members[1].sign_key = r.members[0].sign_key; });
    bad("sign-key-of-small-order", "The identity.", Code::bad_key, [](RosterLines& r) {
        r.members[0].sign_key = SignKey{};
        r.members[0].sign_key.bytes[0] = 1;
    });
    bad("escrow-65", "As many wraps as an identity has at most.", Code::malformed,
        [](RosterLines& r) { r.escrow = 65; });
    bad("custodians-who-read", "k = 1 and one person holds both.", Code::roles_overlap, [](RosterLines& r) {
        r.escrow = 1;
        r.members[0].roles = {Role::clerk, Role::receives, Role::custodian};
    });
    bad("custodian-who-reads-under-another-key", "Persons are compared, not keys.", Code::roles_overlap,
        [](RosterLines& r) {
            r.escrow = 1;
            r.members[2].roles = {Role::custodian};
            r.members[2].person = r.members[0].person;
        });
}

void write_faults_of_trust(VectorFolder& out) {
    const RosterLines plain = plain_lines();
    const std::string good = plain.print();
    out.refused("one-signature-of-two", "Below the threshold.",
                in_note(sign::sign_note(good, "root-1", cast::signing_key("root-1"))), Code::threshold);
    out.refused("signed-by-a-member", "Members do not make rosters.",
                in_note(sign::sign_note(good, "clerk", cast::signing_key("clerk"))), Code::unknown_signer);
    Bytes spoiled = cast::sign_by_officers(good);
    spoiled[spoiled.size() - 10] = spoiled[spoiled.size() - 10] == 'A' ? 'B' : 'A';
    out.refused("signature-changed", "One character of the second signature.", in_note(spoiled),
                Code::bad_signature);
    out.refused("another-deployment", "Signed by the same officers for elsewhere.",
                in(changed([](RosterLines& r) { r.deployment = cast::fixed<DeploymentId>("elsewhere"); })),
                Code::wrong_deployment);
    out.refused("two-days-before-issue", "More than a clock is wrong.", on(in(plain), "2026-10-30"),
                Code::not_yet_valid);
    out.refused("the-day-after-expiry", "No new report under an expired roster.", on(in(plain), "2027-03-01"),
                Code::expired);
    out.refused("older-than-the-last-seen", "Version 3 after version 4.", on(in(plain), "2026-11-23", 4),
                Code::rolled_back);
    out.refused("escrow-1-outside-an-evaluation", "One custodian alone opens no name.",
                in(changed([](RosterLines& r) { r.escrow = 1; })), Code::threshold);
    Json nobody = in(plain);
    nobody["exclude"] = {hex(plain.members[0].person), hex(plain.members[1].person)};
    out.refused("everybody-excluded", "Nobody is left who receives.", nobody, Code::not_a_recipient);
}

void write_roster(VectorFolder& out) {
    write_good(out);
    write_form_faults(out);
    write_faults_of_trust(out);
}

const Registered kRegistered{"roster", write_roster};

}  // namespace parapet::vectors::group_roster
