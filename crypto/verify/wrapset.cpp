#include "crypto/verify/wrapset.h"

#include <algorithm>
#include <utility>

#include "crypto/base/hash.h"
#include "crypto/base/reader.h"

namespace parapet::verify {
namespace {

// env_id || u16 n || n entries in ascending rid, which all forms share.
template <class Entry, class TakeEntry>
Result<std::vector<Entry>> take_entries(Reader& in, std::size_t least, TakeEntry take_entry) {
    TRY(const std::uint16_t n, in.take_u16());
    if (n < least || n > kMaxWraps) return Error{Code::malformed, "between 1 and 64 recipients"};
    std::vector<Entry> out;
    out.reserve(n);
    for (std::uint16_t i = 0; i < n; ++i) {
        TRY(Entry entry, take_entry(in));
        if (!out.empty() && out.back().rid >= entry.rid)
            return Error{Code::not_canonical, "recipients ascend and none stands twice"};
        out.push_back(std::move(entry));
    }
    TRY_(in.finish());
    return out;
}

template <class Blob>
Result<WrapOf<Blob>> take_wrap(Reader& in) {
    WrapOf<Blob> wrap;
    TRY(wrap.rid, in.take_fixed<RecipientId>());
    TRY(const std::uint16_t size, in.take_u16());
    if (size != Blob::kSize) return Error{Code::malformed, "a wrap of another length"};
    TRY(wrap.blob, in.take_fixed<Blob>());
    return wrap;
}

Result<WrapDigest> take_digest(Reader& in) {
    WrapDigest digest;
    TRY(digest.rid, in.take_fixed<RecipientId>());
    TRY(digest.hash, in.take_fixed<Hash>());
    return digest;
}

template <class Entry>
const Entry* find_entry(const std::vector<Entry>& entries, const RecipientId& rid) {
    const auto at = std::ranges::lower_bound(entries, rid, {}, &Entry::rid);
    return at != entries.end() && at->rid == rid ? &*at : nullptr;
}

template <class Wraps>
Digests digests_of_any(const Wraps& set) {
    Digests out{set.env, {}};
    out.entries.reserve(set.wraps.size());
    for (const auto& w : set.wraps) out.entries.push_back({w.rid, wrap_digest(w.blob)});
    return out;
}

Status check_digest(const WrapDigest* digest, ByteView blob) {
    if (digest == nullptr || digest->hash != wrap_digest(blob))
        return Error{Code::wraps_hash, "a wrap that was not signed"};
    return Done{};
}

}  // namespace

template <class Blob, std::size_t Least>
Result<WrapsetOf<Blob, Least>> WrapsetOf<Blob, Least>::parse(ByteView in) {
    Reader r(in);
    WrapsetOf out;
    TRY(out.env, r.take_fixed<EnvelopeId>());
    TRY(out.wraps, take_entries<WrapOf<Blob>>(r, Least, take_wrap<Blob>));
    return out;
}

template <class Blob, std::size_t Least>
Bytes WrapsetOf<Blob, Least>::encode() const {
    INVARIANT(std::cmp_greater_equal(wraps.size(), Least) && wraps.size() <= kMaxWraps);
    Bytes out;
    out.reserve(34 + wraps.size() * (18 + Blob::kSize));
    put(out, env);
    put_u16(out, static_cast<std::uint16_t>(wraps.size()));
    for (const WrapOf<Blob>& w : wraps) {
        put(out, w.rid);
        put_u16(out, static_cast<std::uint16_t>(Blob::kSize));
        put(out, w.blob);
    }
    return out;
}

template <class Blob, std::size_t Least>
const WrapOf<Blob>* WrapsetOf<Blob, Least>::find(const RecipientId& rid) const {
    return find_entry(wraps, rid);
}

template <class Blob, std::size_t Least>
std::optional<WrapsetOf<Blob, Least>> WrapsetOf<Blob, Least>::only(const RecipientId& rid) const {
    const WrapOf<Blob>* own = find(rid);
    if (own == nullptr) return std::nullopt;
    return WrapsetOf{env, {*own}};
}

template <class Blob, std::size_t Least>
bool WrapsetOf<Blob, Least>::remove(const RecipientId& rid) {
    return std::erase_if(wraps, [&](const WrapOf<Blob>& w) { return w.rid == rid; }) > 0;
}

template struct WrapsetOf<WrapBlob, 1>;
template struct WrapsetOf<ShareBlob, 0>;

Result<Digests> Digests::parse(ByteView in, std::size_t least) {
    Reader r(in);
    Digests out;
    TRY(out.env, r.take_fixed<EnvelopeId>());
    TRY(out.entries, take_entries<WrapDigest>(r, least, take_digest));
    return out;
}

Bytes Digests::encode() const {
    INVARIANT(entries.size() <= kMaxWraps);
    Bytes out;
    out.reserve(34 + entries.size() * 48);
    put(out, env);
    put_u16(out, static_cast<std::uint16_t>(entries.size()));
    for (const WrapDigest& d : entries) {
        put(out, d.rid);
        put(out, d.hash);
    }
    return out;
}

Hash Digests::wraps_hash() const { return labelled_hash("parapet/1/wraps", encode()); }

const WrapDigest* Digests::find(const RecipientId& rid) const { return find_entry(entries, rid); }

Status Digests::check_contains(const Wrap& wrap) const { return check_digest(find(wrap.rid), wrap.blob); }
Status Digests::check_contains(const ShareWrap& wrap) const {
    return check_digest(find(wrap.rid), wrap.blob);
}

Hash wrap_digest(ByteView blob) { return labelled_hash("parapet/1/wrap-blob", blob); }

Digests digests_of(const Wrapset& wraps) { return digests_of_any(wraps); }
Digests digests_of(const ShareWrapset& shares) { return digests_of_any(shares); }

Hash wraps_hash_of(const Wrapset& wraps) { return digests_of(wraps).wraps_hash(); }

}  // namespace parapet::verify
