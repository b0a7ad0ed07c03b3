// What parapet-keys does. Each command reads and writes the files it is told, and nothing else.
#pragma once

#include <string>
#include <vector>

#include "crypto/cli/files.h"
#include "crypto/verify/calendar.h"

namespace parapet::cli {

struct ServiceKeys {
    std::string log;  // vkeys
    std::string service;
};
// Makes log.seed and service.seed in a folder and prints their two vkeys. On the reviewer's server.
[[nodiscard]] Result<ServiceKeys> make_service_keys(const Path& folder, Random& random);

struct OfficerRequest {
    std::string name;
    Path key_file;
    Path passphrase_file;  // empty: one is made and shown once
};
// Makes a root officer's key file and prints the vkey.
[[nodiscard]] Status make_officer(const OfficerRequest& request, Random& random);

struct RootRequest {
    Path out;
    std::uint64_t threshold = 2;
    std::vector<std::string> keys{};
    std::string log{};
    std::string service{};
    std::vector<std::string> origins{};
    Path previous{};  // empty for the first root
};
// Writes the text of a root, unsigned.
[[nodiscard]] Status make_root(const RootRequest& request, Random& random);

struct SignRequest {
    Path text;  // a root or roster, signed by others already or not yet
    Path key_file;
    std::string name;
    Path passphrase_file;
};
// Shows what is being signed, in words, and adds the signature to the file.
[[nodiscard]] Status add_root_signature(const SignRequest& request);

struct EnrolRequest {
    std::string label;
    Path key_file;
    Path enrolment;
    Path passphrase_file;
    verify::Day today;
    std::string person;  // hex; empty for somebody new
};
// Makes a member's key file and enrolment note and prints its 40-digit fingerprint.
[[nodiscard]] Status enrol(const EnrolRequest& request, Random& random);

struct RosterRequest {
    Path out;
    Path root;
    Path previous{};                     // empty for the first roster
    std::vector<std::string> members{};  // "ENROLMENT-FILE:role,role"
    std::vector<std::string> retire{};   // rids of the previous roster
    std::vector<std::string> revoke{};
    verify::Day today{};
    std::int32_t days = 90;
    std::uint64_t escrow = 0;  // custodians it takes to open a confided name
};
// Writes the text of a roster, unsigned.
[[nodiscard]] Status make_roster(const RosterRequest& request);

// Prints the fingerprint of a root or an enrolment.
[[nodiscard]] Status print_fingerprint(const Path& note);
// Says in words whether root and roster are complete and valid today.
[[nodiscard]] Status check(const Path& root, const Path& roster, verify::Day today);
// Puts a verified, newer roster (or the first root and roster) into a service's deployment folder.
[[nodiscard]] Status import_notes(const Path& root, const Path& roster, const Path& folder);

struct EvaluationRequest {
    Path folder;
    std::vector<std::string> origins;
    verify::Day today;
};
// Everything of an evaluation deployment: 1 of 1, marked as such in the root.
[[nodiscard]] Status make_evaluation(const EvaluationRequest& request, Random& random);

}  // namespace parapet::cli
