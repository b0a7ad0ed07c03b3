#include "crypto/verify/fingerprint.h"

#include "crypto/base/reader.h"

namespace parapet::verify {

Fingerprint Fingerprint::of(const Hash& hash) {
    std::string out;
    Reader r(hash);
    for (int group = 0; group < 8; ++group) {
        const std::string digits = std::to_string(*r.take_u32() % 100'000);
        if (group > 0) out += ' ';
        out.append(5 - digits.size(), '0').append(digits);
    }
    return Fingerprint(std::move(out));
}

Result<Fingerprint> Fingerprint::parse(std::string_view in) {
    constexpr Error kForm{Code::malformed, "a fingerprint is eight groups of five digits"};
    if (in.size() != 47) return kForm;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const bool fits = i % 6 == 5 ? in[i] == ' ' : in[i] >= '0' && in[i] <= '9';
        if (!fits) return kForm;
    }
    return Fingerprint(std::string(in));
}

}  // namespace parapet::verify
