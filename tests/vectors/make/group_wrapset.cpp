// wrapset: {wrapset} or, of an identity, {shares} -> {digests, wraps_hash}; {digests} -> {wraps_hash}. Blobs
// are random: nobody opens one.
#include "crypto/verify/wrapset.h"

#include <algorithm>

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_wrapset {

using verify::Wrapset;

Wrapset wrapset(int n) {
    Wrapset out{cast::fixed<EnvelopeId>("env"), {}};
    for (int i = 0; i < n; ++i) {
        const std::string name = "wrap " + std::to_string(i);
        out.wraps.push_back({cast::fixed<RecipientId>(name), cast::fixed<verify::WrapBlob>(name)});
    }
    std::ranges::sort(out.wraps, {}, &verify::Wrap::rid);
    return out;
}

// Written without looking at the rules: what encode() would refuse to write.
Bytes raw(const Wrapset& set, std::uint16_t n, std::size_t blob_size) {
    Bytes out;
    put(out, set.env);
    put_u16(out, n);
    for (const verify::Wrap& w : set.wraps) {
        put(out, w.rid);
        put_u16(out, static_cast<std::uint16_t>(blob_size));
        for (std::size_t i = 0; i < blob_size; ++i) put_u8(out, w.blob.bytes[i % verify::WrapBlob::kSize]);
    }
    return out;
}

Bytes raw(const Wrapset& set) {
    return raw(set, static_cast<std::uint16_t>(set.wraps.size()), verify::WrapBlob::kSize);
}

verify::ShareWrapset share_wraps(int n) {
    verify::ShareWrapset out{cast::fixed<EnvelopeId>("identity"), {}};
    for (int i = 0; i < n; ++i) {
        const std::string name = "share " + std::to_string(i);
        out.wraps.push_back({cast::fixed<RecipientId>(name), cast::fixed<verify::ShareBlob>(name)});
    }
    std::ranges::sort(out.wraps, {}, &verify::ShareWrap::rid);
    return out;
}

void write_shares(VectorFolder& out) {
    for (const auto& [fact, n] :
         {std::pair{"shares-of-three-custodians", 3}, std::pair{"shares-of-nobody", 0}}) {
        const verify::ShareWrapset set = share_wraps(n);
        const verify::Digests digests = verify::digests_of(set);
        out.ok(fact, "Beside an identity object.", {{"shares", hex(set.encode())}},
               {{"digests", hex(digests.encode())}, {"wraps_hash", hex(digests.wraps_hash())}});
    }
    const auto bad = [&](const char* fault, const char* about, const Bytes& bytes, Code code) {
        out.refused(fault, about, {{"shares", hex(bytes)}}, code);
    };
    bad("shares-as-long-as-keys", "A share's wrap has 1169 bytes.", wrapset(1).encode(), Code::malformed);
    verify::ShareWrapset swapped = share_wraps(2);
    std::swap(swapped.wraps[0], swapped.wraps[1]);
    bad("shares-swapped", "Holders ascend.", swapped.encode(), Code::not_canonical);
    Bytes cut = share_wraps(1).encode();
    cut.pop_back();
    bad("shares-one-byte-short", "The last wrap is not whole.", cut, Code::truncated);
    Bytes more = share_wraps(0).encode();
    more.push_back(0);
    bad("shares-of-nobody-and-more", "None announced, something there.", more, Code::trailing_bytes);
    out.refused("digests-of-nobody", "A message is for somebody.",
                {{"digests", hex(verify::digests_of(share_wraps(0)).encode())}}, Code::malformed);
}

void write_wrapset(VectorFolder& out) {
    write_shares(out);
    for (const auto& [fact, n] : {std::pair{"one-recipient", 1}, std::pair{"three-recipients", 3}}) {
        const Wrapset set = wrapset(n);
        out.ok(fact, "A wrapset and its digests.", {{"wrapset", hex(set.encode())}},
               {{"digests", hex(verify::digests_of(set).encode())},
                {"wraps_hash", hex(verify::wraps_hash_of(set))}});
    }
    const verify::Digests digests = verify::digests_of(wrapset(2));
    out.ok("digests-alone", "Without other people's wraps.", {{"digests", hex(digests.encode())}},
           {{"wraps_hash", hex(digests.wraps_hash())}});

    const auto bad = [&](const char* fault, const char* about, const Bytes& bytes, Code code) {
        out.refused(fault, about, {{"wrapset", hex(bytes)}}, code);
    };
    const Wrapset three = wrapset(3);
    Wrapset swapped = three;
    std::swap(swapped.wraps[0], swapped.wraps[1]);
    bad("recipients-swapped", "Recipients ascend.", raw(swapped), Code::not_canonical);
    Wrapset twice = three;
    twice.wraps[1] = twice.wraps[0];
    bad("recipient-twice", "None stands twice.", raw(twice), Code::not_canonical);
    bad("no-recipient", "At least one.", raw(wrapset(0)), Code::malformed);
    bad("sixty-five-recipients", "At most 64; the entries are not looked at.",
        raw(Wrapset{three.env, {}}, 65, 0), Code::malformed);
    bad("wrap-one-byte-short", "A wrap has 1168 bytes.", raw(wrapset(1), 1, 1167), Code::malformed);
    bad("wrap-one-byte-long", "A wrap has 1168 bytes.", raw(wrapset(1), 1, 1169), Code::malformed);
    bad("more-announced-than-there", "Two announced, one there.", raw(wrapset(1), 2, 1168), Code::truncated);
    bad("fewer-announced-than-there", "One announced, two there.", raw(wrapset(2), 1, 1168),
        Code::trailing_bytes);
    Bytes cut = raw(wrapset(1));
    cut.pop_back();
    bad("one-byte-short", "The last wrap is not whole.", cut, Code::truncated);

    Bytes digest_cut = digests.encode();
    digest_cut.pop_back();
    out.refused("digests-one-byte-short", "The last digest is not whole.", {{"digests", hex(digest_cut)}},
                Code::truncated);
    verify::Digests down = digests;
    std::swap(down.entries[0], down.entries[1]);
    out.refused("digests-swapped", "Recipients ascend here, too.", {{"digests", hex(down.encode())}},
                Code::not_canonical);
}

const Registered kRegistered{"wrapset", write_wrapset};

}  // namespace parapet::vectors::group_wrapset
