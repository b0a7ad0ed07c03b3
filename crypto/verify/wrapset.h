// Who can open an envelope: wraps, and their digests that stand for them in what was signed
// (crypto/SPEC.md section 5). Nothing here opens a wrap.
#pragma once

#include <optional>
#include <vector>

#include "crypto/base/bytes.h"

namespace parapet::verify {

inline constexpr std::size_t kWrapBlobSize = 1168;
inline constexpr std::size_t kMaxWraps = 64;

using WrapBlob = Fixed<kWrapBlobSize, struct WrapBlobTag>;

struct Wrap {
    RecipientId rid;
    WrapBlob blob;
    friend bool operator==(const Wrap&, const Wrap&) = default;
};

// Entries in ascending rid, none twice, 1 to 64 of them.
struct Wrapset {
    EnvelopeId env;
    std::vector<Wrap> wraps;

    // truncated, trailing_bytes, not_canonical (order, repeats), malformed (count, blob length).
    [[nodiscard]] static Result<Wrapset> parse(ByteView in);
    [[nodiscard]] Bytes encode() const;
    [[nodiscard]] const Wrap* find(const RecipientId& rid) const;
    // The one entry that `rid` may see; nothing when there is none. What a server releases.
    [[nodiscard]] std::optional<Wrapset> only(const RecipientId& rid) const;
    // Takes the entry out. False when there was none. A set left empty is not encoded but deleted.
    bool remove(const RecipientId& rid);

    friend bool operator==(const Wrapset&, const Wrapset&) = default;
};

struct WrapDigest {
    RecipientId rid;
    Hash hash;
    friend bool operator==(const WrapDigest&, const WrapDigest&) = default;
};

// What stays comparable when wraps are taken away: recusal, revocation and burning remove wraps, and the
// log must explain every digest that has lost its wrap.
struct Digests {
    EnvelopeId env;
    std::vector<WrapDigest> entries;

    [[nodiscard]] static Result<Digests> parse(ByteView in);
    [[nodiscard]] Bytes encode() const;
    [[nodiscard]] Hash wraps_hash() const;
    [[nodiscard]] const WrapDigest* find(const RecipientId& rid) const;
    // wraps_hash when the blob is not the one that was digested under its rid.
    [[nodiscard]] Status check_contains(const Wrap& wrap) const;

    friend bool operator==(const Digests&, const Digests&) = default;
};

[[nodiscard]] Hash wrap_digest(const WrapBlob& blob);
[[nodiscard]] Digests digests_of(const Wrapset& wraps);
[[nodiscard]] Hash wraps_hash_of(const Wrapset& wraps);

}  // namespace parapet::verify
