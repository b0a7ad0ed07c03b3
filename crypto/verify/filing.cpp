#include "crypto/verify/filing.h"

#include <algorithm>

#include "crypto/verify/core_hash.h"

namespace parapet::verify {
namespace {

constexpr std::string_view kBegin = "-----BEGIN PARAPET PROOF OF FILING-----\n";
constexpr std::string_view kEnd = "-----END PARAPET PROOF OF FILING-----\n";
constexpr std::size_t kLine = 76;

Status check_core(const Submit& submit, ByteView core) {
    TRY(const EnvelopeHeader header, EnvelopeHeader::of_core(core));
    TRY_(submit.check_header(0, header));
    const SubmitObject& announced = submit.lines().objects.front();
    if (core.size() != announced.core_len) return Error{Code::bad_length, "another length than announced"};
    TRY(const Hash hash, core_hash(core));
    if (hash != announced.core_hash) return Error{Code::core_hash, "another core than was announced"};
    return Done{};
}

Status check_tags(const AuditLines& leaf, const SubmitLines& sent, const TagKey& key) {
    if (leaf.event != AuditEvent::received) return Error{Code::wrong_type, "not a leaf of an arrival"};
    if (leaf.tag_key != tag_key_hash(key)) return Error{Code::wrong_tag, "another tag key than the leaf's"};
    if (leaf.case_tag != case_tag(key, sent.case_id)) return Error{Code::wrong_tag, "a leaf of another case"};
    std::vector<LogTag> tags;
    for (const SubmitObject& object : sent.objects)
        tags.push_back(object_tag(key, object.env, object.core_hash));
    if (tags != leaf.objects) return Error{Code::wrong_tag, "a leaf of other objects"};
    return Done{};
}

Result<TagKey> tag_key_from(ByteView bytes) {
    if (bytes.size() != TagKey::kSize) return Error{Code::malformed, "a tag key has 32 octets"};
    return TagKey::copy(bytes.first<TagKey::kSize>());
}

}  // namespace

Result<FilingParts> FilingParts::parse(ByteView bundle) {
    TRY(const auto records, parse_bundle(bundle));
    RecordCursor in(records);
    FilingParts out;
    TRY(out.note, in.take(RecordType::note));
    TRY(out.core, in.take(RecordType::core));
    TRY(out.leaf, in.take(RecordType::leaf));
    TRY(out.proof, in.take(RecordType::inclusion));
    TRY(out.checkpoint, in.take(RecordType::checkpoint));
    TRY(out.tag_key, in.take(RecordType::tag_key));
    TRY_(in.finish());
    return out;
}

Bytes FilingParts::encode() const {
    BundleWriter out;
    out.add(RecordType::note, note).add(RecordType::core, core).add(RecordType::leaf, leaf);
    out.add(RecordType::inclusion, proof).add(RecordType::checkpoint, checkpoint);
    out.add(RecordType::tag_key, tag_key);
    return out.finish();
}

Result<Filing> Filing::verify(const FilingParts& parts, const Root& root) {
    TRY(const Submit submit, Submit::verify(parts.note, root.deployment()));
    TRY_(check_core(submit, parts.core));
    TRY(const AuditLeaf leaf, AuditLeaf::verify_service(parts.leaf, root));
    TRY(const TagKey key, tag_key_from(parts.tag_key));
    TRY_(check_tags(leaf.lines(), submit.lines(), key));
    TRY(const Checkpoint checkpoint, Checkpoint::verify(parts.checkpoint, root.lines().log));
    TRY(const InclusionProof proof, InclusionProof::parse(parts.proof));
    TRY_(checkpoint.check_included(parts.leaf, proof));
    return Filing{submit.lines(), std::get<Day>(leaf.lines().time), proof.index, checkpoint.size()};
}

std::string write_filing_text(std::string_view instruction, ByteView bundle) {
    std::string out(instruction);
    out += "\n\n";
    out += kBegin;
    const std::string octets = to_base64(bundle);
    for (std::size_t at = 0; at < octets.size(); at += kLine) out += octets.substr(at, kLine) + "\n";
    out += kEnd;
    return out;
}

Result<Bytes> read_filing_text(std::string_view file) {
    constexpr Error kFault{Code::malformed, "not a proof of filing"};
    std::string kept(file);
    std::erase(kept, '\r');  // what mail and some editors put in
    const std::size_t begin = kept.find(kBegin);
    const std::size_t end = kept.find(kEnd);
    if (begin == std::string::npos || end == std::string::npos || end < begin + kBegin.size()) return kFault;
    if (kept.find(kBegin, begin + 1) != std::string::npos || kept.find(kEnd, end + 1) != std::string::npos)
        return kFault;
    std::string octets = kept.substr(begin + kBegin.size(), end - begin - kBegin.size());
    std::erase(octets, '\n');
    Result<Bytes> out = from_base64(octets);
    return out.ok() ? std::move(out) : Result<Bytes>(kFault);
}

}  // namespace parapet::verify
