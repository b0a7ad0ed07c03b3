#include "reviewer/server/arrival.h"

#include "crypto/verify/core_hash.h"
#include "crypto/verify/lengths.h"

namespace parapet::reviewer {
namespace {

Result<verify::EnvelopeHeader> header_of(const App& app, const vault::StoredObject& stored) {
    if (!stored.file) return verify::EnvelopeHeader::of_core(stored.core);
    TRY(const Bytes header, app.pieces.header(*stored.file));
    return verify::EnvelopeHeader::parse(header);
}

Status check_core(const vault::StoredObject& stored, const verify::SubmitObject& announced) {
    if (stored.core_len != announced.core_len || stored.core_hash != announced.core_hash)
        return Error{Code::core_hash, "another core than the note announces"};
    if (stored.file) return Done{};
    TRY(const Hash found, verify::core_hash(stored.core));
    if (found != announced.core_hash) return Error{Code::core_hash, "the stored core is another"};
    return Done{};
}

// Members' wraps are a part of those that were signed; all digests are there.
Result<std::optional<verify::Wrapset>> wraps_of(const vault::StoredObject& stored,
                                                const verify::SubmitObject& announced) {
    if (!announced.wraps_hash) return std::optional<verify::Wrapset>();
    TRY(const verify::Digests digests, verify::Digests::parse(stored.digests));
    if (digests.env != announced.env || digests.wraps_hash() != *announced.wraps_hash)
        return Error{Code::wraps_hash, "other recipients than were signed"};
    TRY(verify::Wrapset wraps, verify::Wrapset::parse(stored.member_wraps));
    if (wraps.env != announced.env) return Error{Code::wraps_hash, "wraps of another envelope"};
    for (const verify::Wrap& wrap : wraps.wraps) TRY_(digests.check_contains(wrap));
    return std::optional(std::move(wraps));
}

}  // namespace

Result<Arrival> verify_arrival(const App& app, const vault::StoredSubmission& stored) {
    TRY(verify::Submit submit, verify::Submit::verify(stored.note, app.root().deployment()));
    const auto& announced = submit.lines().objects;
    if (submit.lines().case_id != stored.case_id || announced.size() != stored.objects.size())
        return Error{Code::malformed, "a submission's rows are not those of its note"};
    std::vector<verify::EnvelopeHeader> headers;
    std::vector<std::optional<verify::Wrapset>> wraps;
    for (std::size_t i = 0; i < announced.size(); ++i) {
        TRY_(check_core(stored.objects[i], announced[i]));
        TRY(const verify::EnvelopeHeader header, header_of(app, stored.objects[i]));
        headers.push_back(header);
        TRY(auto own, wraps_of(stored.objects[i], announced[i]));
        wraps.push_back(std::move(own));
    }
    TRY_(submit.check_headers(headers));
    if (headers.front().seq != stored.seq) return Error{Code::malformed, "another number than its row says"};
    if (app.deployment.by_hash(headers.front().roster_hash) == nullptr)
        return Error{Code::unknown_roster, "sealed to a roster that is not known here"};
    return Arrival{std::move(submit), std::move(headers), std::move(wraps)};
}

}  // namespace parapet::reviewer
