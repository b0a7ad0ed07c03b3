// What a receipt becomes in one deployment: a box to be answered in, a key to sign with, a case.
// One receipt, one case, fresh keys: two reports by one person have nothing in common.
#pragma once

#include "crypto/keys/receipt.h"
#include "crypto/keys/seal_key_pair.h"
#include "crypto/sign/signing_key.h"

namespace parapet::keys {

class ReporterKeys {
public:
    [[nodiscard]] static ReporterKeys derive(const Receipt& receipt, const DeploymentId& deployment);

    [[nodiscard]] const SealKeyPair& box() const { return box_; }
    [[nodiscard]] const sign::SigningKey& signing() const { return signing_; }
    [[nodiscard]] const CaseId& case_id() const { return case_id_; }  // also the mailbox id

private:
    ReporterKeys(SealKeyPair box, sign::SigningKey signing);
    SealKeyPair box_;
    sign::SigningKey signing_;
    CaseId case_id_;
};

}  // namespace parapet::keys
