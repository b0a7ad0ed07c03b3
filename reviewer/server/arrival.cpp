#include "reviewer/server/arrival.h"

#include "crypto/verify/core_hash.h"
#include "crypto/verify/custodians.h"
#include "crypto/verify/lengths.h"

namespace parapet::reviewer {
namespace {

Result<verify::EnvelopeHeader> header_of(const App& app, const vault::StoredObject& stored) {
    if (!stored.file) return verify::EnvelopeHeader::of_core(stored.core);
    TRY(const Bytes header, app.pieces.header(*stored.file));
    return verify::EnvelopeHeader::parse(header);
}

Status check_core(const vault::StoredObject& stored, const verify::SubmitObject& announced) {
    constexpr Error kOther{Code::core_hash, "another core than the note announces"};
    if (stored.core_len != announced.core_len) return kOther;
    Hash found;
    if (stored.file_hash) {  // intake has hashed the file
        found = *stored.file_hash;
    } else {
        TRY(found, verify::core_hash(stored.core));
    }
    if (found != announced.core_hash) return kOther;
    return Done{};
}

// What lies here is a part of what was signed; all digests are there.
template <class Set>
Status check_wraps(const Set& wraps, const verify::Digests& digests, const verify::SubmitObject& announced) {
    if (digests.env != announced.env || digests.wraps_hash() != *announced.wraps_hash)
        return Error{Code::wraps_hash, "other recipients than were signed"};
    if (wraps.env != announced.env) return Error{Code::wraps_hash, "wraps of another envelope"};
    for (const auto& wrap : wraps.wraps) TRY_(digests.check_contains(wrap));
    return Done{};
}

Status take_wraps(const vault::StoredObject& stored, const verify::SubmitObject& announced, Arrival& out) {
    TRY(const verify::Digests digests, verify::Digests::parse(stored.digests));
    TRY(out.wraps, verify::Wrapset::parse(stored.member_wraps));
    return check_wraps(*out.wraps, digests, announced);
}

Status take_shares(const vault::StoredObject& stored, const verify::SubmitObject& announced,
                   const verify::Roster& sealed_to, Arrival& out) {
    TRY(const verify::Digests digests, verify::Digests::parse(stored.digests, 0));
    TRY(out.shares, verify::ShareWrapset::parse(stored.member_wraps));
    TRY_(check_wraps(*out.shares, digests, announced));
    return verify::check_identity(sealed_to, out.headers, &digests);
}

}  // namespace

Result<Arrival> verify_arrival(const App& app, const vault::StoredSubmission& stored) {
    TRY(verify::Submit submit, verify::Submit::verify(stored.note, app.root().deployment()));
    const std::vector<verify::SubmitObject> announced = submit.lines().objects;
    if (submit.lines().case_id != stored.case_id || announced.size() != stored.objects.size())
        return Error{Code::malformed, "a submission's rows are not those of its note"};
    Arrival out{std::move(submit), {}, {}, {}};
    for (std::size_t i = 0; i < announced.size(); ++i) {
        TRY_(check_core(stored.objects[i], announced[i]));
        TRY(const verify::EnvelopeHeader header, header_of(app, stored.objects[i]));
        out.headers.push_back(header);
    }
    TRY_(out.submit.check_headers(out.headers));
    const verify::EnvelopeHeader& message = out.headers.front();
    if (message.seq != stored.seq) return Error{Code::malformed, "another number than its row says"};
    const verify::Roster* sealed_to = app.deployment.by_hash(message.roster_hash);
    if (sealed_to == nullptr) return Error{Code::unknown_roster, "sealed to a roster that is not known here"};
    TRY_(take_wraps(stored.objects.front(), announced.front(), out));
    TRY_(verify::check_identity(*sealed_to, out.headers, nullptr));
    if (sealed_to->lines().escrow > 0) TRY_(take_shares(stored.objects[1], announced[1], *sealed_to, out));
    return out;
}

}  // namespace parapet::reviewer
