#include "crypto/verify/header.h"

#include "crypto/base/hash.h"
#include "crypto/base/reader.h"

namespace parapet::verify {
namespace {

bool author_fits(Kind kind, Author author) {
    switch (kind) {
        case Kind::report:
        case Kind::message:
        case Kind::identity:
            return author != Author::reviewer;
        case Kind::reply:
        case Kind::note:
            return author == Author::reviewer;
        case Kind::attachment:
            return true;
    }
    return false;
}

bool part_fits(Kind kind, std::uint32_t part) {
    switch (kind) {
        case Kind::report:
        case Kind::message:
        case Kind::reply:
        case Kind::note:
            return part == kMessagePart;
        case Kind::identity:
            return part == kIdentityPart;
        case Kind::attachment:
            return part >= kFirstAttachmentPart && part <= kLastAttachmentPart;
    }
    return false;
}

}  // namespace

Status EnvelopeHeader::check() const {
    if (!author_fits(kind, author)) return Error{Code::bad_header, "this author does not write this kind"};
    if (kind == Kind::report && seq != 0) return Error{Code::bad_header, "a report is the first of its lane"};
    if (kind == Kind::message && seq == 0) return Error{Code::bad_header, "a message follows a report"};
    if (!part_fits(kind, part)) return Error{Code::bad_header, "this kind does not stand at this part"};
    return Done{};
}

Result<EnvelopeHeader> EnvelopeHeader::parse(ByteView in) {
    Reader r(in);
    if (!r.take_magic("PPE1")) return Error{Code::unknown_version, "header: magic"};
    EnvelopeHeader h;
    TRY(const std::uint8_t kind, r.take_u8());
    if (kind < 1 || kind > 6) return Error{Code::bad_header, "header: kind"};
    h.kind = static_cast<Kind>(kind);
    TRY(const std::uint8_t author, r.take_u8());
    if (author < 1 || author > 3) return Error{Code::bad_header, "header: author"};
    h.author = static_cast<Author>(author);
    TRY(const std::uint16_t zero, r.take_u16());
    if (zero != 0) return Error{Code::bad_header, "header: the reserved bytes are zero"};
    TRY(h.deployment, r.take_fixed<DeploymentId>());
    TRY(h.case_id, r.take_fixed<CaseId>());
    TRY(h.seq, r.take_u32());
    TRY(h.part, r.take_u32());
    TRY(h.roster_hash, r.take_fixed<Hash>());
    TRY(h.com, r.take_fixed<Commitment>());
    TRY_(r.finish());
    TRY_(h.check());
    return h;
}

Result<EnvelopeHeader> EnvelopeHeader::of_core(ByteView core) {
    return parse(core.first(std::min<std::size_t>(core.size(), kHeaderSize)));
}

Bytes EnvelopeHeader::encode() const {
    Bytes out;
    out.reserve(kHeaderSize);
    put(out, "PPE1");
    put_u8(out, static_cast<std::uint8_t>(kind));
    put_u8(out, static_cast<std::uint8_t>(author));
    put_u16(out, 0);
    put(out, deployment);
    put(out, case_id);
    put_u32(out, seq);
    put_u32(out, part);
    put(out, roster_hash);
    put(out, com);
    return out;
}

EnvelopeId EnvelopeHeader::env_id() const {
    const Bytes raw = encode();
    return env_id_of(std::span(raw).first<kHeaderSize>());
}

EnvelopeId env_id_of(std::span<const std::uint8_t, kHeaderSize> header) {
    return EnvelopeId::copy(labelled_hash("parapet/1/env", header).bytes);
}

}  // namespace parapet::verify
