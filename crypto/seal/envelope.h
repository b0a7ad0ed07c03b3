// Sealing one envelope (crypto/SPEC.md section 3).
//
// A DEK seals one P under one header: whoever seals again after a change draws a new DEK. Sealing the same
// P again gives the same bytes, which is what a retry or a resumed upload sends.
#pragma once

#include "crypto/keys/dek.h"
#include "crypto/seal/padded.h"
#include "crypto/sign/signing_key.h"

namespace parapet::seal {

// A header without its commitment: that comes from the DEK.
struct HeaderFields {
    verify::Kind kind = verify::Kind::report;
    verify::Author author = verify::Author::reporter;
    DeploymentId deployment;
    CaseId case_id;
    std::uint32_t seq = 0;
    std::uint32_t part = 0;
    Hash roster_hash;
};

// Gives the chunks of one core, in any order.
class Sealer {
public:
    // bad_header, too_large. The source must outlive this object and keep its bytes.
    [[nodiscard]] static Result<Sealer> begin(const HeaderFields& fields, const Source& content,
                                              keys::Dek dek);

    [[nodiscard]] const verify::EnvelopeHeader& header() const { return header_; }
    [[nodiscard]] const EnvelopeId& env_id() const { return env_; }
    [[nodiscard]] const keys::Dek& dek() const { return dek_; }
    [[nodiscard]] std::uint64_t core_length() const { return verify::core_length(padded_.size()); }
    [[nodiscard]] std::uint64_t chunks() const { return padded_.pieces(); }
    [[nodiscard]] Result<Bytes> chunk(std::uint64_t i) const;

private:
    Sealer(const verify::EnvelopeHeader& header, Padded padded, keys::Dek dek);
    verify::EnvelopeHeader header_;
    EnvelopeId env_;
    Padded padded_;
    keys::Dek dek_;
    keys::AeadKey key_;
};

struct SealedMessage {
    verify::EnvelopeHeader header;
    EnvelopeId env;
    Bytes core;
    Hash core_hash;
    keys::Dek dek;
};

// Kinds 1 to 5: signs `json` for this envelope and seals both, under a fresh key or, of an identity, the one
// that was split.
[[nodiscard]] Result<SealedMessage> seal_message(const HeaderFields& fields, const Plaintext& json,
                                                 const sign::SigningKey& author, Random& random);
[[nodiscard]] Result<SealedMessage> seal_message(const HeaderFields& fields, const Plaintext& json,
                                                 const sign::SigningKey& author, keys::Dek dek);

}  // namespace parapet::seal
