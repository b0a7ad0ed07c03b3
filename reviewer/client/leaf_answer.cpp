#include "reviewer/client/leaf_answer.h"

namespace parapet::officer {

Result<ProvenLeaf> ProvenLeaf::take(verify::RecordCursor& answer, ByteView leaf, LogMemory& memory) {
    TRY(const ByteView checkpoint, answer.take(verify::RecordType::checkpoint));
    TRY(const ByteView inclusion, answer.take(verify::RecordType::inclusion));
    TRY(const ByteView consistency, answer.take(verify::RecordType::consistency));
    TRY(const verify::Checkpoint now, memory.advance(checkpoint, consistency));
    TRY(const verify::InclusionProof proof, verify::InclusionProof::parse(inclusion));
    TRY_(now.check_included(leaf, proof));
    return ProvenLeaf(proof.index, now.size());
}

}  // namespace parapet::officer
