// Proof of filing: what shows a third person, offline and without anyone's help, that a sealed report was on
// the office's log, and by which day (crypto/SPEC.md section 10).
//
// It holds no key that opens anything, and no receipt. Not given: what the report says. Whoever has its words
// and its key shows that they are those of this core; the proof alone shows that this core was there.
#pragma once

#include <string>

#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/bundle.h"
#include "crypto/verify/checkpoint.h"
#include "crypto/verify/header.h"
#include "crypto/verify/submit.h"
#include "crypto/verify/tags.h"

namespace parapet::verify {

// As a bundle: 1 submit note, 2 core of its message, 8 leaf, 7 inclusion proof, 6 checkpoint, 11 tag key.
// Points into what it was made from.
struct FilingParts {
    ByteView note;
    ByteView core;
    ByteView leaf;
    ByteView proof;
    ByteView checkpoint;
    ByteView tag_key;

    [[nodiscard]] static Result<FilingParts> parse(ByteView bundle);  // what parse_bundle says; malformed
    [[nodiscard]] Bytes encode() const;
};

struct Filing {
    SubmitLines sent;  // as the case key signed it
    Day day;           // on which, at the latest, all of it lay at the office
    std::uint64_t index = 0;
    std::uint64_t log_size = 0;

    // In this order: what Submit says; of the core what check_header says, and core_hash; what AuditLeaf says
    // of a leaf by the service, wrong_type for another event than `received`; wrong_tag when its tag key,
    // case or objects are not those of the note; what Checkpoint says; what InclusionProof says, and
    // bad_proof.
    [[nodiscard]] static Result<Filing> verify(const FilingParts& parts, const Root& root);
};

// The text file that a person saves: an instruction in words, then the bundle between two marks. Only what
// stands between them counts.
[[nodiscard]] std::string write_filing_text(std::string_view instruction, ByteView bundle);
// malformed unless both marks are there once, in order, with base64 between them.
[[nodiscard]] Result<Bytes> read_filing_text(std::string_view file);

}  // namespace parapet::verify
