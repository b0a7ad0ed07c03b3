// A key file that somebody else may have written to. Only the file as it was sealed opens; everything else is
// refused, and no file makes opening cost more than the limits say.
#include "crypto/keys/key_file.h"

#include <algorithm>

#include "crypto/base/reader.h"

using namespace parapet;

namespace {

// The file of the corpus: seed 32 times 7, passphrase "bado-kime", the least cost.
constexpr keys::PassphraseCost kLeast{1, 8'192};
constexpr std::size_t kCostAt = 4;  // u32 passes, u32 KiB

const Plaintext& passphrase() {
    static const Plaintext words = Plaintext::copy(view("bado-kime"));
    return words;
}

// Costs that are allowed but slow are what an honest file asks for; here they would only take the time.
Bytes at_least_cost(ByteView file) {
    Bytes out(file.begin(), file.end());
    Bytes cost;
    put_u32(cost, kLeast.passes);
    put_u32(cost, kLeast.kib);
    if (out.size() >= kCostAt + cost.size()) std::ranges::copy(cost, out.begin() + kCostAt);
    return out;
}

bool asks_for_too_much_or_too_little(ByteView file) {
    Reader in(file);
    if (!in.take(kCostAt).ok()) return false;
    const auto passes = in.take_u32();
    const auto kib = in.take_u32();
    if (!passes.ok() || !kib.ok()) return false;
    return *passes < 1 || *passes > 10 || *kib < 8'192 || *kib > 1'048'576;
}

void open(ByteView file) {
    const auto seed = keys::open_key_file(file, keys::KeyUse::member, passphrase());
    if (!seed.ok()) return;
    INVARIANT(file.size() == keys::kKeyFileSize);
    INVARIANT(std::ranges::all_of(seed->reveal(), [](std::uint8_t b) { return b == 7; }));
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView file(data, size);
    open(at_least_cost(file));
    if (!asks_for_too_much_or_too_little(file)) return 0;
    const auto refused = keys::open_key_file(file, keys::KeyUse::member, passphrase());
    INVARIANT(!refused.ok());
    if (file.size() == keys::kKeyFileSize && text(file.first(kCostAt)) == "PPK1")
        INVARIANT(refused.error().code == Code::kdf_limits);
    return 0;
}
