// root, roster, sign, fingerprint, check, import: the notes that root officers sign.
#include <algorithm>
#include <cstdio>

#include "crypto/cli/commands.h"
#include "crypto/cli/new_key.h"
#include "crypto/cli/note_words.h"
#include "crypto/sign/sign_note.h"
#include "crypto/verify/ed25519.h"
#include "crypto/verify/enrolment.h"
#include "crypto/verify/roster.h"

namespace parapet::cli {
namespace {

Result<verify::Root> read_root(const Path& path) {
    TRY(const Bytes bytes, read_file(path));
    TRY(const verify::UnverifiedRoot root, verify::UnverifiedRoot::parse(bytes));
    return root.verify_configured();
}

Result<verify::Roster> read_roster(const Path& path, const verify::Root& root) {
    TRY(const Bytes bytes, read_file(path));
    TRY(const verify::UnverifiedRoster roster, verify::UnverifiedRoster::parse(bytes));
    return roster.verify(root);
}

Result<std::vector<verify::VerifierKey>> parse_keys(const std::vector<std::string>& vkeys) {
    std::vector<verify::VerifierKey> out;
    for (const std::string& vkey : vkeys) {
        TRY(verify::VerifierKey key, verify::VerifierKey::parse(vkey));
        out.push_back(std::move(key));
    }
    return out;
}

std::uint8_t free_index(const std::vector<verify::Member>& members) {
    std::uint8_t out = 1;
    for (const verify::Member& member : members)
        out = std::max(out, static_cast<std::uint8_t>(member.index + 1));
    return out;
}

// "ENROLMENT-FILE:role,role"
Result<verify::Member> named_member(const std::string& argument, const std::vector<verify::Member>& others) {
    const std::size_t colon = argument.rfind(':');
    if (colon == std::string::npos) return Error{Code::malformed, "a member is FILE:role,role"};
    TRY(const Bytes note, read_file(argument.substr(0, colon)));
    TRY(const verify::Enrolment enrolment, verify::Enrolment::verify(note));
    verify::Member out;
    out.person = enrolment.lines().person;
    out.seal_key = enrolment.lines().seal_key;
    out.sign_key = enrolment.lines().sign_key;
    out.rid = verify::rid_of(out.seal_key);
    out.label = enrolment.lines().label;
    out.index = free_index(others);
    TRY(out.roles, verify::Roles::parse(argument.substr(colon + 1)));
    return out;
}

Status set_state(std::vector<verify::Member>& members, const std::vector<std::string>& rids,
                 verify::MemberState state) {
    for (const std::string& rid : rids) {
        const auto at =
            std::ranges::find_if(members, [&](const verify::Member& m) { return to_hex(m.rid) == rid; });
        if (at == members.end())
            return Error{Code::not_found, "no member of the previous roster has this rid"};
        at->state = state;
    }
    return Done{};
}

// A text nobody signed yet has no place in the note form; it waits under its own name until the first
// signature.
Result<std::string> text_to_sign(const Bytes& file) {
    if (const auto note = verify::UnverifiedNote::parse(file); note.ok()) return std::string(note->text());
    return std::string(text(file));
}

}  // namespace

Status make_root(const RootRequest& request, Random& random) {
    verify::RootLines root;
    root.deployment = random.fixed<DeploymentId>();
    if (!request.previous.empty()) {
        TRY(const verify::Root previous, read_root(request.previous));
        root.deployment = previous.deployment();
        root.version = previous.lines().version + 1;
    }
    root.threshold = request.threshold;
    root.evaluation = request.threshold == 1;
    TRY(root.keys, parse_keys(request.keys));
    TRY(root.log, verify::VerifierKey::parse(request.log));
    TRY(root.service, verify::VerifierKey::parse(request.service));
    root.origins = request.origins;
    TRY(const verify::RootLines again, verify::RootLines::parse(root.print()));
    TRY_(write_new(request.out, view(again.print()), kPublic));
    std::printf("%sfingerprint %s\n", in_words(again).c_str(),
                verify::root_fingerprint(again.print()).print().c_str());
    return Done{};
}

Status make_roster(const RosterRequest& request) {
    TRY(const verify::Root root, read_root(request.root));
    verify::RosterLines roster;
    roster.deployment = root.deployment();
    if (!request.previous.empty()) {
        TRY(const verify::Roster previous, read_roster(request.previous, root));
        roster.version = previous.lines().version + 1;
        roster.prev = previous.hash();
        roster.members = previous.members();
    }
    roster.issued = request.today;
    roster.expires = request.today.plus(request.days);
    roster.escrow = request.escrow;
    TRY_(set_state(roster.members, request.retire, verify::MemberState::retired));
    TRY_(set_state(roster.members, request.revoke, verify::MemberState::revoked));
    for (const std::string& argument : request.members) {
        TRY(verify::Member member, named_member(argument, roster.members));
        roster.members.push_back(std::move(member));
    }
    TRY(const verify::RosterLines again, verify::RosterLines::parse(roster.print()));
    TRY_(write_new(request.out, view(again.print()), kPublic));
    std::printf("%s", in_words(again).c_str());
    return Done{};
}

Status add_root_signature(const SignRequest& request) {
    TRY(const Bytes file, read_file(request.text));
    TRY(const std::string to_sign, text_to_sign(file));
    TRY(const std::string words, note_in_words(to_sign));
    std::printf("%s", words.c_str());
    TRY(const keys::KeySeed seed,
        open_key(request.key_file, keys::KeyUse::root_officer, request.passphrase_file));
    const sign::SigningKey key = keys::root_signing_key(seed);
    Bytes note = sign::sign_note(to_sign, request.name, key);
    if (file.size() != to_sign.size()) {
        TRY(note, sign::add_signature(file, request.name, key));
    }
    Path fresh = request.text;
    fresh += ".signed";
    TRY_(write_new(fresh, note, kPublic));
    std::error_code failed;
    std::filesystem::rename(fresh, request.text, failed);
    if (failed) return Error{Code::io, "the signed note could not take its place"};
    std::printf("signed as %s\n", request.name.c_str());
    return Done{};
}

Status print_fingerprint(const Path& path) {
    TRY(const Bytes bytes, read_file(path));
    if (const auto root = verify::UnverifiedRoot::parse(bytes); root.ok()) {
        std::printf("%s\n", root->fingerprint().print().c_str());
        return Done{};
    }
    TRY(const verify::Enrolment enrolment, verify::Enrolment::verify(bytes));
    std::printf("%s\n", enrolment.fingerprint().print().c_str());
    return Done{};
}

Status check(const Path& root_path, const Path& roster_path, verify::Day today) {
    TRY(const verify::Root root, read_root(root_path));
    TRY(const verify::Roster roster, read_roster(roster_path, root));
    std::printf("%s%s", in_words(root.lines()).c_str(), in_words(roster.lines()).c_str());
    TRY_(roster.accept(today, 0));
    std::printf("signed by enough root officers, and valid today\nfingerprint %s\n",
                root.fingerprint().print().c_str());
    return Done{};
}

Status import_notes(const Path& root_path, const Path& roster_path, const Path& folder) {
    TRY(const verify::Root root, read_root(root_path));
    TRY(const verify::Roster roster, read_roster(roster_path, root));
    std::error_code failed;
    std::filesystem::create_directories(folder / "rosters", failed);
    if (failed) return Error{Code::io, "the deployment folder could not be made"};
    if (std::filesystem::exists(folder / "root.note")) {
        TRY(const verify::Root there, read_root(folder / "root.note"));
        if (text(there.note()) != text(root.note()))
            return Error{Code::wrong_fingerprint, "the folder has another root"};
    } else {
        TRY_(write_new(folder / "root.note", root.note(), kPublic));
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder / "rosters", failed)) {
        TRY(const verify::Roster there, read_roster(entry.path(), root));
        if (there.lines().version >= roster.lines().version)
            return Error{Code::rolled_back, "the folder has this roster or a newer one"};
    }
    const std::string name = std::to_string(roster.lines().version) + ".note";
    return write_new(folder / "rosters" / name, roster.note(), kPublic);
}

}  // namespace parapet::cli
