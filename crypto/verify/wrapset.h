// Who can open an envelope: wraps, and their digests that stand for them in what was signed
// (crypto/SPEC.md section 5). Nothing here opens a wrap.
#pragma once

#include <optional>
#include <vector>

#include "crypto/base/bytes.h"

namespace parapet::verify {

inline constexpr std::size_t kMaxWraps = 64;

using WrapBlob = Fixed<1168, struct WrapBlobTag>;
using ShareBlob = Fixed<1169, struct ShareBlobTag>;  // of an identity: a share is an octet longer than a DEK

template <class Blob>
struct WrapOf {
    RecipientId rid;
    Blob blob;
    friend bool operator==(const WrapOf&, const WrapOf&) = default;
};
using Wrap = WrapOf<WrapBlob>;
using ShareWrap = WrapOf<ShareBlob>;

// Entries in ascending rid, none twice, `Least` to 64 of them.
template <class Blob, std::size_t Least>
struct WrapsetOf {
    EnvelopeId env;
    std::vector<WrapOf<Blob>> wraps;

    // truncated, trailing_bytes, not_canonical (order, repeats), malformed (count, blob length).
    [[nodiscard]] static Result<WrapsetOf> parse(ByteView in);
    [[nodiscard]] Bytes encode() const;
    [[nodiscard]] const WrapOf<Blob>* find(const RecipientId& rid) const;
    // The one entry that `rid` may see; nothing when there is none. What a server releases.
    [[nodiscard]] std::optional<WrapsetOf> only(const RecipientId& rid) const;
    // Takes the entry out. False when there was none. A set left empty is not encoded but deleted.
    bool remove(const RecipientId& rid);

    friend bool operator==(const WrapsetOf&, const WrapsetOf&) = default;
};
using Wrapset = WrapsetOf<WrapBlob, 1>;
using ShareWrapset = WrapsetOf<ShareBlob, 0>;  // empty where every custodian is kept out
extern template struct WrapsetOf<WrapBlob, 1>;
extern template struct WrapsetOf<ShareBlob, 0>;

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

    // `least` entries: 0 only for the shares of an identity.
    [[nodiscard]] static Result<Digests> parse(ByteView in, std::size_t least = 1);
    [[nodiscard]] Bytes encode() const;
    [[nodiscard]] Hash wraps_hash() const;
    [[nodiscard]] const WrapDigest* find(const RecipientId& rid) const;
    // wraps_hash when the blob is not the one that was digested under its rid.
    [[nodiscard]] Status check_contains(const Wrap& wrap) const;
    [[nodiscard]] Status check_contains(const ShareWrap& wrap) const;

    friend bool operator==(const Digests&, const Digests&) = default;
};

[[nodiscard]] Hash wrap_digest(ByteView blob);
[[nodiscard]] Digests digests_of(const Wrapset& wraps);
[[nodiscard]] Digests digests_of(const ShareWrapset& shares);
[[nodiscard]] Hash wraps_hash_of(const Wrapset& wraps);

}  // namespace parapet::verify
