// The worked example (crypto/SPEC.md section 13), gone through again from the receipt to the checkpoint.
#include "crypto/content/content.h"
#include "crypto/keys/member_keys.h"
#include "crypto/keys/reporter_keys.h"
#include "crypto/open/message.h"
#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/checkpoint.h"
#include "crypto/verify/core_hash.h"
#include "crypto/verify/merkle.h"
#include "crypto/verify/submit.h"
#include "crypto/verify/tags.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::example_test {

struct Example {
    Json is = Json::parse(read_text("example.json"));
    verify::Root root =
        verify::UnverifiedRoot::parse(bytes_of(is, "root")).value().verify_configured().value();
    verify::Roster roster =
        verify::UnverifiedRoster::parse(bytes_of(is, "roster")).value().verify(root).value();
    verify::EnvelopeHeader header = verify::EnvelopeHeader::parse(bytes_of(is, "header")).value();
    verify::Wrapset wraps = verify::Wrapset::parse(bytes_of(is, "wrapset")).value();
    Bytes core = whole();

    [[nodiscard]] keys::ReporterKeys reporter() const {
        const auto typed = is.at("receipt").get<std::string>();
        return keys::ReporterKeys::derive(keys::Receipt::read(view(typed)).value(), root.lines().deployment);
    }
    [[nodiscard]] std::string said(const char* key) const { return is.at(key).get<std::string>(); }

private:
    [[nodiscard]] Bytes whole() const {
        Bytes out = bytes_of(is, "header");
        put(out, bytes_of(is, "chunks"));
        return out;
    }
};

TEST_CASE("the example's receipt becomes its keys and its case") {
    const Example example;
    const auto keys = example.reporter();
    CHECK(to_hex(keys.box().public_key()) == example.said("box"));
    CHECK(to_hex(keys.signing().public_key()) == example.said("sign"));
    CHECK(to_hex(keys.case_id()) == example.said("case"));
    const auto box =
        keys::SealKeyPair::from_seed(keys::SealSeed::copy(fixed_of<Hash>(example.is, "box_seed").bytes));
    CHECK(box.public_key() == keys.box().public_key());
    const auto sign =
        sign::SigningKey::from_seed(sign::SignSeed::copy(fixed_of<Hash>(example.is, "sign_seed").bytes));
    CHECK(sign.public_key() == keys.signing().public_key());
    Hash seed;
    kdf_into(seed.bytes, bytes_of(example.is, "receipt_secret"), "parapet/1/receipt-box", {});
    CHECK(to_hex(seed) == example.said("box_seed"));
}

TEST_CASE("the example's envelope has its id and hashes, and opens for the clerk and for the reporter") {
    const Example example;
    CHECK(to_hex(example.header.env_id()) == example.said("env_id"));
    CHECK(to_hex(verify::core_hash(example.core).value()) == example.said("core_hash"));
    CHECK(to_hex(verify::digests_of(example.wraps).encode()) == example.said("digests"));
    CHECK(to_hex(verify::wraps_hash_of(example.wraps)) == example.said("wraps_hash"));
    const auto clerk =
        keys::MemberKeys::derive(keys::KeySeed::copy(fixed_of<Hash>(example.is, "clerk_seed").bytes));
    const auto reporter = example.reporter();
    for (const keys::SealKeyPair* mine : {&clerk.seal(), &reporter.box()}) {
        const keys::Dek dek = open::unwrap(example.header, example.wraps, *mine).value();
        CHECK(to_hex(dek.reveal()) == example.said("dek"));
        CHECK(to_hex(keys::content_key(dek, example.header.env_id()).reveal()) ==
              example.said("content_key"));
        CHECK(to_hex(open::open_core(example.core, dek).value().reveal()) ==
              to_hex(bytes_of(example.is, "content")));
        const auto opened = open::open_reporter_message(example.core, dek).value();
        const auto report = content::read_report(opened.json.reveal()).value();
        CHECK(std::get<std::string>(report.answers.at("what").value) == "One order was split into four.");
        CHECK(report.box == reporter.box().public_key());
    }
}

TEST_CASE("the example's submit note announces exactly its envelope") {
    const Example example;
    const auto submit =
        verify::Submit::verify(bytes_of(example.is, "submit"), example.root.lines().deployment).value();
    CHECK(to_hex(submit.lines().case_id) == example.said("case"));
    CHECK(submit.lines().objects ==
          std::vector<verify::SubmitObject>{{example.header.env_id(), example.core.size(),
                                             fixed_of<Hash>(example.is, "core_hash"),
                                             fixed_of<Hash>(example.is, "wraps_hash")}});
}

TEST_CASE("the example's leaves name its case and its object by tags, and its checkpoint is over both") {
    const Example example;
    const auto tags =
        verify::tag_key_of(verify::CaseSecret::copy(fixed_of<Hash>(example.is, "case_secret").bytes));
    CHECK(to_hex(tags.reveal()) == example.said("tag_key"));
    const LogTag ctag = verify::case_tag(tags, fixed_of<CaseId>(example.is, "case"));
    const LogTag otag =
        verify::object_tag(tags, example.header.env_id(), fixed_of<Hash>(example.is, "core_hash"));
    CHECK(to_hex(ctag) == example.said("case_tag"));
    CHECK(to_hex(otag) == example.said("object_tag"));
    const auto received =
        verify::AuditLeaf::verify_service(bytes_of(example.is, "received"), example.root).value();
    const auto read = verify::AuditLeaf::verify_member(bytes_of(example.is, "read"), example.roster).value();
    CHECK(received.lines().tag_key == verify::tag_key_hash(tags));
    CHECK(read.lines().purpose == verify::Purpose::intake);
    verify::Frontier log;
    const Json& hashes = example.is.at("leaf_hashes");
    for (const verify::AuditLeaf* leaf : {&received, &read}) {
        CHECK(leaf->lines().case_tag == ctag);
        CHECK(leaf->lines().objects == std::vector<LogTag>{otag});
        CHECK(to_hex(leaf->leaf_hash()) == hashes.at(log.size()).get<std::string>());
        (void)log.append(leaf->leaf_hash());
    }
    const auto checkpoint =
        verify::Checkpoint::verify(bytes_of(example.is, "checkpoint"), example.root.lines().log).value();
    CHECK(checkpoint.size() == 2);
    CHECK(checkpoint.root() == log.root());
    CHECK(to_hex(log.root()) == example.said("tree_root"));
}

}  // namespace parapet::vectors::example_test
