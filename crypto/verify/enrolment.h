// An enrolment: a new member's public keys, signed by the member's own signing key. Root officers compare
// its fingerprint with the person in the room before they write it into a roster.
#pragma once

#include "crypto/verify/calendar.h"
#include "crypto/verify/fingerprint.h"
#include "crypto/verify/note.h"

namespace parapet::verify {

inline constexpr std::string_view kEnrolmentType = "parapet-enrol/1";

struct EnrolmentLines {
    PersonId person;
    SealKey seal_key;
    SignKey sign_key;
    std::string label;
    Day day;

    [[nodiscard]] static Result<EnrolmentLines> parse(std::string_view text);  // wrong_type, malformed
    [[nodiscard]] std::string print() const;
    // The name under which the member signs: rid in hex.
    [[nodiscard]] VerifierKey signer() const;
};

// Shows that somebody holds the signing key. Not who: that is what the fingerprint is compared for.
class Enrolment {
public:
    // Form, too_many_signatures, wrong_type, malformed, bad_key, unknown_signer, bad_signature.
    [[nodiscard]] static Result<Enrolment> verify(ByteView note);
    [[nodiscard]] const EnrolmentLines& lines() const { return lines_; }
    [[nodiscard]] Fingerprint fingerprint() const;

private:
    explicit Enrolment(EnrolmentLines lines) : lines_(std::move(lines)) {}
    EnrolmentLines lines_;
};

}  // namespace parapet::verify
