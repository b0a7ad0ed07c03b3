#include "reviewer/server/writing.h"

#include "crypto/verify/core_hash.h"

namespace parapet::reviewer {
namespace {

constexpr std::size_t kMostReplyWraps = 48;  // a mailbox slot holds the digests of no more (SPEC section 5)

// The uploads that a reply names are its own files, in part order, and all of each is here.
Result<std::vector<WrittenFile>> open_files(const App& app, const verify::EnvelopeHeader& reply,
                                            const std::vector<verify::UploadRef>& named) {
    constexpr Error kNotIts{Code::bad_header, "a file that is not this reply's"};
    std::vector<WrittenFile> out;
    for (const verify::UploadRef& one : named) {
        TRY(const vault::Upload upload, app.cases->upload(vault::UploadId::copy(one.id.bytes)));
        TRY_(app.reply_pieces.check(upload.id, upload.core_len, upload.core_hash));
        TRY(const Bytes raw, app.reply_pieces.header(upload.id));
        TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::parse(raw));
        verify::EnvelopeHeader wanted = reply;
        wanted.kind = verify::Kind::attachment;
        wanted.part = verify::kFirstAttachmentPart + static_cast<std::uint32_t>(out.size());
        wanted.com = header.com;
        if (header != wanted || header.env_id() != one.env || upload.env_id != one.env) return kNotIts;
        out.push_back({upload, header.part});
    }
    return out;
}

}  // namespace

vault::Lane Writing::lane() const {
    return header.kind == verify::Kind::reply ? vault::Lane::reply : vault::Lane::note;
}

std::vector<vault::CaseObject> Writing::rows(const std::vector<LogTag>& tags) const {
    INVARIANT(tags.size() == 1 + files.size());
    std::vector<vault::CaseObject> out;
    out.push_back({.env_id = env,
                   .otag = tags[0],
                   .lane = lane(),
                   .kind = static_cast<std::uint8_t>(header.kind),
                   .seq = header.seq,
                   .part = header.part,
                   .core_len = core.size(),
                   .core_hash = core_hash,
                   .digests = digests.encode()});
    for (const WrittenFile& file : files)
        out.push_back({.env_id = file.upload.env_id,
                       .otag = tags[out.size()],
                       .lane = lane(),
                       .kind = static_cast<std::uint8_t>(verify::Kind::attachment),
                       .seq = header.seq,
                       .part = file.part,
                       .core_len = file.upload.core_len,
                       .core_hash = file.upload.core_hash,
                       .digests = {}});
    return out;
}

Result<Writing> open_writing(const App& app, const OfficerLeaf& leaf, const WritingParts& parts) {
    TRY(verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(parts.core));
    const bool reply = leaf.lines().event == verify::AuditEvent::reply;
    if (header.kind != (reply ? verify::Kind::reply : verify::Kind::note))
        return Error{Code::bad_header, "another kind than the leaf says"};
    if (header.deployment != app.root().deployment())
        return Error{Code::wrong_deployment, "sealed for another deployment"};
    if (header.roster_hash != app.roster().hash())
        return Error{Code::unknown_roster, "sealed to a roster that is not the current one"};
    TRY_(verify::padded_length(header.kind, parts.core.size()));
    TRY(const Hash core_hash, verify::core_hash(parts.core));
    TRY(verify::Wrapset wraps, verify::Wrapset::parse(parts.wrapset));
    const EnvelopeId env = header.env_id();
    if (wraps.env != env) return Error{Code::core_hash, "wraps of another envelope"};
    if (reply && wraps.wraps.size() > kMostReplyWraps)
        return Error{Code::too_large, "more recipients than a mailbox slot holds"};
    verify::Digests digests = verify::digests_of(wraps);
    TRY(std::vector<WrittenFile> files, open_files(app, header, parts.files));
    return Writing{header,          env, core_hash, std::move(wraps), std::move(digests), parts.core,
                   std::move(files)};
}

Status check_recipients(const Writing& writing, const Team& team) {
    std::size_t members = 0;
    std::size_t reporters = 0;
    for (const verify::Wrap& wrap : writing.wraps.wraps) {
        if (team.members.contains(wrap.rid))
            ++members;
        else if (writing.header.kind == verify::Kind::reply && team.reporter.contains(wrap.rid))
            ++reporters;
        else
            return Error{Code::not_a_recipient, "sealed to somebody who is not of this case"};
    }
    const std::size_t wanted = writing.header.kind == verify::Kind::reply ? 1 : 0;
    if (members != team.members.size() || reporters != wanted)
        return Error{Code::not_a_recipient, "somebody of this case was left out"};
    return Done{};
}

}  // namespace parapet::reviewer
