// header: {header} -> {kind, author, deployment, case, seq, part, roster_hash, com, env_id}.
#include "crypto/verify/header.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_header {

using verify::EnvelopeHeader;
using verify::Kind;

void good(VectorFolder& out, const std::string& fact, const std::string& about, const EnvelopeHeader& h) {
    out.ok(fact, about, {{"header", hex(h.encode())}},
           {{"kind", static_cast<int>(h.kind)},
            {"author", static_cast<int>(h.author)},
            {"deployment", hex(h.deployment)},
            {"case", hex(h.case_id)},
            {"seq", h.seq},
            {"part", h.part},
            {"roster_hash", hex(h.roster_hash)},
            {"com", hex(h.com)},
            {"env_id", hex(h.env_id())}});
}

// One byte of a good report's header set to another value.
void with_byte(VectorFolder& out, const std::string& fault, const std::string& about, std::size_t at,
               std::uint8_t value, Code code) {
    Bytes raw = cast::header(Kind::report, 0, 0).encode();
    raw.at(at) = value;
    out.refused(fault, about, {{"header", hex(raw)}}, code);
}

void bad(VectorFolder& out, const std::string& fault, const std::string& about, EnvelopeHeader h) {
    out.refused(fault, about, {{"header", hex(h.encode())}}, Code::bad_header);
}

EnvelopeHeader by(EnvelopeHeader h, verify::Author author) {
    h.author = author;
    return h;
}

void write_header(VectorFolder& out) {
    using verify::Author;
    const auto report = cast::header(Kind::report, 0, 0);
    good(out, "report", "A report from the reporter's own client.", report);
    good(out, "report-through-the-gateway", "Author 3.", by(report, Author::gateway));
    good(out, "message", "The reporter's second message.", cast::header(Kind::message, 1, 0));
    good(out, "reply", "The office's first reply.", cast::header(Kind::reply, 0, 0));
    good(out, "note", "A note between officers.", cast::header(Kind::note, 7, 0));
    good(out, "identity", "An identity object beside a report.", cast::header(Kind::identity, 0, 1));
    good(out, "first-attachment", "Part 2.", cast::header(Kind::attachment, 0, 2));
    good(out, "last-attachment", "Part 21.", cast::header(Kind::attachment, 3, 21));
    good(out, "attachment-of-a-reply", "Any author.",
         by(cast::header(Kind::attachment, 0, 2), Author::reviewer));
    good(out, "highest-seq", "seq has 32 bits.", cast::header(Kind::message, 0xFFFF'FFFF, 0));

    with_byte(out, "magic-of-another-version", "PPE2.", 3, '2', Code::unknown_version);
    with_byte(out, "kind-0", "No such kind.", 4, 0, Code::bad_header);
    with_byte(out, "kind-7", "No such kind.", 4, 7, Code::bad_header);
    with_byte(out, "author-0", "No such author.", 5, 0, Code::bad_header);
    with_byte(out, "author-4", "No such author.", 5, 4, Code::bad_header);
    with_byte(out, "first-reserved-byte-set", "Bytes 6 and 7 are zero.", 6, 1, Code::bad_header);
    with_byte(out, "second-reserved-byte-set", "Bytes 6 and 7 are zero.", 7, 1, Code::bad_header);
    bad(out, "report-by-a-reviewer", "Kind 1, author 2.", by(report, Author::reviewer));
    bad(out, "message-by-a-reviewer", "Kind 2, author 2.",
        by(cast::header(Kind::message, 1, 0), Author::reviewer));
    bad(out, "identity-by-a-reviewer", "Kind 5, author 2.",
        by(cast::header(Kind::identity, 0, 1), Author::reviewer));
    bad(out, "reply-by-a-reporter", "Kind 3, author 1.",
        by(cast::header(Kind::reply, 0, 0), Author::reporter));
    bad(out, "reply-by-the-gateway", "Kind 3, author 3.",
        by(cast::header(Kind::reply, 0, 0), Author::gateway));
    bad(out, "note-by-a-reporter", "Kind 4, author 1.", by(cast::header(Kind::note, 0, 0), Author::reporter));
    bad(out, "report-with-seq-1", "A report is the first of its lane.", cast::header(Kind::report, 1, 0));
    bad(out, "message-with-seq-0", "Seq 0 is the report's.", cast::header(Kind::message, 0, 0));
    bad(out, "report-with-part-1", "Part 1 is an identity.", cast::header(Kind::report, 0, 1));
    bad(out, "reply-with-part-2", "Part 2 is an attachment.", cast::header(Kind::reply, 0, 2));
    bad(out, "identity-with-part-0", "Part 0 is a message.", cast::header(Kind::identity, 0, 0));
    bad(out, "attachment-with-part-1", "Part 1 is an identity.", cast::header(Kind::attachment, 0, 1));
    bad(out, "attachment-with-part-22", "20 attachments: parts 2 to 21.",
        cast::header(Kind::attachment, 0, 22));

    Bytes raw = report.encode();
    raw.pop_back();
    out.refused("one-byte-short", "111 bytes.", {{"header", hex(raw)}}, Code::truncated);
    raw = report.encode();
    raw.push_back(0);
    out.refused("one-byte-long", "113 bytes where a header stands alone.", {{"header", hex(raw)}},
                Code::trailing_bytes);
}

const Registered kRegistered{"header", write_header};

}  // namespace parapet::vectors::group_header
