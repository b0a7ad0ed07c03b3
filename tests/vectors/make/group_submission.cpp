// submission: {bundle, deployment} -> {objects: [{inline, wraps or shares: number or null}]}. Cores are
// random bytes behind a true header; what needs no key is checked.
#include "crypto/verify/submission.h"

#include <algorithm>

#include "crypto/verify/core_hash.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_submission {

using verify::EnvelopeHeader;
using verify::Kind;
using verify::RecordType;

struct Object {
    EnvelopeHeader header;
    Bytes core;
    std::optional<verify::Wrapset> wraps;
    std::optional<verify::ShareWrapset> shares;
    bool upload = false;
    [[nodiscard]] std::optional<Hash> wraps_hash() const {
        if (wraps) return verify::wraps_hash_of(*wraps);
        if (shares) return verify::digests_of(*shares).wraps_hash();
        return std::nullopt;
    }
};

template <class Set>
Set two_wraps(const EnvelopeId& env) {
    Set out{env, {}};
    for (const char* name : {"first", "second"}) {
        auto& wrap = out.wraps.emplace_back();
        wrap = {cast::fixed<RecipientId>(name), cast::fixed<decltype(wrap.blob)>(name)};
    }
    std::ranges::sort(out.wraps, {}, [](const auto& wrap) { return wrap.rid; });
    return out;
}

Object object(const EnvelopeHeader& header) {
    Object out{header, header.encode(), {}, {}};
    const std::uint64_t padded = verify::padlen(header.kind, 40).value();
    out.core.resize(verify::core_length(padded), 0xA5);
    if (header.kind == Kind::attachment) {
        out.upload = true;  // keeps the files small
        return out;
    }
    if (header.kind == Kind::identity)
        out.shares = two_wraps<verify::ShareWrapset>(header.env_id());
    else
        out.wraps = two_wraps<verify::Wrapset>(header.env_id());
    return out;
}

verify::SubmitLines lines_of(const std::vector<Object>& objects) {
    verify::SubmitLines out{cast::deployment(), cast::case_id(), cast::reporter_key().public_key(), {}};
    for (const Object& o : objects) {
        out.objects.push_back(
            {o.header.env_id(), o.core.size(), verify::core_hash(o.core).value(), o.wraps_hash()});
    }
    return out;
}

Bytes upload_ref(const EnvelopeId& env) {
    return verify::UploadRef{env, cast::fixed<verify::UploadRef::Id>("upload")}.encode();
}

Bytes puzzle_answer() {
    return verify::PuzzleAnswer{cast::fixed<verify::Challenge>("challenge"), 7}.encode();
}

// The records of a submission, so that a case may spoil one.
struct Records {
    std::vector<std::pair<RecordType, Bytes>> all;
    explicit Records(const std::vector<Object>& objects) : Records(objects, lines_of(objects)) {}
    Records(const std::vector<Object>& objects, const verify::SubmitLines& lines) {
        all.emplace_back(RecordType::note,
                         sign::sign_note(lines.print(), to_hex(cast::case_id()), cast::reporter_key()));
        for (const Object& o : objects) {
            if (o.upload) all.emplace_back(RecordType::upload, upload_ref(o.header.env_id()));
            if (!o.upload) all.emplace_back(RecordType::core, o.core);
            if (o.wraps) all.emplace_back(RecordType::wrapset, o.wraps->encode());
            if (o.shares) all.emplace_back(RecordType::wrapset, o.shares->encode());
        }
    }
    [[nodiscard]] Json in() const {
        verify::BundleWriter out;
        for (const auto& [type, bytes] : all) out.add(type, bytes);
        return {{"bundle", packed(out.finish())}, {"deployment", hex(cast::deployment())}};
    }
};

std::vector<Object> report() { return {object(cast::header(Kind::report, 0, 0))}; }

std::vector<Object> report_with_attachment() {
    auto out = report();
    out.push_back(object(cast::header(Kind::attachment, 0, 2)));
    return out;
}

Json shown(bool is_inline, Json wraps) { return {{"inline", is_inline}, {"wraps", std::move(wraps)}}; }

void write_good(VectorFolder& out) {
    out.ok("report-alone", "One core and one wrapset.", Records(report()).in(),
           {{"objects", Json::array({shown(true, 2)})}});
    out.ok("report-with-an-upload", "The attachment was sent before.", Records(report_with_attachment()).in(),
           {{"objects", Json::array({shown(true, 2), shown(false, nullptr)})}});
    auto all_inline = report_with_attachment();
    all_inline[1].upload = false;
    out.ok("everything-inline", "As an offline file holds it.", Records(all_inline).in(),
           {{"objects", Json::array({shown(true, 2), shown(true, nullptr)})}});
    Records answered(report());
    answered.all.insert(answered.all.begin() + 1, {RecordType::puzzle, puzzle_answer()});
    out.ok("report-with-a-puzzle-answer", "It stands behind the note.", answered.in(),
           {{"objects", Json::array({shown(true, 2)})}});
    auto identity = report();
    identity.push_back(object(cast::header(Kind::identity, 0, 1)));
    const Json with_shares{{"inline", true}, {"shares", 2}};
    out.ok("report-with-an-identity", "Beside the message an object whose wraps are shares.",
           Records(identity).in(), {{"objects", Json::array({shown(true, 2), with_shares})}});
    identity[1].shares->wraps.clear();
    out.ok("report-with-an-identity-for-nobody", "Every custodian was kept out.", Records(identity).in(),
           {{"objects", Json::array({shown(true, 2), {{"inline", true}, {"shares", 0}}})}});
}

void write_record_faults(VectorFolder& out) {
    const auto bad = [&](const char* fault, const char* about, auto change) {
        Records records(report());
        change(records.all);
        out.refused(fault, about, records.in(), Code::malformed);
    };
    bad("note-missing", "The note comes first.", [](auto& r) { r.erase(r.begin()); });
    bad("core-missing", "The wrapset alone.", [](auto& r) { r.erase(r.begin() + 1); });
    bad("wrapset-missing", "The core alone.", [](auto& r) { r.pop_back(); });
    bad("wrapset-before-its-core", "In this order: core, wrapset.", [](auto& r) { std::swap(r[1], r[2]); });
    bad("two-puzzle-answers", "One at most.", [](auto& r) {
        r.insert(r.begin() + 1, 2, {RecordType::puzzle, puzzle_answer()});
    });
    bad("puzzle-answer-at-the-end", "It stands behind the note or nowhere.",
        [](auto& r) { r.emplace_back(RecordType::puzzle, puzzle_answer()); });
    bad("a-record-too-many", "The wrapset again.", [](auto& r) { r.push_back(r.back()); });
}

void write_puzzle_fault(VectorFolder& out) {
    Records records(report());
    Bytes cut = puzzle_answer();
    cut.pop_back();
    records.all.insert(records.all.begin() + 1, {RecordType::puzzle, cut});
    out.refused("puzzle-answer-of-71-bytes", "One byte short.", records.in(), Code::truncated);
}

void write_object_faults(VectorFolder& out) {
    Records core_changed(report());
    core_changed.all[1].second.back() ^= 1;
    out.refused("core-changed", "One bit of the last chunk.", core_changed.in(), Code::core_hash);
    Records header_changed(report());
    header_changed.all[1].second[80] ^= 1;
    out.refused("header-changed", "Another commitment, so another env_id.", header_changed.in(),
                Code::core_hash);
    Records core_long(report());
    core_long.all[1].second.push_back(0);
    out.refused("core-one-byte-longer-than-announced", "Something after the core.", core_long.in(),
                Code::bad_length);
    auto lines = lines_of(report());
    lines.objects[0].core_len -= 1;
    out.refused("announced-length-that-padding-cannot-give", "One byte less than the smallest.",
                Records(report(), lines).in(), Code::bad_length);

    auto fewer = report();
    const auto signed_lines = lines_of(fewer);
    fewer[0].wraps->wraps.pop_back();
    out.refused("a-recipient-removed", "The wraps hash was made over two.", Records(fewer, signed_lines).in(),
                Code::wraps_hash);
    auto exchanged = report();
    exchanged[0].wraps->wraps[0].blob.bytes[0] ^= 1;
    out.refused("a-wrap-changed", "One bit of one wrap.", Records(exchanged, signed_lines).in(),
                Code::wraps_hash);
    auto moved = report();
    moved[0].wraps->env = cast::fixed<EnvelopeId>("another");
    out.refused("wraps-of-another-envelope", "Announced, but not for this envelope.", Records(moved).in(),
                Code::wraps_hash);
    Records other_upload(report_with_attachment());
    other_upload.all.back().second = upload_ref(cast::fixed<EnvelopeId>("another"));
    out.refused("upload-of-another-object", "The record names another env_id.", other_upload.in(),
                Code::core_hash);

    const auto of_header = [&](const char* fault, const char* about, Code code, auto change) {
        EnvelopeHeader header = cast::header(Kind::report, 0, 0);
        change(header);
        out.refused(fault, about, Records({object(header)}).in(), code);
    };
    of_header("core-of-another-deployment", "Header and note disagree.", Code::wrong_deployment,
              [](EnvelopeHeader& h) { h.deployment = cast::fixed<DeploymentId>("elsewhere"); });
    of_header("core-of-another-case", "Header and note disagree.", Code::wrong_case,
              [](EnvelopeHeader& h) { h.case_id = cast::fixed<CaseId>("another case"); });
    of_header("a-reply", "A reporter sends kinds 1, 2, 5 and 6.", Code::bad_header,
              [](EnvelopeHeader& h) { h = cast::header(Kind::reply, 0, 0); });
    of_header("an-identity-first", "A message comes first.", Code::bad_header,
              [](EnvelopeHeader& h) { h = cast::header(Kind::identity, 0, 1); });
    auto shares = report();
    shares.push_back(object(cast::header(Kind::identity, 0, 1)));
    const auto signed_shares = lines_of(shares);
    auto removed = shares;
    removed[1].shares->wraps.pop_back();
    out.refused("a-share-removed", "The wraps hash was made over two.", Records(removed, signed_shares).in(),
                Code::wraps_hash);
    auto as_keys = shares;
    as_keys[1].shares.reset();
    as_keys[1].wraps = two_wraps<verify::Wrapset>(shares[1].header.env_id());
    out.refused("identity-wrapped-like-a-message", "One reader alone would open it.", Records(as_keys).in(),
                Code::malformed);
    auto two = report();
    two.push_back(object(cast::header(Kind::message, 1, 0)));
    out.refused("two-messages", "One message a submission.", Records(two).in(), Code::bad_header);
    auto seqs = report();
    seqs.push_back(object(cast::header(Kind::identity, 1, 1)));
    out.refused("identity-with-another-seq", "It carries its parent's.", Records(seqs).in(),
                Code::bad_header);
    auto rosters = report();
    auto header = cast::header(Kind::identity, 0, 1);
    header.roster_hash = cast::fixed<Hash>("another roster");
    rosters.push_back(object(header));
    out.refused("identity-under-another-roster", "One roster a submission.", Records(rosters).in(),
                Code::bad_header);
}

void write_submission(VectorFolder& out) {
    write_good(out);
    write_record_faults(out);
    write_puzzle_fault(out);
    write_object_faults(out);
}

const Registered kRegistered{"submission", write_submission};

}  // namespace parapet::vectors::group_submission
