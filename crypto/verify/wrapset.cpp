#include "crypto/verify/wrapset.h"

#include <algorithm>

#include "crypto/base/hash.h"
#include "crypto/base/reader.h"

namespace parapet::verify {
namespace {

// env_id || u16 n || n entries in ascending rid, which both forms share.
template <class Entry, class TakeEntry>
Result<std::vector<Entry>> take_entries(Reader& in, TakeEntry take_entry) {
    TRY(const std::uint16_t n, in.take_u16());
    if (n < 1 || n > kMaxWraps) return Error{Code::malformed, "between 1 and 64 recipients"};
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

Result<Wrap> take_wrap(Reader& in) {
    Wrap wrap;
    TRY(wrap.rid, in.take_fixed<RecipientId>());
    TRY(const std::uint16_t size, in.take_u16());
    if (size != kWrapBlobSize) return Error{Code::malformed, "a wrap has 1168 bytes"};
    TRY(wrap.blob, in.take_fixed<WrapBlob>());
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

}  // namespace

Result<Wrapset> Wrapset::parse(ByteView in) {
    Reader r(in);
    Wrapset out;
    TRY(out.env, r.take_fixed<EnvelopeId>());
    TRY(out.wraps, take_entries<Wrap>(r, take_wrap));
    return out;
}

Bytes Wrapset::encode() const {
    INVARIANT(!wraps.empty() && wraps.size() <= kMaxWraps);
    Bytes out;
    out.reserve(34 + wraps.size() * (18 + kWrapBlobSize));
    put(out, env);
    put_u16(out, static_cast<std::uint16_t>(wraps.size()));
    for (const Wrap& w : wraps) {
        put(out, w.rid);
        put_u16(out, static_cast<std::uint16_t>(kWrapBlobSize));
        put(out, w.blob);
    }
    return out;
}

const Wrap* Wrapset::find(const RecipientId& rid) const { return find_entry(wraps, rid); }

std::optional<Wrapset> Wrapset::only(const RecipientId& rid) const {
    const Wrap* own = find(rid);
    if (own == nullptr) return std::nullopt;
    return Wrapset{env, {*own}};
}

bool Wrapset::remove(const RecipientId& rid) {
    return std::erase_if(wraps, [&](const Wrap& w) { return w.rid == rid; }) > 0;
}

Result<Digests> Digests::parse(ByteView in) {
    Reader r(in);
    Digests out;
    TRY(out.env, r.take_fixed<EnvelopeId>());
    TRY(out.entries, take_entries<WrapDigest>(r, take_digest));
    return out;
}

Bytes Digests::encode() const {
    INVARIANT(!entries.empty() && entries.size() <= kMaxWraps);
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

Status Digests::check_contains(const Wrap& wrap) const {
    const WrapDigest* digest = find(wrap.rid);
    if (digest == nullptr || digest->hash != wrap_digest(wrap.blob))
        return Error{Code::wraps_hash, "a wrap that was not signed"};
    return Done{};
}

Hash wrap_digest(const WrapBlob& blob) { return labelled_hash("parapet/1/wrap-blob", blob); }

Digests digests_of(const Wrapset& wraps) {
    Digests out{wraps.env, {}};
    out.entries.reserve(wraps.wraps.size());
    for (const Wrap& w : wraps.wraps) out.entries.push_back({w.rid, wrap_digest(w.blob)});
    return out;
}

Hash wraps_hash_of(const Wrapset& wraps) { return digests_of(wraps).wraps_hash(); }

}  // namespace parapet::verify
