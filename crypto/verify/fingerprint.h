// Forty digits that two people can compare: of a root note for posters and pay slips, of an enrolment in
// the ceremony. h = H(label, text); group i = u32(h[4i..4i+4]) mod 100 000; eight groups of five.
#pragma once

#include <string>
#include <string_view>

#include "crypto/base/bytes.h"

namespace parapet::verify {

class Fingerprint {
public:
    [[nodiscard]] static Fingerprint of(const Hash& hash);
    // malformed unless eight groups of five digits, one space between them.
    [[nodiscard]] static Result<Fingerprint> parse(std::string_view in);
    [[nodiscard]] const std::string& print() const { return groups_; }
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;

private:
    explicit Fingerprint(std::string groups) : groups_(std::move(groups)) {}
    std::string groups_;
};

}  // namespace parapet::verify
