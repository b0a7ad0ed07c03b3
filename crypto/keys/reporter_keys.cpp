#include "crypto/keys/reporter_keys.h"

#include <sodium.h>

#include "crypto/verify/ed25519.h"

namespace parapet::keys {
namespace {

using Master = Secret<32, struct ReceiptMasterTag>;

// The only derivation with a salt: the same code means nothing in another deployment.
Master master_of(const Receipt& receipt, const DeploymentId& deployment) {
    using Prk = Secret<crypto_kdf_hkdf_sha256_KEYBYTES, struct PrkTag>;
    const Prk prk = Prk::make([&](MutableBytes out) {
        INVARIANT(crypto_kdf_hkdf_sha256_extract(out.data(), deployment.bytes.data(), deployment.bytes.size(),
                                                 receipt.reveal().data(), receipt.reveal().size()) == 0);
    });
    const Bytes info = labelled("parapet/1/receipt", {});
    return Master::make([&](MutableBytes out) {
        INVARIANT(crypto_kdf_hkdf_sha256_expand(out.data(), out.size(),
                                                reinterpret_cast<const char*>(info.data()), info.size(),
                                                prk.reveal().data()) == 0);
    });
}

}  // namespace

ReporterKeys::ReporterKeys(SealKeyPair box, sign::SigningKey signing)
    : box_(std::move(box)),
      signing_(std::move(signing)),
      case_id_(verify::case_id_of(signing_.public_key())) {}

ReporterKeys ReporterKeys::derive(const Receipt& receipt, const DeploymentId& deployment) {
    const Master master = master_of(receipt, deployment);
    return {SealKeyPair::from_seed(kdf<SealSeed>(master.reveal(), "parapet/1/receipt-box", {})),
            sign::SigningKey::from_seed(kdf<sign::SignSeed>(master.reveal(), "parapet/1/receipt-sign", {}))};
}

}  // namespace parapet::keys
