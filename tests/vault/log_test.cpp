#include "crypto/base/hash.h"
#include "tests/vault/fixtures.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

class Log {
public:
    Log() {
        REQUIRE(create_store(file(), cases_key()).ok());
        store = open_cases_for_reviewer(file(), cases_key()).value();
    }
    [[nodiscard]] std::filesystem::path file() const { return folder / "case.db"; }
    Bytes append() {
        const Bytes leaf = some_bytes(random, 300);
        const NewLeaf row{random.fixed<RecipientId>(), random.fixed<Nonce16>(), leaf};
        REQUIRE(store->write([&](CaseAct& act) { return act.append_leaf(row); }).ok());
        return leaf;
    }
    [[nodiscard]] TreeHead head() {
        return store->read([](const CaseLook& look) { return look.head(); }).value();
    }

    Folder folder;
    Counting random;
    std::unique_ptr<CaseStore> store;
};

// RFC 6962 section 2.1, written from its definition over all leaves at once.
Hash tree_hash(std::span<const Bytes> leaves) {
    if (leaves.empty()) return sha256({});
    if (leaves.size() == 1) return verify::leaf_hash(leaves[0]);
    std::size_t split = 1;
    while (split * 2 < leaves.size()) split *= 2;
    return verify::node_hash(tree_hash(leaves.first(split)), tree_hash(leaves.subspan(split)));
}

}  // namespace

TEST_CASE("the stored tree has the root that RFC 6962 gives, at every size it ever had") {
    Log log;
    std::vector<Bytes> leaves;
    CHECK(log.head() == TreeHead{0, tree_hash(leaves)});
    for (int n = 0; n < 40; ++n) leaves.push_back(log.append());
    for (std::size_t size = 0; size <= leaves.size(); ++size) {
        const auto root = log.store->read([&](const CaseLook& look) { return look.root_at(size); });
        CHECK(root.value() == tree_hash(std::span(leaves).first(size)));
    }
    CHECK(log.store->read([](const CaseLook& look) { return look.root_at(41); }).error().code ==
          Code::malformed);
}

TEST_CASE("every leaf has a proof in every tree it is in, and every tree a proof that it grew") {
    Log log;
    std::vector<Bytes> leaves;
    for (int n = 0; n < 19; ++n) leaves.push_back(log.append());
    const auto checked = log.store->read([&](const CaseLook& look) -> Result<int> {
        int proofs = 0;
        for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
            TRY(const Hash root, look.root_at(size));
            for (std::uint64_t index = 0; index < size; ++index, ++proofs) {
                TRY(const auto proof, look.inclusion(index, size));
                TRY_(proof.verify(verify::leaf_hash(leaves[index]), root));
            }
            for (std::uint64_t old_size = 0; old_size <= size; ++old_size, ++proofs) {
                TRY(const Hash old_root, look.root_at(old_size));
                TRY(const auto proof, look.consistency(old_size, size));
                TRY_(proof.verify(old_root, root));
            }
        }
        return proofs;
    });
    CHECK(checked.value() == 19 * 20 / 2 + 19 * 22 / 2);
}

TEST_CASE("the same leaf again has the index it had, and another under its nonce is refused") {
    Log log;
    log.append();
    const Bytes bytes = some_bytes(log.random, 200);
    const Bytes others = some_bytes(log.random, 200);
    NewLeaf leaf{log.random.fixed<RecipientId>(), log.random.fixed<Nonce16>(), bytes};
    const auto append = [&] { return log.store->write([&](CaseAct& act) { return act.append_leaf(leaf); }); };
    const LeafPlace first = append().value();
    CHECK((first.index == 1 && !first.already));
    const LeafPlace again = append().value();
    CHECK((again.index == 1 && again.already));
    leaf.bytes = others;
    CHECK(append().error().code == Code::duplicate);
    leaf.actor = log.random.fixed<RecipientId>();
    CHECK(append().value().index == 2);
    CHECK(log.store->read([](const CaseLook& look) { return look.leaf(1); }).value() == bytes);
}

TEST_CASE("an act that is refused after its leaf leaves no leaf and no outbox row") {
    Log log;
    log.append();
    const TreeHead before = log.head();
    const Bytes bytes = some_bytes(log.random, 200);
    const auto refused = log.store->write([&](CaseAct& act) -> Status {
        TRY(const LeafPlace place,
            act.append_leaf({log.random.fixed<RecipientId>(), log.random.fixed<Nonce16>(), bytes}));
        TRY_(act.put_outbox(1, bytes));
        CHECK(place.index == 1);
        return Error{Code::recused, "not for this person"};
    });
    CHECK(refused.error().code == Code::recused);
    CHECK(log.head() == before);
    CHECK(log.store->outbox(10).value().empty());
}

TEST_CASE("outbox rows stay, in order and over a restart, until each is marked as done") {
    Log log;
    for (std::uint8_t kind = 1; kind <= 3; ++kind) {
        const Bytes payload(kind, kind);
        REQUIRE(log.store->write([&](CaseAct& act) { return act.put_outbox(kind, payload); }).ok());
    }
    log.store.reset();
    log.store = open_cases_for_reviewer(log.file(), cases_key()).value();
    auto rows = log.store->outbox(10).value();
    REQUIRE(rows.size() == 3);
    CHECK((rows[0].kind == 1 && rows[2].payload == Bytes(3, 3)));
    REQUIRE(log.store->outbox_done(rows[1].id).ok());
    rows = log.store->outbox(10).value();
    CHECK((rows.size() == 2 && rows[1].kind == 3));
}

TEST_CASE("a checkpoint is kept when it is of this log and not older than the one kept") {
    Log log;
    log.append();
    const TreeHead one = log.head();
    log.append();
    const TreeHead two = log.head();
    const auto kept = [&] { return log.store->read([](const CaseLook& look) { return look.checkpoint(); }); };
    CHECK(kept().error().code == Code::not_found);
    REQUIRE(log.store->save_checkpoint({two, Bytes{2}}).ok());
    REQUIRE(log.store->save_checkpoint({one, Bytes{1}}).ok());
    CHECK(kept().value().note == Bytes{2});
    CHECK(log.store->save_checkpoint({{2, one.root}, Bytes{3}}).error().code == Code::forked);
    CHECK(log.store->save_checkpoint({{3, two.root}, Bytes{3}}).error().code == Code::forked);
    CHECK(kept().value().head == two);
}

}  // namespace parapet::vault::testing
