#include "intake/cli/office_at_hand.h"

#include <cstdio>

#include "crypto/verify/custodians.h"
#include "intake/client/file_source.h"
#include "service/http/client.h"

namespace parapet::reporter {
namespace {

Result<Bytes> read_note(const Path& path) {
    TRY(const auto source, FileSource::open(path));
    if (source->size() > verify::kMaxNote) return Error{Code::too_large, "report.note.long"};
    Bytes out(static_cast<std::size_t>(source->size()));
    TRY_(source->read(0, out));
    return out;
}

bool is_called(const verify::Member& member, const std::string& name) {
    return member.label == name || to_hex(member.person) == name;
}

}  // namespace

Result<Office> open_from(const OfficeFiles& from, const Voice& voice) {
    if (from.root.empty() && from.origin.empty()) return Error{Code::configuration, "report.office.none"};
    if (from.fingerprint.empty()) voice.tell_aside("report.fingerprint.none");
    if (!from.root.empty()) {
        TRY(const Bytes root, read_note(from.root));
        TRY(const Bytes roster, read_note(from.roster));
        return open_office(root, roster, from.fingerprint);
    }
    TRY(service::Client intake, service::Client::to(from.origin));
    TRY(const Bytes bundle, intake.get("/api/deployment"));
    return open_office(bundle, from.fingerprint);
}

Result<std::set<PersonId>> persons_of(const Office& office, const std::vector<std::string>& names) {
    std::set<PersonId> out;
    for (const std::string& name : names) {
        std::set<PersonId> called;  // two people may have one label: then both are left out
        for (const verify::Member& member : office.roster.members())
            if (is_called(member, name)) called.insert(member.person);
        if (called.empty()) return Error{Code::not_found, "report.exclude.nobody"};
        out.merge(called);
    }
    return out;
}

void show_readers(const Office& office, const std::set<PersonId>& excluded, const Voice& voice) {
    const auto show = [&](const verify::Member& one) {
        std::printf("  %s\n", voice.isolated(one.label).c_str());
    };
    voice.tell("choices.only");
    for (const verify::Member* reader : office.readers())
        if (!excluded.contains(reader->person)) show(*reader);
    if (verify::keeps_names(office.roster, excluded)) {
        voice.tell("report.keepers");
        for (const verify::Member* keeper : verify::custodians(office.roster, excluded)) show(*keeper);
    }
    if (office.root.lines().evaluation) voice.tell("page.evaluation");
    (void)std::fflush(stdout);
}

}  // namespace parapet::reporter
