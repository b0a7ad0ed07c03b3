#include "crypto/verify/checkpoint.h"

#include "crypto/verify/merkle.h"
#include "crypto/verify/note_text.h"

namespace parapet::verify {

Result<CheckpointLines> CheckpointLines::parse(std::string_view text) {
    const auto lines = split_words(text, '\n');
    if (lines.size() != 4 || !lines[3].empty())
        return Error{Code::malformed, "a checkpoint is origin, size and root"};
    CheckpointLines out;
    if (!is_signer_name(lines[0])) return Error{Code::malformed, "an origin is the name of a log"};
    out.origin = lines[0];
    TRY(out.size, parse_number(lines[1]));
    TRY(out.root, value_from_base64<Hash>(lines[2]));
    return out;
}

std::string CheckpointLines::print() const {
    return origin + "\n" + std::to_string(size) + "\n" + to_base64(root) + "\n";
}

Result<Checkpoint> Checkpoint::verify(ByteView bytes, const VerifierKey& log) {
    TRY(const UnverifiedNote note, UnverifiedNote::parse(bytes));
    TRY(CheckpointLines lines, CheckpointLines::parse(note.text()));
    if (lines.origin != log.name) return Error{Code::wrong_origin, "a checkpoint of another log"};
    TRY_(note.check({log}));
    return Checkpoint(bytes, std::move(lines));
}

Status Checkpoint::check_included(ByteView leaf, const InclusionProof& proof) const {
    if (proof.size != size()) return Error{Code::bad_proof, "a proof for a tree of another size"};
    return proof.verify(leaf_hash(leaf), root());
}

Status Checkpoint::check_extends(std::uint64_t old_size, const Hash& old_root,
                                 const ConsistencyProof& proof) const {
    if (proof.old_size != old_size || proof.new_size != size())
        return Error{Code::forked, "a proof between other sizes"};
    return proof.verify(old_root, root());
}

}  // namespace parapet::verify
