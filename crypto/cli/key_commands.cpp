// service, officer, enrol: making keys.
#include <cstdio>

#include "crypto/cli/commands.h"
#include "crypto/cli/new_key.h"
#include "crypto/sign/seed_file.h"
#include "crypto/sign/sign_note.h"
#include "crypto/verify/enrolment.h"

namespace parapet::cli {
namespace {

// Names tell deployments apart before there is a deployment id: that is made with the root.
Result<std::string> make_service_key(const Path& file, const char* use, const std::string& suffix,
                                     Random& random) {
    const sign::SignSeed seed = sign::SignSeed::random(random);
    TRY_(sign::write_seed_file(file, seed));
    return sign::verifier_key(std::string(use) + "/" + suffix, sign::SigningKey::from_seed(seed)).print();
}

}  // namespace

Result<ServiceKeys> make_service_keys(const Path& folder, Random& random) {
    const std::string suffix = to_hex(random.fixed<PersonId>());
    ServiceKeys out;
    TRY(out.log, make_service_key(folder / "log.seed", "log", suffix, random));
    TRY(out.service, make_service_key(folder / "service.seed", "service", suffix, random));
    std::printf("log %s\nservice %s\n", out.log.c_str(), out.service.c_str());
    return out;
}

Status make_officer(const OfficerRequest& request, Random& random) {
    if (!verify::is_signer_name(request.name))
        return Error{Code::malformed, "a name has no space and no plus"};
    TRY(const Plaintext passphrase, choose_passphrase(request.passphrase_file, random));
    TRY(const keys::KeySeed seed,
        make_key_file(request.key_file, keys::KeyUse::root_officer, passphrase, random));
    std::printf("key %s\n", sign::verifier_key(request.name, keys::root_signing_key(seed)).print().c_str());
    return Done{};
}

Status enrol(const EnrolRequest& request, Random& random) {
    verify::EnrolmentLines lines;
    lines.person = random.fixed<PersonId>();
    if (!request.person.empty()) {
        TRY(lines.person, fixed_from_hex<PersonId>(request.person));
    }
    TRY(const Plaintext passphrase, choose_passphrase(request.passphrase_file, random));
    TRY(const keys::KeySeed seed, make_key_file(request.key_file, keys::KeyUse::member, passphrase, random));
    const keys::MemberKeys member = keys::MemberKeys::derive(seed);
    lines.seal_key = member.seal().public_key();
    lines.sign_key = member.signing().public_key();
    lines.label = request.label;
    lines.day = request.today;
    const Bytes note = sign::sign_note(lines.print(), lines.signer().name, member.signing());
    TRY(const verify::Enrolment enrolment, verify::Enrolment::verify(note));
    TRY_(write_new(request.enrolment, note, kPublic));
    std::printf("%s\nfingerprint %s\n", lines.label.c_str(), enrolment.fingerprint().print().c_str());
    return Done{};
}

}  // namespace parapet::cli
