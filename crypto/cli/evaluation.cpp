// A whole evaluation deployment in one command. What a ceremony spreads over people and rooms lies in one
// folder here, which is why the root says `evaluation yes` and every page repeats it.
#include <array>
#include <cstdio>

#include "crypto/cli/commands.h"
#include "crypto/cli/new_key.h"
#include "crypto/keys/passphrase.h"
#include "crypto/sign/sign_note.h"

namespace parapet::cli {
namespace {

struct Seat {
    const char* file;
    const char* label;
    const char* roles;
};
constexpr std::array<Seat, 7> kSeats{{{"clerk", "Intake clerk", "clerk,receives"},
                                      {"officer", "Case officer", "officer"},
                                      {"chief", "Chief ethics officer", "chief,receives"},
                                      {"alternate", "Alternate reviewer", "alternate,receives"},
                                      {"keeper-1", "Keeper of names, legal service", "custodian"},
                                      {"keeper-2", "Keeper of names, staff association", "custodian"},
                                      {"keeper-3", "Keeper of names, data protection", "custodian"}}};
constexpr std::uint64_t kKeepersNeeded = 2;

Status make_folders(const Path& folder) {
    std::error_code failed;
    if (std::filesystem::exists(folder)) return Error{Code::duplicate, "the folder is there already"};
    for (const char* name : {"deployment/rosters", "service", "members", "root"})
        if (!std::filesystem::create_directories(folder / name, failed))
            return Error{Code::io, "a folder could not be made"};
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
    return failed ? Status(Error{Code::io, "the folder's rights could not be set"}) : Status(Done{});
}

Result<Path> write_passphrase(const Path& file, Random& random) {
    const Plaintext passphrase = keys::generate_passphrase(random);
    TRY_(write_new(file, passphrase.reveal(), kPrivate));
    return file;
}

}  // namespace

Status make_evaluation(const EvaluationRequest& request, Random& random) {
    const Path& at = request.folder;
    TRY_(make_folders(at));
    TRY(const ServiceKeys service, make_service_keys(at / "service", random));
    TRY(const Path root_passphrase, write_passphrase(at / "root/officer.passphrase", random));
    TRY_(make_officer({"root-1", at / "root/officer.key", root_passphrase}, random));

    TRY(const keys::KeySeed root_seed,
        open_key(at / "root/officer.key", keys::KeyUse::root_officer, root_passphrase));
    RootRequest root{.out = at / "deployment/root.note", .threshold = 1, .origins = request.origins};
    root.keys = {sign::verifier_key("root-1", keys::root_signing_key(root_seed)).print()};
    root.log = service.log;
    root.service = service.service;
    TRY_(make_root(root, random));
    const SignRequest sign_root{root.out, at / "root/officer.key", "root-1", root_passphrase};
    TRY_(add_root_signature(sign_root));

    RosterRequest roster{.out = at / "deployment/rosters/1.note", .root = root.out, .today = request.today};
    roster.escrow = kKeepersNeeded;
    for (const Seat& seat : kSeats) {
        const Path base = at / "members" / seat.file;
        const auto file = [&](const char* ending) { return Path(base.string() + ending); };
        TRY(const Path passphrase, write_passphrase(file(".passphrase"), random));
        TRY_(enrol({seat.label, file(".key"), file(".enrolment"), passphrase, request.today, ""}, random));
        roster.members.push_back(file(".enrolment").string() + ":" + seat.roles);
    }
    TRY_(make_roster(roster));
    TRY_(add_root_signature({roster.out, at / "root/officer.key", "root-1", root_passphrase}));
    return check(root.out, roster.out, request.today);
}

}  // namespace parapet::cli
