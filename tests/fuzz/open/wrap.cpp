// A wrapset that a server hands out. Only the wrap that was made for this reader and this envelope opens, and
// it gives the one key that the envelope is committed to.
#include "crypto/open/wrap.h"

#include <algorithm>

#include "crypto/seal/wrap.h"
#include "tests/crypto/cast.h"

using namespace parapet;

namespace {

const keys::SealKeyPair& mine() {
    static const auto pair =
        keys::SealKeyPair::from_seed(keys::SealSeed::copy(cast::seed_of("fuzz reader").bytes));
    return pair;
}

keys::Dek dek() {
    return keys::Dek::make([](MutableBytes out) { std::ranges::fill(out, std::uint8_t{9}); });
}

verify::EnvelopeHeader header() {
    verify::EnvelopeHeader out = cast::header(verify::Kind::report, 0, 0);
    out.com = keys::commitment(dek());
    return out;
}

void open_one(const verify::Wrapset& wraps) {
    const auto key = open::unwrap(header(), wraps, mine());
    if (!key.ok()) return;
    INVARIANT(std::ranges::equal(key->reveal(), dek().reveal()));
}

// One wrap for this reader, and the input written over it from its start.
verify::Wrapset overwritten(ByteView in) {
    static const verify::Wrapset good = [] {
        cast::FixedRandom random("fuzz wrap");
        const SealKey to = mine().public_key();
        return seal::wrap(header().env_id(), dek(), {&to, 1}, random).value();
    }();
    verify::Wrapset out = good;
    auto& blob = out.wraps[0].blob.bytes;
    for (std::size_t i = 0; i < std::min(in.size(), blob.size()); ++i) blob[i] ^= in[i];
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    const verify::Wrapset changed = overwritten(in);
    const bool same = std::ranges::all_of(in.first(std::min(in.size(), changed.wraps[0].blob.bytes.size())),
                                          [](std::uint8_t b) { return b == 0; });
    INVARIANT(open::unwrap(header(), changed, mine()).ok() == same);
    if (auto parsed = verify::Wrapset::parse(in); parsed.ok()) {
        open_one(*parsed);
        parsed->env = header().env_id();  // so that what comes after that question is asked as well
        open_one(*parsed);
    }
    return 0;
}
