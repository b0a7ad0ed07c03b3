#include "intake/cli/office_at_hand.h"

#include <algorithm>
#include <cstdio>
#include <functional>

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

// As listed, or by what tells the person apart.
bool is_called(const verify::Member& member, const std::string& name, const Voice& voice) {
    return member.label == name || to_hex(member.person) == name ||
           printable(voice.called(named(voice.words(), member))) == printable(name);
}

void show(const Voice& voice, const char* above, const std::vector<const verify::Member*>& members) {
    if (!members.empty()) std::printf("%s", people_in_words(voice, above, members).c_str());
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

Result<std::set<PersonId>> persons_of(const Office& office, const std::vector<std::string>& names,
                                      const Voice& voice) {
    std::set<PersonId> out;
    for (const std::string& name : names) {
        std::set<PersonId> called;  // two people may have one label: then both are left out
        for (const verify::Member& member : office.roster.members())
            if (is_called(member, name, voice)) called.insert(member.person);
        if (called.empty()) return Error{Code::not_found, "report.exclude.nobody"};
        out.merge(called);
    }
    return out;
}

std::string people_in_words(const Voice& voice, const char* above,
                            const std::vector<const verify::Member*>& members) {
    std::string out = voice.say(above) + "\n";
    for (const verify::Member* one : members) out += "  " + voice.called(named(voice.words(), *one)) + "\n";
    return out;
}

void show_readers(const Office& office, const std::set<PersonId>& excluded, const Voice& voice) {
    const auto is_out = [&](const verify::Member* one) { return excluded.contains(one->person); };
    std::vector<const verify::Member*> readers = office.readers();
    std::vector<const verify::Member*> left = readers;
    std::ranges::copy(office.keepers(), std::back_inserter(left));
    std::erase_if(readers, is_out);
    std::erase_if(left, std::not_fn(is_out));
    show(voice, "check.readers", readers);
    if (excluded.empty()) show(voice, "start.recovery", office.recovery());
    if (verify::keeps_names(office.roster, excluded))
        show(voice, "report.keepers", verify::custodians(office.roster, excluded));
    show(voice, "check.left", left);
    if (office.root.lines().evaluation) voice.tell("page.evaluation");
    (void)std::fflush(stdout);
}

}  // namespace parapet::reporter
