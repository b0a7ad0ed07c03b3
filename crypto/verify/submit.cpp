#include "crypto/verify/submit.h"

#include "crypto/verify/ed25519.h"
#include "crypto/verify/note_text.h"

namespace parapet::verify {
namespace {

const std::string kNoWraps(64, '0');

Result<SubmitObject> parse_object(std::string_view value) {
    const auto words = split_words(value, ' ');
    if (words.size() != 4) return Error{Code::malformed, "an object line has four fields"};
    SubmitObject out;
    TRY(out.env, value_from_hex<EnvelopeId>(words[0]));
    TRY(out.core_len, parse_number(words[1]));
    TRY(out.core_hash, value_from_hex<Hash>(words[2]));
    if (words[3] != kNoWraps) {
        TRY(out.wraps_hash, value_from_hex<Hash>(words[3]));
    }
    return out;
}

// What the order message, identity, attachments means while no header is known.
Status check_order(const std::vector<SubmitObject>& objects) {
    if (objects.empty() || objects.size() > kMaxObjects)
        return Error{Code::malformed, "1 to 22 objects in one submission"};
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (i == 0 && !objects[i].wraps_hash) return Error{Code::malformed, "a message has recipients"};
        if (i > 1 && objects[i].wraps_hash) return Error{Code::malformed, "an attachment has no recipients"};
        for (std::size_t j = 0; j < i; ++j)
            if (objects[i].env == objects[j].env) return Error{Code::malformed, "an object stands twice"};
    }
    return Done{};
}

}  // namespace

Result<SubmitLines> SubmitLines::parse(std::string_view text) {
    TRY(NoteText in, NoteText::open(text, kSubmitType));
    SubmitLines out;
    TRY(out.deployment, in.take_hex<DeploymentId>("deployment"));
    TRY(out.case_id, in.take_hex<CaseId>("case"));
    TRY(out.key, in.take_base64<SignKey>("key"));
    for (const std::string_view value : in.take_all("object")) {
        TRY(SubmitObject object, parse_object(value));
        out.objects.push_back(std::move(object));
    }
    TRY_(in.finish());
    TRY_(check_order(out.objects));
    return out;
}

std::string SubmitLines::print() const {
    NoteWriter out(kSubmitType);
    out.hex("deployment", deployment).hex("case", case_id).base64("key", key);
    for (const SubmitObject& o : objects)
        out.line("object", to_hex(o.env) + " " + std::to_string(o.core_len) + " " + to_hex(o.core_hash) +
                               " " + (o.wraps_hash ? to_hex(*o.wraps_hash) : kNoWraps));
    return out.finish();
}

Result<Submit> Submit::verify(ByteView bytes, const DeploymentId& deployment) {
    TRY(const UnverifiedNote note, UnverifiedNote::parse(bytes));
    TRY_(note.check_single_line());
    TRY(SubmitLines lines, SubmitLines::parse(note.text()));
    TRY_(note.check_only(lines.signer()));
    if (lines.deployment != deployment) return Error{Code::wrong_deployment, "sent to another deployment"};
    if (case_id_of(lines.key) != lines.case_id)
        return Error{Code::wrong_case, "a case is the hash of its key"};
    return Submit(bytes, std::move(lines));
}

Status Submit::check_header(std::size_t i, const EnvelopeHeader& header) const {
    const SubmitObject& object = lines_.objects.at(i);
    if (header.env_id() != object.env) return Error{Code::core_hash, "another header than was announced"};
    if (header.deployment != lines_.deployment)
        return Error{Code::wrong_deployment, "an object of another deployment"};
    if (header.case_id != lines_.case_id) return Error{Code::wrong_case, "an object of another case"};
    TRY_(padded_length(header.kind, object.core_len));
    const bool is_message = header.kind == Kind::report || header.kind == Kind::message;
    const bool fits = i == 0                          ? is_message
                      : header.kind == Kind::identity ? i == 1
                                                      : header.kind == Kind::attachment;
    if (!fits || object.wraps_hash.has_value() != (header.kind != Kind::attachment))
        return Error{Code::bad_header, "a kind that does not stand at this place of a submission"};
    return Done{};
}

Status Submit::check_headers(const std::vector<EnvelopeHeader>& headers) const {
    INVARIANT(headers.size() == lines_.objects.size());
    std::uint32_t next_part = kFirstAttachmentPart;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        TRY_(check_header(i, headers[i]));
        if (headers[i].seq != headers[0].seq || headers[i].roster_hash != headers[0].roster_hash)
            return Error{Code::bad_header, "one submission has one seq and one roster"};
        if (headers[i].kind == Kind::attachment && headers[i].part != next_part++)
            return Error{Code::bad_header, "attachments are numbered from 2 without a gap"};
    }
    return Done{};
}

}  // namespace parapet::verify
