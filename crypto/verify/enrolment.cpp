#include "crypto/verify/enrolment.h"

#include "crypto/base/hash.h"
#include "crypto/verify/ed25519.h"
#include "crypto/verify/note_text.h"

namespace parapet::verify {

Result<EnrolmentLines> EnrolmentLines::parse(std::string_view text) {
    TRY(NoteText in, NoteText::open(text, kEnrolmentType));
    EnrolmentLines out;
    TRY(out.person, in.take_hex<PersonId>("person"));
    TRY(out.seal_key, in.take_base64<SealKey>("enc"));
    TRY(out.sign_key, in.take_base64<SignKey>("sign"));
    TRY(const std::string_view label, in.take("label"));
    TRY_(check_label(label));
    out.label = label;
    TRY(const std::string_view day, in.take("day"));
    TRY(out.day, Day::parse(day));
    TRY_(in.finish());
    return out;
}

std::string EnrolmentLines::print() const {
    return NoteWriter(kEnrolmentType)
        .hex("person", person)
        .base64("enc", seal_key)
        .base64("sign", sign_key)
        .line("label", label)
        .line("day", day.print())
        .finish();
}

VerifierKey EnrolmentLines::signer() const { return {to_hex(rid_of(seal_key)), sign_key}; }

Result<Enrolment> Enrolment::verify(ByteView bytes) {
    TRY(const UnverifiedNote note, UnverifiedNote::parse(bytes));
    TRY_(note.check_single_line());
    TRY(EnrolmentLines lines, EnrolmentLines::parse(note.text()));
    TRY_(check_enrolled_key(lines.sign_key));
    TRY_(note.check_only(lines.signer()));
    return Enrolment(std::move(lines));
}

Fingerprint Enrolment::fingerprint() const {
    return Fingerprint::of(labelled_hash("parapet/1/enrol", view(lines_.print())));
}

}  // namespace parapet::verify
