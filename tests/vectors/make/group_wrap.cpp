// wrap: {header, wrapset, member_seed} -> {dek}.
#include "crypto/keys/member_keys.h"
#include "crypto/seal/wrap.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/raw_core.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_wrap {

verify::Wrapset wrapped(const verify::EnvelopeHeader& header, const keys::Dek& key) {
    cast::FixedRandom random("wraps");
    const std::vector<SealKey> to{cast::member_keys("clerk").seal_key, cast::member_keys("chief").seal_key};
    return seal::wrap(header.env_id(), key, to, random).value();
}

Json in(const verify::EnvelopeHeader& header, const verify::Wrapset& wraps, std::string_view reader) {
    return {{"header", hex(header.encode())},
            {"wrapset", hex(wraps.encode())},
            {"member_seed", hex(cast::seed_of(reader))}};
}

void write_wrap(VectorFolder& out) {
    const auto key = dek("report");
    const verify::EnvelopeHeader header = committed(verify::Kind::report, 0, 0, "report");
    const verify::Wrapset good = wrapped(header, key);
    for (const char* reader : {"clerk", "chief"})
        out.ok(std::string("opened-by-the-") + reader, "Each recipient gets the same key.",
               in(header, good, reader), {{"dek", hex(key.reveal())}});
    out.refused("not-a-recipient", "The officer has no wrap.", in(header, good, "officer"),
                Code::not_a_recipient);
    verify::EnvelopeHeader moved = header;
    moved.seq = 0;
    moved.case_id = cast::fixed<CaseId>("another case");
    out.refused("of-another-envelope", "Wraps lie beside the envelope whose id they carry.",
                in(moved, good, "clerk"), Code::malformed);
    verify::Wrapset renamed = wrapped(moved, key);
    renamed.env = header.env_id();
    out.refused("bound-to-another-envelope", "Sealed for another envelope and renamed.",
                in(header, renamed, "clerk"), Code::decrypt);
    verify::Wrapset swapped = good;
    std::swap(swapped.wraps[0].blob, swapped.wraps[1].blob);
    out.refused("of-another-recipient", "Two recipients' wraps exchanged.", in(header, swapped, "clerk"),
                Code::decrypt);
    verify::Wrapset changed = good;
    for (verify::Wrap& wrap : changed.wraps) wrap.blob.bytes.back() ^= 1;
    out.refused("tag-changed", "One bit at the end of the wrap.", in(header, changed, "clerk"),
                Code::decrypt);
    verify::Wrapset kem = good;
    for (verify::Wrap& wrap : kem.wraps) wrap.blob.bytes[0] ^= 1;
    out.refused("ciphertext-changed", "One bit in the post-quantum half.", in(header, kem, "clerk"),
                Code::decrypt);
    out.refused("another-key-inside", "A well-sealed key that the envelope is not committed to.",
                in(header, wrapped(header, dek("another")), "clerk"), Code::commitment);
}

const Registered kRegistered{"wrap", write_wrap};

}  // namespace parapet::vectors::group_wrap
