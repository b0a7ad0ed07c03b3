#include "crypto/verify/merkle.h"

#include "crypto/base/hash.h"
#include "tests/crypto/kept_nodes.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::tree_test {

using cast::KeptNodes;

std::vector<Bytes> leaves_of(const Json& in) {
    if (in.contains("size")) return cast::numbered_leaves(in.at("size"));
    std::vector<Bytes> out;
    for (const Json& leaf : in.at("leaves")) out.push_back(bytes_of(leaf));
    return out;
}

// As the group writes them: listed for small trees, hashed for large ones.
Json shown(const std::vector<Bytes>& proofs, bool listed) {
    Json list = Json::array();
    Bytes joined;
    for (const Bytes& p : proofs) {
        list.push_back(hex(p));
        put(joined, p);
    }
    return listed ? list : hex(sha256(joined));
}

// Every proof is made, read back and verified against roots computed by appending alone.
Result<Json> run(const Json& in) {
    const std::vector<Bytes> leaves = leaves_of(in);
    const KeptNodes nodes(leaves);
    const Hash root = nodes.frontier().root();
    std::vector<Bytes> inclusion, consistency;
    for (std::uint64_t i = 0; i < leaves.size(); ++i) {
        inclusion.push_back(verify::prove_inclusion(i, leaves.size(), nodes).value().encode());
        TRY(const auto proof, verify::InclusionProof::parse(inclusion.back()));
        TRY_(proof.verify(verify::leaf_hash(leaves[i]), root));
    }
    for (std::uint64_t i = 0; i <= leaves.size(); ++i) {
        consistency.push_back(verify::prove_consistency(i, leaves.size(), nodes).value().encode());
        TRY(const auto proof, verify::ConsistencyProof::parse(consistency.back()));
        const std::vector<Bytes> older(leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(i));
        TRY_(proof.verify(KeptNodes(older).frontier().root(), root));
    }
    const bool listed = leaves.size() <= 9 || leaves.size() == 16;
    return Json{{"root", hex(root)},
                {"inclusion", shown(inclusion, listed)},
                {"consistency", shown(consistency, listed)}};
}

TEST_CASE("trees and all their proofs are what the vectors say") { run_group("tree", run); }

}  // namespace parapet::vectors::tree_test
