// The root and the rosters in force. Root officers hand a newer roster to the administrator, who puts it into
// the folder; it is found there without a restart.
#pragma once

#include <memory>
#include <mutex>

#include "vault/deployment_folder.h"

namespace parapet::intake {

// Any thread.
class CurrentDeployment {
public:
    using Held = std::shared_ptr<const vault::DeploymentFolder>;

    CurrentDeployment(vault::DeploymentFolder first, std::filesystem::path folder);

    // Whoever answers a request asks once and keeps what it got: it stays whole while a newer one comes.
    [[nodiscard]] Held now() const;

    // Reads the folder again; true when something newer is in force from now on. Whatever is wrong with the
    // folder, what was in force stays: errors as DeploymentFolder::read, wrong_deployment, and rolled_back
    // for a roster that is older, or another of the same version. A new root must be the next one, signed by
    // the officers of the one before.
    [[nodiscard]] Result<bool> reload();

private:
    const std::filesystem::path folder_;
    mutable std::mutex mutex_;  // guards held_
    Held held_;
};

}  // namespace parapet::intake
