// parapet-audit: verifies an audit log, or one proof of filing, offline. It needs the file, the root note
// and, for a log, the rosters; no key, no store, no network.
#include <CLI/CLI.hpp>
#include <cinttypes>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "crypto/base/secret.h"
#include "crypto/verify/filing.h"
#include "vault/cli/log_verdict.h"

namespace parapet::vault::cli {
namespace {

struct Asked {
    std::string root;
    std::string fingerprint;
    std::vector<std::string> rosters;
    std::string log;
    std::string filing;
};

Result<Bytes> read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    Bytes out{std::istreambuf_iterator<char>(in), {}};
    if (!in.good() && !in.eof()) return Error{Code::io, "a file cannot be read"};
    return out;
}

Result<verify::Root> read_root(const Asked& asked) {
    TRY(const Bytes note, read_file(asked.root));
    TRY(const verify::UnverifiedRoot root, verify::UnverifiedRoot::parse(note));
    if (asked.fingerprint.empty()) return root.verify_configured();
    TRY(const verify::Fingerprint expected, verify::Fingerprint::parse(asked.fingerprint));
    return root.verify_pinned(expected);
}

Result<std::vector<verify::Roster>> read_rosters(const Asked& asked, const verify::Root& root) {
    std::vector<verify::Roster> out;
    for (const std::string& path : asked.rosters) {
        TRY(const Bytes note, read_file(path));
        TRY(const verify::UnverifiedRoster parsed, verify::UnverifiedRoster::parse(note));
        TRY(verify::Roster roster, parsed.verify(root));
        out.push_back(std::move(roster));
    }
    return out;
}

void tell(const LogVerdict& verdict) {
    for (const auto& [event, count] : verdict.events)
        std::printf("%10" PRIu64 " %.*s\n", count, static_cast<int>(event.size()), event.data());
}

int explain(const char* what, Error error) {
    std::fprintf(stderr, "parapet-audit: %s: %s: %s\n", what, std::string(error.name()).c_str(),
                 error.what.c_str());
    return 1;
}

int verify_file(const Asked& asked) {
    const auto root = read_root(asked);
    if (!root.ok()) return explain("root note", root.error());
    const auto rosters = read_rosters(asked, *root);
    if (!rosters.ok()) return explain("roster", rosters.error());
    const auto bytes = read_file(asked.log);
    if (!bytes.ok()) return explain("log file", bytes.error());
    const auto log = verify::LogFile::parse(*bytes);
    if (!log.ok()) return explain("log file", log.error());

    const LogVerdict verdict = verify_log(*root, *rosters, *log);
    tell(verdict);
    if (verdict.fault && verdict.fault->leaf)
        return explain(("entry " + std::to_string(*verdict.fault->leaf)).c_str(), verdict.fault->error);
    if (verdict.fault) return explain("checkpoint", verdict.fault->error);
    std::printf("%" PRIu64 " entries verified. Root note: %s\n", verdict.leaves,
                root->fingerprint().print().c_str());
    return 0;
}

Result<verify::Filing> read_filing(const Asked& asked, const verify::Root& root) {
    TRY(const Bytes file, read_file(asked.filing));
    TRY(const Bytes bundle, verify::read_filing_text(text(file)));
    TRY(const verify::FilingParts parts, verify::FilingParts::parse(bundle));
    return verify::Filing::verify(parts, root);
}

int verify_filing(const Asked& asked) {
    const auto root = read_root(asked);
    if (!root.ok()) return explain("root note", root.error());
    const auto filing = read_filing(asked, *root);
    if (!filing.ok()) return explain("proof of filing", filing.error());
    std::printf("Case %s: these sealed objects lay at the office by %s (entry %" PRIu64 " of %" PRIu64 "):\n",
                to_hex(filing->sent.case_id).c_str(), filing->day.print().c_str(), filing->index,
                filing->log_size);
    for (const verify::SubmitObject& object : filing->sent.objects)
        std::printf("  envelope %s core %s %" PRIu64 " octets\n", to_hex(object.env).c_str(),
                    to_hex(object.core_hash).c_str(), object.core_len);
    std::printf("Verified. Root note: %s\n", root->fingerprint().print().c_str());
    return 0;
}

}  // namespace
}  // namespace parapet::vault::cli

int main(int argc, char** argv) {
    parapet::vault::cli::Asked asked;
    CLI::App app{"Verifies a Parapet audit log offline and names the first bad entry; or a proof of filing."};
    app.require_subcommand(1);
    CLI::App* const verify = app.add_subcommand("verify", "Verify a whole log file, entry by entry");
    verify->add_option("--root", asked.root, "the root note")->required();
    verify->add_option("--fingerprint", asked.fingerprint, "of the root note, as on the poster");
    verify->add_option("--roster", asked.rosters, "a roster note; again for each there was")->required();
    verify->add_option("log", asked.log, "the log file")->required();
    CLI::App* const filing = app.add_subcommand("filing", "Verify a proof of filing that a reporter saved");
    filing->add_option("--root", asked.root, "the root note")->required();
    filing->add_option("--fingerprint", asked.fingerprint, "of the root note, as on the poster");
    filing->add_option("file", asked.filing, "the file with the proof")->required();
    CLI11_PARSE(app, argc, argv);

    if (const auto ready = parapet::init_crypto(); !ready.ok()) {
        std::fprintf(stderr, "parapet-audit: %s\n", ready.error().what.c_str());
        return 1;
    }
    return filing->parsed() ? parapet::vault::cli::verify_filing(asked)
                            : parapet::vault::cli::verify_file(asked);
}
