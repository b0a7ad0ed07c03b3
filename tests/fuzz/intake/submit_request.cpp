// POST /api/submit through intake's own table and over real stores. Mutated octets alone would stop at the
// signature, so a bundle is also taken as an honest reporter's client might have made it: what the note says
// of each core and wrapset is made to fit, and signed again. What is accepted can be read back; what is
// refused left nothing behind.
#include "crypto/sign/sign_note.h"
#include "crypto/verify/bundle.h"
#include "crypto/verify/core_hash.h"
#include "crypto/verify/submission.h"
#include "tests/intake/world.h"

using namespace parapet;
using verify::RecordType;

namespace {

struct Intake {
    intake::testing::World world;
    intake::testing::Reporter reporter{"fuzz"};

    std::optional<vault::StoredSubmission> held(std::uint32_t seq) {
        auto own = world.app().drop->own(reporter.case_id(), seq);
        if (!own.ok()) return std::nullopt;
        return std::move(*own);
    }
};

// The note that fits these records, where they are such a thing at all.
Bytes fitting_note(const Intake& intake, std::span<const verify::Record> records) {
    verify::SubmitLines lines{
        cast::deployment(), intake.reporter.case_id(), intake.reporter.keys().signing().public_key(), {}};
    for (const verify::Record& record : records) {
        if (record.type == RecordType::core) {
            verify::SubmitObject object;
            object.core_len = record.bytes.size();
            if (const auto header = verify::EnvelopeHeader::of_core(record.bytes); header.ok())
                object.env = header->env_id();
            if (const auto hash = verify::core_hash(record.bytes); hash.ok()) object.core_hash = *hash;
            lines.objects.push_back(object);
        } else if (record.type == RecordType::wrapset && !lines.objects.empty()) {
            const auto wraps = verify::Wrapset::parse(record.bytes);
            lines.objects.back().wraps_hash = wraps.ok() ? verify::wraps_hash_of(*wraps) : Hash{};
        }
    }
    return sign::sign_note(lines.print(), to_hex(lines.case_id), intake.reporter.keys().signing());
}

// The number in the lane, where the case is the reporter's and the message lies inside.
std::optional<std::uint32_t> place_of(const Intake& intake, const Result<verify::Submission>& submission) {
    if (!submission.ok() || submission->submit().lines().case_id != intake.reporter.case_id())
        return std::nullopt;
    const verify::InlineCore* core = submission->objects()[0].inline_core();
    if (core == nullptr) return std::nullopt;
    return core->header.seq;
}

void submit(Intake& intake, ByteView body) {
    const auto submission = verify::Submission::verify(body, cast::deployment());
    const auto seq = place_of(intake, submission);
    const bool before = seq && intake.held(*seq).has_value();
    const service::Answer answer = intake.world.post("/api/submit", body);
    const bool accepted = intake::testing::accepted(answer);
    INVARIANT(accepted != answer.error().has_value());
    INVARIANT(!accepted || submission.ok());
    if (!seq) return;
    const auto after = intake.held(*seq);
    INVARIANT(after.has_value() == (before || accepted));
    if (accepted) INVARIANT(text(after->note) == text(submission->submit().note()));
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Intake intake;
    const ByteView in(data, size);
    submit(intake, in);
    const auto records = verify::parse_bundle(in);
    if (!records.ok() || records->empty() || records->size() > 2 * verify::kMaxObjects) return 0;
    verify::BundleWriter fitting;
    fitting.add(RecordType::note, fitting_note(intake, *records));
    for (const verify::Record& record : std::span(*records).subspan(1))
        fitting.add(record.type, record.bytes);
    submit(intake, fitting.finish());
    return 0;
}
