// Intake on real stores in a temporary folder, answering on loopback from this process.
#pragma once

#include "intake/server/routes.h"
#include "tests/crypto/cast.h"
#include "tests/service/running_server.h"
#include "tests/vault/fixtures.h"
#include "vault/layout.h"

namespace parapet::intake::bench {

class Deployment {
public:
    Deployment();
    [[nodiscard]] const service::Address& address() const { return server_->address(); }
    // Whether a report of this case is there.
    [[nodiscard]] bool holds(const CaseId& case_id) const { return app_->drop->own(case_id, 0).ok(); }
    [[nodiscard]] const vault::testing::Folder& folder() const { return folder_; }

private:
    vault::testing::Folder folder_;
    SystemRandom random_;
    std::unique_ptr<App> app_;
    std::unique_ptr<service::Table<App>> table_;
    std::unique_ptr<service::testing::RunningServer> server_;
};

}  // namespace parapet::intake::bench
