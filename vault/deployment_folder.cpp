#include "vault/deployment_folder.h"

#include <fcntl.h>

#include <algorithm>

#include "vault/file.h"

namespace parapet::vault {
namespace {

Result<Bytes> read_note(const std::filesystem::path& path) {
    TRY(const File file, File::open(path, O_RDONLY));
    TRY(const std::uint64_t size, file.size());
    if (size > verify::kMaxNote) return Error{Code::too_large, "a note has at most 1 MiB"};
    Bytes out(size);
    TRY(const std::size_t got, file.read_at(0, out));
    if (got != out.size()) return Error{Code::io, "a note ended while it was read"};
    return out;
}

Result<std::vector<std::filesystem::path>> notes_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> out;
    std::error_code failed;
    for (std::filesystem::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed))
        if (it->path().extension() == ".note") out.push_back(it->path());
    if (failed) return Error{Code::io, "the folder of rosters cannot be read"};
    return out;
}

Status check_chain(const std::vector<verify::Roster>& rosters) {
    for (std::size_t i = 1; i < rosters.size(); ++i) {
        const verify::RosterLines& before = rosters[i - 1].lines();
        const verify::RosterLines& now = rosters[i].lines();
        if (before.version == now.version) return Error{Code::duplicate, "two rosters of one version"};
        if (before.version + 1 == now.version && now.prev != rosters[i - 1].hash())
            return Error{Code::malformed, "a roster names another predecessor"};
    }
    return Done{};
}

}  // namespace

Result<DeploymentFolder> DeploymentFolder::read(const std::filesystem::path& folder) {
    TRY(const Bytes root_note, read_note(folder / "root.note"));
    TRY(const verify::UnverifiedRoot unverified, verify::UnverifiedRoot::parse(root_note));
    TRY(verify::Root root, unverified.verify_configured());

    TRY(const std::vector<std::filesystem::path> paths, notes_in(folder / "rosters"));
    std::vector<verify::Roster> rosters;
    for (const std::filesystem::path& path : paths) {
        TRY(const Bytes note, read_note(path));
        TRY(const verify::UnverifiedRoster parsed, verify::UnverifiedRoster::parse(note));
        TRY(verify::Roster roster, parsed.verify(root));
        rosters.push_back(std::move(roster));
    }
    if (rosters.empty()) return Error{Code::unknown_roster, "the deployment has no roster"};
    std::ranges::sort(rosters, {}, [](const verify::Roster& r) { return r.lines().version; });
    TRY_(check_chain(rosters));
    return DeploymentFolder(std::move(root), std::move(rosters));
}

const verify::Roster* DeploymentFolder::by_hash(const Hash& hash) const {
    const auto found = std::ranges::find(rosters_, hash, &verify::Roster::hash);
    return found == rosters_.end() ? nullptr : &*found;
}

std::optional<verify::Day> DeploymentFolder::superseded(const Hash& hash) const {
    const auto found = std::ranges::find(rosters_, hash, &verify::Roster::hash);
    if (found == rosters_.end() || found + 1 == rosters_.end()) return std::nullopt;
    return (found + 1)->lines().issued;
}

}  // namespace parapet::vault
