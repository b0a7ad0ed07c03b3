// tree: {size} or {leaves: [hex]} -> {root, inclusion, consistency}. Leaf i of {size} is the four bytes
// u32(i). inclusion: the proof of every index; consistency: from every size 0 to `size`. Small trees list the
// proofs; larger ones give SHA-256 over all of them, one after the other.
#include "crypto/verify/merkle.h"

#include "crypto/base/hash.h"
#include "tests/crypto/kept_nodes.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_tree {

bool is_listed(std::uint64_t size) { return size <= 9 || size == 16; }

Json proofs(const std::vector<Bytes>& all, bool listed) {
    Json list = Json::array();
    Bytes joined;
    for (const Bytes& proof : all) {
        list.push_back(hex(proof));
        put(joined, proof);
    }
    return listed ? list : hex(sha256(joined));
}

Json ok_of(const std::vector<Bytes>& leaves) {
    const cast::KeptNodes nodes(leaves);
    const std::uint64_t size = leaves.size();
    std::vector<Bytes> inclusion, consistency;
    for (std::uint64_t i = 0; i < size; ++i)
        inclusion.push_back(verify::prove_inclusion(i, size, nodes).value().encode());
    for (std::uint64_t i = 0; i <= size; ++i)
        consistency.push_back(verify::prove_consistency(i, size, nodes).value().encode());
    return {{"root", hex(verify::root_at(size, nodes).value())},
            {"inclusion", proofs(inclusion, is_listed(size))},
            {"consistency", proofs(consistency, is_listed(size))}};
}

void write_tree(VectorFolder& out) {
    for (std::uint64_t size = 0; size <= 70; ++size)
        out.ok("size-" + std::to_string(size),
               "A tree of " + std::to_string(size) + " leaves with all its proofs.", {{"size", size}},
               ok_of(cast::numbered_leaves(size)));
    // The eight leaves and the root that certificate-transparency's own tests use (RFC 6962).
    std::vector<Bytes> leaves;
    Json listed = Json::array();
    for (const char* leaf : {"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                             "606162636465666768696a6b6c6d6e6f"}) {
        leaves.push_back(from_hex(leaf).value());
        listed.push_back(leaf);
    }
    INVARIANT(to_hex(verify::root_at(8, cast::KeptNodes(leaves)).value()) ==
              "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    out.ok("certificate-transparency", "The reference leaves of certificate-transparency.",
           {{"leaves", listed}}, ok_of(leaves));
}

const Registered kRegistered{"tree", write_tree};

}  // namespace parapet::vectors::group_tree
