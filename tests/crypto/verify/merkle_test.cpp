#include "crypto/verify/merkle.h"

#include "tests/crypto/kept_nodes.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::verify::merkle_test {

using cast::KeptNodes;

// RFC 6962 section 2.1 as it is written: MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n])).
Hash by_definition(std::span<const Bytes> leaves) {
    if (leaves.empty()) return empty_root();
    if (leaves.size() == 1) return leaf_hash(leaves[0]);
    std::size_t k = 1;
    while (2 * k < leaves.size()) k *= 2;
    return node_hash(by_definition(leaves.first(k)), by_definition(leaves.subspan(k)));
}

// The leaves and roots of certificate-transparency's own tests.
TEST_CASE("the reference leaves of certificate-transparency have its roots") {
    std::vector<Bytes> leaves;
    for (const char* leaf :
         {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
        leaves.push_back(from_hex(leaf).value());
    const std::array<std::string_view, 8> roots{
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    CHECK(to_hex(empty_root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (std::size_t n = 1; n <= 8; ++n) {
        const std::vector<Bytes> first(leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(n));
        CHECK(to_hex(KeptNodes(first).frontier().root()) == roots[n - 1]);
    }
}

TEST_CASE("appending, reading kept nodes and the definition give one root at every size") {
    const std::vector<Bytes> leaves = cast::numbered_leaves(70);
    const KeptNodes all(leaves);
    KeptNodes growing({});
    for (std::size_t n = 0; n <= leaves.size(); ++n) {
        const Hash expected = by_definition(std::span(leaves).first(n));
        CHECK(growing.frontier().root() == expected);
        CHECK(root_at(n, all).value() == expected);
        CHECK(Frontier::load(n, all).value().root() == expected);
        if (n < leaves.size()) growing.append(leaves[n]);
    }
}

TEST_CASE("a frontier that was loaded goes on like the one that was kept") {
    const std::vector<Bytes> leaves = cast::numbered_leaves(40);
    const KeptNodes all(leaves);
    for (const std::uint64_t size : {0U, 1U, 7U, 8U, 31U}) {
        Frontier loaded = Frontier::load(size, all).value();
        for (std::uint64_t i = size; i < 40; ++i)
            for (const TreeNode& node : loaded.append(leaf_hash(leaves[i])))
                CHECK(all.node(node.level, node.number).value() == node.hash);
        CHECK(loaded.root() == all.frontier().root());
    }
}

TEST_CASE("a proof holds for its own leaf, index and tree, and for no other") {
    const std::vector<Bytes> leaves = cast::numbered_leaves(21);
    const KeptNodes nodes(leaves);
    const Hash root = nodes.frontier().root();
    for (std::uint64_t i = 0; i < 21; ++i) {
        const InclusionProof proof = prove_inclusion(i, 21, nodes).value();
        for (std::uint64_t j = 0; j < 21; ++j) {
            CHECK(proof.verify(leaf_hash(leaves[j]), root).ok() == (i == j));
            InclusionProof moved = proof;
            moved.index = j;
            CHECK(moved.verify(leaf_hash(leaves[i]), root).ok() == (i == j));
        }
    }
}

TEST_CASE("a consistency proof holds between its own two roots, and between no others") {
    const std::vector<Bytes> leaves = cast::numbered_leaves(21);
    const KeptNodes nodes(leaves);
    for (std::uint64_t old_size = 0; old_size <= 21; ++old_size) {
        const ConsistencyProof proof = prove_consistency(old_size, 21, nodes).value();
        for (std::uint64_t other = 0; other <= 21; ++other) {
            const Hash old_root = root_at(other, nodes).value();
            CHECK(proof.verify(old_root, nodes.frontier().root()).ok() == (other == old_size));
        }
        // Every tree grows from the empty one.
        CHECK(proof.verify(root_at(old_size, nodes).value(), leaf_hash({})).ok() == (old_size == 0));
    }
}

TEST_CASE("numbers that do not fit a tree give no proof") {
    const KeptNodes nodes(cast::numbered_leaves(5));
    CHECK(prove_inclusion(5, 5, nodes).error().code == Code::malformed);
    CHECK(prove_inclusion(0, 0, nodes).error().code == Code::malformed);
    CHECK(prove_consistency(5, 4, nodes).error().code == Code::malformed);
    CHECK(prove_inclusion(0, 9, nodes).error().code == Code::not_found);
}

}  // namespace parapet::verify::merkle_test
