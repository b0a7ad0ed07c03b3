// share: {env, wrap: {rid, blob}, index, member_seed} -> {share}: one custodian's share, opened.
#include "crypto/keys/member_keys.h"
#include "crypto/seal/escrow.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_share {

constexpr std::string_view kHolder = "keeper-1";
constexpr std::uint8_t kIndex = 21;

EnvelopeId env() { return cast::fixed<EnvelopeId>("identity"); }

keys::Share share(std::uint8_t index) {
    cast::FixedRandom random("share");
    const std::vector<seal::Custodian> one{{index, cast::member_keys(kHolder).seal_key}};
    return std::move(seal::split(2, one, random).shares.front());
}

// Sealed for the holder whatever stands in it: what wrap_share could not be given.
verify::ShareWrap sealed(const EnvelopeId& of, std::uint8_t index, ByteView plain) {
    cast::FixedRandom random("share wrap");
    const SealKey holder = cast::member_keys(kHolder).seal_key;
    const RecipientId rid = cast::member(kHolder, {}, index).rid;
    const keys::Encapsulated to = keys::encapsulate(holder, random).value();
    const Bytes context = keys::share_context(of, rid, index);
    Bytes blob(to.ciphertext.bytes.begin(), to.ciphertext.bytes.end());
    put(blob,
        keys::aead_seal(keys::share_key(to.secret.reveal(), context), keys::AeadNonce{}, context, plain));
    return {rid, verify::ShareBlob::from(blob).value()};
}

Json in(const verify::ShareWrap& wrap, std::uint8_t index = kIndex, std::string_view holder = kHolder) {
    return {{"env", hex(env())},
            {"wrap", {{"rid", hex(wrap.rid)}, {"blob", hex(wrap.blob)}}},
            {"index", index},
            {"member_seed", hex(cast::seed_of(holder))}};
}

void write_share(VectorFolder& out) {
    const Plaintext good = share(kIndex).encode();
    const verify::ShareWrap wrap = sealed(env(), kIndex, good.reveal());
    out.ok("opened-by-its-holder", "A custodian opens one share, and learns nothing from it.", in(wrap),
           {{"share", hex(good.reveal())}});
    out.refused("of-another-holder", "The second keeper with the first one's wrap.",
                in(wrap, kIndex, "keeper-2"), Code::not_a_recipient);
    out.refused("under-another-index", "The index is bound to the wrap.", in(wrap, 22), Code::decrypt);
    out.refused("of-another-envelope", "Sealed for another identity.",
                in(sealed(cast::fixed<EnvelopeId>("another"), kIndex, good.reveal())), Code::decrypt);
    verify::ShareWrap changed = wrap;
    changed.blob.bytes.back() ^= 1;
    out.refused("tag-changed", "One bit at the end.", in(changed), Code::decrypt);
    out.refused("another-index-inside", "Well sealed as share 21, and says to be 22.",
                in(sealed(env(), kIndex, share(22).encode().reveal())), Code::bad_share);
    Bytes zero(good.reveal().begin(), good.reveal().end());
    zero[0] = 0;
    out.refused("index-0-inside", "The value at 0 would be the secret itself.",
                in(sealed(env(), kIndex, zero)), Code::bad_share);
    Bytes large(keys::Share::kSize, 0xff);
    large[0] = kIndex;
    out.refused("value-not-reduced", "A second spelling of a number of the field.",
                in(sealed(env(), kIndex, large)), Code::not_canonical);
    // The order of the group itself, which stands for 0.
    Bytes order = from_hex("15edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").value();
    out.refused("value-is-the-order", "Zero is written as zeros.", in(sealed(env(), kIndex, order)),
                Code::not_canonical);
}

const Registered kRegistered{"share", write_share};

}  // namespace parapet::vectors::group_share
