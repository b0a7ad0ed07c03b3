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
    [[nodiscard]] std::string origin() const;
    [[nodiscard]] const vault::testing::Folder& folder() const { return folder_; }

private:
    vault::testing::Folder folder_;
    SystemRandom random_;
    std::unique_ptr<App> app_;
    std::unique_ptr<service::Table<App>> table_;
    std::unique_ptr<service::testing::RunningServer> server_;
};

// Bundles of reports of 4 KiB of text, each of its own reporter, to the three who receive.
[[nodiscard]] std::vector<Bytes> sealed_reports(std::size_t n);

}  // namespace parapet::intake::bench
