// proof: {inclusion, leaf, root} -> {index, size}; {consistency, old_root, new_root} -> {old, new}.
#include "crypto/verify/proof.h"

#include "crypto/verify/merkle.h"

#include "tests/crypto/kept_nodes.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_proof {

using verify::ConsistencyProof;
using verify::InclusionProof;

constexpr std::uint64_t kSize = 13;

Hash root_of(std::uint64_t size) { return cast::KeptNodes(cast::numbered_leaves(size)).frontier().root(); }
Bytes leaf(std::uint64_t index) { return cast::numbered_leaves(index + 1).back(); }

InclusionProof included(std::uint64_t index) {
    return verify::prove_inclusion(index, kSize, cast::KeptNodes(cast::numbered_leaves(kSize))).value();
}
ConsistencyProof grown(std::uint64_t old_size, std::uint64_t new_size = kSize) {
    return verify::prove_consistency(old_size, new_size, cast::KeptNodes(cast::numbered_leaves(new_size)))
        .value();
}

Json in(const Bytes& proof, ByteView of_leaf, const Hash& root = root_of(kSize)) {
    return {{"inclusion", hex(proof)}, {"leaf", hex(of_leaf)}, {"root", hex(root)}};
}
Json in(const ConsistencyProof& proof, const Hash& old_root, const Hash& new_root = root_of(kSize)) {
    return {{"consistency", hex(proof.encode())}, {"old_root", hex(old_root)}, {"new_root", hex(new_root)}};
}

void write_inclusion(VectorFolder& out) {
    out.ok("included", "Leaf 5 of 13.", in(included(5).encode(), leaf(5)), {{"index", 5}, {"size", kSize}});
    out.ok("included-at-the-edge", "Leaf 12 of 13 has a short path.", in(included(12).encode(), leaf(12)),
           {{"index", 12}, {"size", kSize}});
    const auto bad = [&](const char* fault, const char* about, auto change) {
        InclusionProof proof = included(5);
        change(proof);
        out.refused(fault, about, in(proof.encode(), leaf(5)), Code::bad_proof);
    };
    out.refused("another-leaf", "The proof of leaf 5 with leaf 6.", in(included(5).encode(), leaf(6)),
                Code::bad_proof);
    out.refused("another-root", "The root of 12 leaves.", in(included(5).encode(), leaf(5), root_of(12)),
                Code::bad_proof);
    bad("another-index", "The proof of leaf 5 as leaf 4.", [](InclusionProof& p) { p.index = 4; });
    bad("another-size", "The path does not fit a tree of 32.", [](InclusionProof& p) { p.size = 32; });
    bad("node-changed", "One bit of one node.", [](InclusionProof& p) { p.path[1].bytes[0] ^= 1; });
    bad("node-missing", "One level short.", [](InclusionProof& p) { p.path.pop_back(); });
    bad("node-too-many", "The last node again.", [](InclusionProof& p) { p.path.push_back(p.path.back()); });
    bad("nodes-swapped", "Two levels exchanged.", [](InclusionProof& p) { std::swap(p.path[0], p.path[1]); });

    Bytes raw = included(5).encode();
    raw.pop_back();
    out.refused("inclusion-one-byte-short", "The last node is not whole.", in(raw, leaf(5)), Code::truncated);
    raw = included(5).encode();
    raw.push_back(0);
    out.refused("inclusion-one-byte-long", "Something after the last node.", in(raw, leaf(5)),
                Code::trailing_bytes);
    InclusionProof outside = included(5);
    outside.index = kSize;
    out.refused("index-outside-the-tree", "Leaf 13 of 13.", in(outside.encode(), leaf(5)), Code::malformed);
    Bytes many(16, 0);
    many[15] = 1;
    put_u16(many, 65);
    out.refused("sixty-five-nodes", "At most 64; none is looked for.", in(many, leaf(0)), Code::too_large);
}

void write_consistency(VectorFolder& out) {
    const auto good = [&](const char* fact, const char* about, std::uint64_t old_size) {
        out.ok(fact, about, in(grown(old_size), root_of(old_size)), {{"old", old_size}, {"new", kSize}});
    };
    good("grown", "From 7 leaves to 13.", 7);
    good("grown-from-a-power-of-two", "From 8 leaves: the old root is no part of the proof.", 8);
    good("grown-from-nothing", "From the empty tree: no nodes.", 0);
    good("not-grown", "From 13 to 13: no nodes.", kSize);
    const auto bad = [&](const char* fault, const char* about, auto change) {
        ConsistencyProof proof = grown(7);
        change(proof);
        out.refused(fault, about, in(proof, root_of(7)), Code::forked);
    };
    out.refused("another-history", "The root of 6 leaves where 7 were said.", in(grown(7), root_of(6)),
                Code::forked);
    out.refused("another-future", "The root of 12 leaves where 13 were said.",
                in(grown(7), root_of(7), root_of(12)), Code::forked);
    out.refused("two-roots-of-one-size", "13 and 13, but not the same tree.", in(grown(kSize), root_of(12)),
                Code::forked);
    out.refused("another-empty-tree", "The empty tree's root is SHA-256 of nothing.",
                in(grown(0), root_of(1)), Code::forked);
    bad("consistency-node-changed", "One bit of one node.",
        [](ConsistencyProof& p) { p.path[2].bytes[31] ^= 1; });
    bad("consistency-node-missing", "One node short.", [](ConsistencyProof& p) { p.path.pop_back(); });
    bad("consistency-node-too-many", "The last node again.",
        [](ConsistencyProof& p) { p.path.push_back(p.path.back()); });
    bad("no-nodes", "Between different sizes there are some.", [](ConsistencyProof& p) { p.path.clear(); });
    ConsistencyProof same = grown(kSize);
    same.path.push_back(root_of(kSize));
    out.refused("a-node-between-equal-sizes", "There is none.", in(same, root_of(kSize)), Code::forked);
    ConsistencyProof empty = grown(0);
    empty.path.push_back(root_of(kSize));
    out.refused("a-node-from-the-empty-tree", "There is none.", in(empty, root_of(0)), Code::forked);
    ConsistencyProof down = grown(7);
    std::swap(down.old_size, down.new_size);
    out.refused("shrunk", "From 13 leaves to 7.", in(down, root_of(kSize), root_of(7)), Code::malformed);
}

// Sizes are 64-bit numbers: a reader that counts in doubles takes 2^63 and 2^63 + 1 for one.
void write_beyond_doubles(VectorFolder& out) {
    constexpr std::uint64_t kBefore = std::uint64_t{1} << 63;
    const Hash left = root_of(kSize);  // stands for the root of 2^63 leaves
    const Hash root = verify::node_hash(left, verify::leaf_hash(leaf(0)));
    const InclusionProof last{kBefore, kBefore + 1, {left}};
    out.ok("included-after-2-63-others", "The last leaf of 2^63 + 1.", in(last.encode(), leaf(0), root),
           {{"index", last.index}, {"size", last.size}});
    out.refused("another-root-after-2-63-leaves", "The root before that leaf.",
                in(last.encode(), leaf(0), left), Code::bad_proof);
    const ConsistencyProof one_more{kBefore, kBefore + 1, {verify::leaf_hash(leaf(0))}};
    out.ok("grown-by-one-from-2-63", "From 2^63 leaves to one more.", in(one_more, left, root),
           {{"old", one_more.old_size}, {"new", one_more.new_size}});
}

void write_proof(VectorFolder& out) {
    write_inclusion(out);
    write_consistency(out);
    write_beyond_doubles(out);
}

const Registered kRegistered{"proof", write_proof};

}  // namespace parapet::vectors::group_proof
