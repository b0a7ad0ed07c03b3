#include "intake/server/current_deployment.h"

namespace parapet::intake {
namespace {

bool same_root(const vault::DeploymentFolder& a, const vault::DeploymentFolder& b) {
    return a.root().fingerprint() == b.root().fingerprint();
}

Status check_follows(const vault::DeploymentFolder& next, const vault::DeploymentFolder& before) {
    if (next.root().deployment() != before.root().deployment())
        return Error{Code::wrong_deployment, "the folder now holds another deployment"};
    if (!same_root(next, before)) {
        TRY(const auto root, verify::UnverifiedRoot::parse(next.root().note()));
        TRY_(root.verify_successor(before.root()));
    }
    if (next.roster().lines().version < before.roster().lines().version)
        return Error{Code::rolled_back, "the folder's newest roster is older than the one in force"};
    if (next.roster().lines().version == before.roster().lines().version &&
        next.roster().hash() != before.roster().hash())
        return Error{Code::rolled_back, "another roster of the version in force"};
    return Done{};
}

}  // namespace

CurrentDeployment::CurrentDeployment(vault::DeploymentFolder first, std::filesystem::path folder)
    : folder_(std::move(folder)), held_(std::make_shared<vault::DeploymentFolder>(std::move(first))) {}

CurrentDeployment::Held CurrentDeployment::now() const {
    const std::lock_guard lock(mutex_);
    return held_;
}

Result<bool> CurrentDeployment::reload() {
    TRY(auto read, vault::DeploymentFolder::read(folder_));
    const Held before = now();
    TRY_(check_follows(read, *before));
    if (read.roster().hash() == before->roster().hash() && same_root(read, *before)) return false;
    const auto next = std::make_shared<vault::DeploymentFolder>(std::move(read));
    const std::lock_guard lock(mutex_);
    held_ = next;
    return true;
}

}  // namespace parapet::intake
