// The closed list of what can go wrong. Both languages use the same names (crypto/SPEC.md, "Refusals");
// a negative vector names the one it must meet. Services count them and never narrate them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parapet {

#define PARAPET_CODES(X)                                                            \
    /* bytes */                                                                     \
    X(malformed, "malformed")             /* not of the form the SPEC gives */      \
    X(trailing_bytes, "trailing-bytes")   /* something after the end */             \
    X(not_canonical, "not-canonical")     /* a second spelling of the same thing */ \
    X(too_large, "too-large")             /* over a limit of the SPEC */            \
    X(unknown_version, "unknown-version") /* magic or suite of another version */   \
    /* receipt */                                                                   \
    X(receipt_length, "receipt-length")                                             \
    X(receipt_character, "receipt-character")                                       \
    X(receipt_check, "receipt-check") /* check digits do not match */               \
    /* notes and keys */                                                            \
    X(wrong_type, "wrong-type") /* another type line than asked for */              \
    X(bad_signature, "bad-signature")                                               \
    X(unknown_signer, "unknown-signer") /* no signature by a key we accept */       \
    X(too_many_signatures, "too-many-signatures")                                   \
    X(threshold, "threshold") /* fewer distinct signers than needed */              \
    X(bad_key, "bad-key")     /* small order, mixed order, repeated */              \
    X(wrong_deployment, "wrong-deployment")                                         \
    X(wrong_fingerprint, "wrong-fingerprint")                                       \
    X(expired, "expired")                                                           \
    X(not_yet_valid, "not-yet-valid")                                               \
    X(rolled_back, "rolled-back")     /* older than one already accepted */         \
    X(roles_overlap, "roles-overlap") /* k or more custodians may also read */      \
    X(unknown_roster, "unknown-roster")                                             \
    /* envelope */                                                                  \
    X(bad_header, "bad-header")                                                     \
    X(bad_length, "bad-length") /* a length that padding cannot give */             \
    X(commitment, "commitment") /* the key is not the committed one */              \
    X(decrypt, "decrypt")       /* a chunk or a wrap does not verify */             \
    X(truncated, "truncated")                                                       \
    X(padding, "padding")                                                           \
    X(inner_signature, "inner-signature")                                           \
    X(wrong_author, "wrong-author") /* signed by whom the header forbids */         \
    X(wrong_case, "wrong-case")                                                     \
    X(core_hash, "core-hash")   /* other bytes than were announced */               \
    X(wraps_hash, "wraps-hash") /* other recipients than were signed */             \
    X(not_a_recipient, "not-a-recipient")                                           \
    X(content_schema, "content-schema") /* JSON outside the schema of its kind */   \
    /* challenge and auth */                                                        \
    X(bad_challenge, "bad-challenge")                                               \
    X(challenge_expired, "challenge-expired")                                       \
    X(challenge_used, "challenge-used")                                             \
    X(wrong_origin, "wrong-origin")                                                 \
    X(body_hash, "body-hash")                                                       \
    /* log */                                                                       \
    X(bad_proof, "bad-proof")                                                       \
    X(forked, "forked")       /* two checkpoints cannot both be true */             \
    X(wrong_tag, "wrong-tag") /* object or case is not the logged one */            \
    X(wrong_time, "wrong-time")                                                     \
    X(duplicate, "duplicate") /* that place is taken by other bytes */              \
    /* key file, escrow */                                                          \
    X(wrong_passphrase, "wrong-passphrase")                                         \
    X(kdf_limits, "kdf-limits")                                                     \
    X(bad_share, "bad-share")                                                       \
    /* services */                                                                  \
    X(not_found, "not-found")                                                       \
    X(method_not_allowed, "method-not-allowed")                                     \
    X(forbidden, "forbidden")                                                       \
    X(recused, "recused")                                                           \
    X(incomplete, "incomplete")     /* pieces of an upload are missing */           \
    X(out_of_order, "out-of-order") /* a piece that is not the next one */          \
    X(busy, "busy")                                                                 \
    X(puzzle, "puzzle") /* many ask: first a little work, SPEC section 6 */         \
    X(wait, "wait")     /* this hour's part is given away: later */                 \
    X(closed, "closed") /* not taking new reports now */                            \
    X(storage_full, "storage-full")                                                 \
    X(storage, "storage")                                                           \
    X(storage_key, "storage-key")     /* wrong key, or not a store */               \
    X(storage_newer, "storage-newer") /* made by a newer program */                 \
    X(io, "io")                                                                     \
    X(permissions, "permissions") /* a secret that others could read */             \
    X(configuration, "configuration")                                               \
    X(address_in_use, "address-in-use")                                             \
    X(unreachable, "unreachable")                                                   \
    X(memory_lock, "memory-lock")                                                   \
    X(unavailable, "unavailable")

enum class Code : std::uint8_t {
#define PARAPET_CODE(id, text) id,
    PARAPET_CODES(PARAPET_CODE)
#undef PARAPET_CODE
};

inline constexpr auto kCodeNames = std::to_array<std::string_view>({
#define PARAPET_CODE(id, text) text,
    PARAPET_CODES(PARAPET_CODE)
#undef PARAPET_CODE
});

[[nodiscard]] constexpr std::string_view code_name(Code code) {
    return kCodeNames[static_cast<std::size_t>(code)];
}

}  // namespace parapet
