#include "tests/intake/reporter.h"

#include "crypto/sign/sign_note.h"
#include "tests/crypto/cast.h"

namespace parapet::intake::testing {
namespace {

using verify::RecordType;

}  // namespace

Bytes octets(std::string_view name, std::size_t size) {
    Bytes out(size);
    cast::FixedRandom(name).fill(out);
    return out;
}

Reporter::Reporter(std::string_view name)
    : random_(std::make_unique<cast::FixedRandom>(name)),
      receipt_(keys::Receipt::generate(*random_)),
      keys_(keys::ReporterKeys::derive(receipt_, cast::deployment())) {}

seal::SealedSubmission Reporter::seal(const verify::Roster& roster, const Draft& draft) {
    std::vector<seal::FileToSeal> files;
    for (const Bytes& file : draft.files) {
        sources_.emplace_back(files_.emplace_back(file));
        files.push_back({&sources_.back(), "list.csv", "text/csv"});
    }
    const seal::Place place{verify::Author::reporter, cast::deployment(), draft.seq, roster.hash()};
    const seal::Audience audience = seal::Audience::of(roster, draft.exclude, {}).value();
    if (draft.seq == 0) {
        content::Report report;
        report.lang = "en";
        report.form_id = "report";
        report.answers.emplace("what", content::Answer{draft.text});
        report.exclude = draft.exclude;
        return seal::SealedSubmission::seal(place, std::move(report), files, keys_, audience, *random_,
                                            nullptr)
            .value();
    }
    content::Message message;
    message.lang = "en";
    message.text = draft.text;
    return seal::SealedSubmission::seal(place, std::move(message), files, keys_, audience, *random_, nullptr)
        .value();
}

verify::AuthLines Reporter::auth(verify::Op op, const verify::Challenge& challenge, ByteView body) const {
    return {cast::deployment(),
            verify::Subject::copy(case_id().bytes),
            keys_.signing().public_key(),
            std::string(cast::kOrigin),
            op,
            challenge,
            sha256(body)};
}

Bytes Reporter::signed_request(const verify::AuthLines& lines, ByteView body) const {
    const Bytes note = sign::sign_note(lines.print(), to_hex(case_id()), keys_.signing());
    return verify::BundleWriter().add(RecordType::note, note).add(RecordType::body, body).finish();
}

Bytes core_of(const seal::Sealer& file) {
    Bytes out = file.header().encode();
    for (std::uint64_t i = 0; i < file.chunks(); ++i) put(out, file.chunk(i).value());
    return out;
}

Bytes with_uploads(const seal::SealedSubmission& sealed, const std::vector<verify::UploadRef::Id>& uploads) {
    verify::BundleWriter out;
    std::size_t next = 0;
    const auto add = [&](const verify::SubmitObject& object, const Bytes& core) {
        if (core.size() <= verify::kInlineCoreLimit) {
            out.add(RecordType::core, core);
        } else {
            out.add(RecordType::upload, verify::UploadRef{object.env, uploads.at(next++)}.encode());
        }
    };
    const auto& objects = sealed.lines().objects;
    out.add(RecordType::note, sealed.note());
    add(objects[0], sealed.message().core);
    out.add(RecordType::wrapset, sealed.wraps().encode());
    for (std::size_t i = 0; i < sealed.files().size(); ++i) add(objects[i + 1], core_of(sealed.files()[i]));
    return out.finish();
}

Bytes number(std::uint32_t n) {
    Bytes out;
    put_u32(out, n);
    return out;
}

}  // namespace parapet::intake::testing
