#include "crypto/verify/submission.h"

#include "crypto/verify/core_hash.h"

namespace parapet::verify {
namespace {

Result<InlineCore> take_core(RecordCursor& in, const Submit& submit, std::size_t i) {
    TRY(const ByteView bytes, in.take(RecordType::core));
    const SubmitObject& announced = submit.lines().objects[i];
    TRY(const EnvelopeHeader header, EnvelopeHeader::of_core(bytes));
    TRY_(submit.check_header(i, header));
    if (bytes.size() != announced.core_len)
        return Error{Code::bad_length, "a core longer or shorter than announced"};
    TRY(const Hash hash, core_hash(bytes));
    if (hash != announced.core_hash) return Error{Code::core_hash, "another core than was announced"};
    return InlineCore{bytes, header};
}

Result<UploadRef> take_upload(RecordCursor& in, const SubmitObject& announced) {
    TRY(const ByteView bytes, in.take(RecordType::upload));
    TRY(const UploadRef ref, UploadRef::parse(bytes));
    if (ref.env != announced.env) return Error{Code::core_hash, "an upload of another object"};
    return ref;
}

template <class Wraps>
Status take_wraps(RecordCursor& in, const SubmitObject& announced, std::optional<Wraps>& wraps,
                  std::optional<Digests>& digests) {
    TRY(const ByteView bytes, in.take(RecordType::wrapset));
    TRY(wraps, Wraps::parse(bytes));
    digests = digests_of(*wraps);
    if (wraps->env != announced.env || digests->wraps_hash() != *announced.wraps_hash)
        return Error{Code::wraps_hash, "other recipients than were signed"};
    return Done{};
}

}  // namespace

Result<std::optional<PuzzleAnswer>> take_puzzle(RecordCursor& in) {
    if (!in.next_is(RecordType::puzzle)) return std::optional<PuzzleAnswer>();
    TRY(const ByteView bytes, in.take(RecordType::puzzle));
    TRY(const PuzzleAnswer answer, PuzzleAnswer::parse(bytes));
    return std::optional<PuzzleAnswer>(answer);
}

Result<Submission> Submission::verify(ByteView bundle, const DeploymentId& deployment) {
    TRY(const std::vector<Record> records, parse_bundle(bundle));
    RecordCursor in(records);
    TRY(const ByteView note, in.take(RecordType::note));
    TRY(Submit submit, Submit::verify(note, deployment));
    TRY(const std::optional<PuzzleAnswer> puzzle, take_puzzle(in));

    std::vector<SubmittedObject> objects;
    std::vector<EnvelopeHeader> headers;
    for (std::size_t i = 0; i < submit.lines().objects.size(); ++i) {
        const SubmitObject& announced = submit.lines().objects[i];
        SubmittedObject object;
        if (in.next_is(RecordType::upload)) {
            TRY(object.core, take_upload(in, announced));
        } else {
            TRY(const InlineCore core, take_core(in, submit, i));
            headers.push_back(core.header);
            object.core = core;
        }
        // Besides the message, which comes first, only an identity has a wrapset.
        if (announced.wraps_hash && i == 0) {
            TRY_(take_wraps(in, announced, object.wraps, object.digests));
        } else if (announced.wraps_hash) {
            TRY_(take_wraps(in, announced, object.shares, object.digests));
        }
        objects.push_back(std::move(object));
    }
    TRY_(in.finish());
    if (headers.size() == objects.size()) TRY_(submit.check_headers(headers));
    return Submission(std::move(submit), puzzle, std::move(objects));
}

}  // namespace parapet::verify
