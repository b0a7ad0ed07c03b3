// The small values inside notes, each of which has one spelling.
#include "crypto/verify/calendar.h"
#include "crypto/verify/enrolment.h"
#include "crypto/verify/fingerprint.h"
#include "crypto/verify/member.h"
#include "crypto/verify/note_text.h"
#include "crypto/verify/root.h"

using namespace parapet;

namespace {

template <class T>
void check_one_spelling(std::string_view in) {
    if (const auto value = T::parse(in); value.ok()) INVARIANT(value->print() == in);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view in = text(ByteView(data, size));
    check_one_spelling<verify::Day>(in);
    check_one_spelling<verify::Minute>(in);
    check_one_spelling<verify::VerifierKey>(in);
    check_one_spelling<verify::Fingerprint>(in);
    check_one_spelling<verify::Roles>(in);
    check_one_spelling<verify::Member>(in);
    check_one_spelling<verify::EnrolmentLines>(in);
    if (const auto n = verify::parse_number(in); n.ok()) INVARIANT(std::to_string(*n) == in);
    if (const auto raw = from_hex(in); raw.ok()) INVARIANT(to_hex(*raw) == in);
    if (const auto raw = from_base64(in); raw.ok()) INVARIANT(to_base64(*raw) == in);
    if (verify::is_origin(in)) INVARIANT(in.starts_with("http"));
    return 0;
}
