#include "intake/client/metadata/colours.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "crypto/base/reader.h"

namespace parapet::metadata {
namespace {

struct Primary {
    std::string_view tag;
    std::array<std::int64_t, 3> xyz;  // under D50, in 1/65536
};
constexpr std::array kPrimaries{
    Primary{"rXYZ", {33759, 15807, -69}},
    Primary{"gXYZ", {19135, 45367, 2745}},
    Primary{"bXYZ", {10296, 4363, 51385}},
};
constexpr std::int64_t kRounding = 160;  // by which a profile of anybody's may differ

// Empty when it is not there, or not wholly.
Result<ByteView> tag(ByteView profile, std::string_view name) {
    Reader reader(profile);
    TRY_(reader.take(128));
    TRY(const std::uint32_t n, reader.take_u32());
    for (std::uint32_t i = 0; i < n; ++i) {
        const bool here = reader.take_magic(name);
        if (!here) TRY_(reader.take(4));
        TRY(const std::uint32_t at, reader.take_u32());
        TRY(const std::uint32_t size, reader.take_u32());
        if (!here) continue;
        Reader data(profile);
        TRY_(data.take(at));
        return data.take(size);
    }
    return ByteView();
}

Result<bool> is_primary(ByteView profile, const Primary& primary) {
    TRY(const ByteView colour, tag(profile, primary.tag));
    Reader reader(colour);
    TRY_(reader.take(8));
    bool same = true;
    for (const std::int64_t wanted : primary.xyz) {
        TRY(const std::uint32_t raw, reader.take_u32());
        same = same && std::abs(static_cast<std::int32_t>(raw) - wanted) <= kRounding;
    }
    return same;
}

}  // namespace

bool is_display_p3(ByteView profile) {
    return std::ranges::all_of(kPrimaries, [&](const Primary& primary) {
        const Result<bool> same = is_primary(profile, primary);
        return same.ok() && same.value();
    });
}

Bytes display_p3() {
    return from_hex(
               "000001dc00000000040000006d6e74725247422058595a2007d000010001000000000000616373700000000000000"
               "0000000000000000000"
               "0000000000000000000000000000f6d6000100000000d32d000000000000000000000000000000000000000000000"
               "0000000000000000000"
               "000000000000000000000000000000000000000a64657363000000fc00000020637072740000011c0000002277747"
               "0740000014000000014"
               "7258595a00000154000000146758595a00000168000000146258595a0000017c00000014725452430000019000000"
               "0206754524300000190"
               "0000002062545243000001900000002063686164000001b00000002c6d6c756300000000000000010000000c656e5"
               "553000000040000001c"
               "005000336d6c756300000000000000010000000c656e5553000000060000001c004300430030000058595a2000000"
               "0000000f6d600010000"
               "0000d32d58595a2000000000000083df00003dbfffffffbb58595a200000000000004abf0000b13700000ab958595"
               "a200000000000002838"
               "0000110b0000c8b9706172610000000000030000000266660000f2a700000d59000013d000000a5b7366333200000"
               "00000010c42000005de"
               "fffff326000007930000fd90fffffba2fffffda3000003dc0000c06e")
        .value();
}

}  // namespace parapet::metadata
