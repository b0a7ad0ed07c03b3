// The folder that root officers hand to a service: `root.note`, and in `rosters/` every roster there ever
// was, one `*.note` each. Public notes; what makes them true is signatures, not the folder.
#pragma once

#include <filesystem>
#include <optional>

#include "crypto/verify/roster.h"

namespace parapet::vault {

class DeploymentFolder {
public:
    // io or permissions when a file cannot be read; what verify/ says of root and rosters; duplicate when two
    // rosters have one version; malformed when a roster does not name its predecessor by hash;
    // unknown_roster when there is none.
    [[nodiscard]] static Result<DeploymentFolder> read(const std::filesystem::path& folder);

    [[nodiscard]] const verify::Root& root() const { return root_; }
    // The newest. Its dates are asked by whoever acts on it.
    [[nodiscard]] const verify::Roster& roster() const { return rosters_.back(); }
    [[nodiscard]] const std::vector<verify::Roster>& rosters() const { return rosters_; }  // by version
    [[nodiscard]] const verify::Roster* by_hash(const Hash& hash) const;
    // The day from which the next one was in force; nothing for the newest.
    [[nodiscard]] std::optional<verify::Day> superseded(const Hash& hash) const;

private:
    DeploymentFolder(verify::Root root, std::vector<verify::Roster> rosters)
        : root_(std::move(root)), rosters_(std::move(rosters)) {}
    verify::Root root_;
    std::vector<verify::Roster> rosters_;
};

}  // namespace parapet::vault
