// tests/vectors/example.json: one small deployment from a receipt to a checkpoint, every intermediate value
// (crypto/SPEC.md section 13). crypto/web/test/example.test.ts and
// tests/vectors/run/example_test.cpp go the same way again.
#include "crypto/content/content.h"
#include "crypto/keys/reporter_keys.h"
#include "crypto/open/envelope.h"
#include "crypto/seal/envelope.h"
#include "crypto/seal/wrap.h"
#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/checkpoint.h"
#include "crypto/verify/ed25519.h"
#include "crypto/verify/merkle.h"
#include "crypto/verify/submit.h"
#include "crypto/verify/tags.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_example {

constexpr std::string_view kLog = "log.example.org/audit";

// M of section 2, made here by hand: HKDF is two HMACs.
Hash receipt_secret(const keys::Receipt& receipt) {
    Bytes info = labelled("parapet/1/receipt", {});
    info.push_back(1);
    return hmac_sha256(hmac_sha256(cast::deployment(), receipt.reveal()), info);
}

struct Story {
    cast::FixedRandom random{"example"};
    keys::Receipt receipt = keys::Receipt::generate(random);
    keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, cast::deployment());
    seal::SealedMessage message = seal_report();
    verify::Wrapset wraps = wrap_report();
    verify::CaseSecret secret = verify::CaseSecret::random(random);
    verify::TagKey tags = verify::tag_key_of(secret);
    LogTag ctag = verify::case_tag(tags, reporter.case_id());
    LogTag otag = verify::object_tag(tags, message.env, message.core_hash);

    seal::SealedMessage seal_report() {
        content::Report report;
        report.lang = "en";
        report.box = reporter.box().public_key();
        report.form_id = "misconduct";
        report.answers.emplace("what", content::Answer{std::string("One order was split into four.")});
        const seal::HeaderFields fields{.deployment = cast::deployment(),
                                        .case_id = reporter.case_id(),
                                        .roster_hash = cast::roster().hash()};
        return seal::seal_message(fields, content::write(report).value(), reporter.signing(), random).value();
    }
    verify::Wrapset wrap_report() {
        const std::vector<SealKey> readers{cast::member_keys("clerk").seal_key,
                                           cast::member_keys("chief").seal_key, reporter.box().public_key()};
        return seal::wrap(message.env, message.dek, readers, random).value();
    }
    [[nodiscard]] Bytes submit_note() const {
        const verify::SubmitLines lines{
            cast::deployment(),
            reporter.case_id(),
            reporter.signing().public_key(),
            {{message.env, message.core.size(), message.core_hash, verify::wraps_hash_of(wraps)}}};
        return sign::sign_note(lines.print(), lines.signer().name, reporter.signing());
    }
    [[nodiscard]] Bytes received_leaf() const {
        verify::AuditLines lines;
        lines.deployment = cast::deployment();
        lines.event = verify::AuditEvent::received;
        lines.time = verify::Day::parse("2026-11-23").value();
        lines.actor = verify::service_actor(cast::vkey("service").key);
        lines.case_tag = ctag;
        lines.objects = {otag};
        lines.tag_key = verify::tag_key_hash(tags);
        lines.nonce = cast::fixed<Nonce16>("received");
        return sign::sign_note(lines.print(), "service", cast::signing_key("service"));
    }
    // `seen`: the log with the first leaf alone.
    [[nodiscard]] Bytes read_leaf(const Hash& seen) const {
        const auto clerk = cast::member_keys("clerk");
        verify::AuditLines lines;
        lines.deployment = cast::deployment();
        lines.event = verify::AuditEvent::read;
        lines.time = verify::Minute::parse("2026-11-23T16:04Z").value();
        lines.actor = verify::rid_of(clerk.seal_key);
        lines.case_tag = ctag;
        lines.objects = {otag};
        lines.purpose = verify::Purpose::intake;
        lines.nonce = cast::fixed<Nonce16>("read");
        lines.seen = verify::Seen{1, seen};
        return sign::sign_note(lines.print(), to_hex(lines.actor), clerk.sign_key);
    }
};

void write_example(VectorFolder& out) {
    const Story story;
    const ByteView core = story.message.core;
    Json chunks = Json::array();
    chunks.push_back(hex(core.subspan(verify::kHeaderSize)));
    const Hash secret = receipt_secret(story.receipt);
    Hash box_seed, sign_seed;
    kdf_into(box_seed.bytes, secret, "parapet/1/receipt-box", {});
    kdf_into(sign_seed.bytes, secret, "parapet/1/receipt-sign", {});
    verify::Frontier log;
    const Bytes received = story.received_leaf();
    (void)log.append(verify::leaf_hash(received));
    const Bytes read = story.read_leaf(log.root());
    (void)log.append(verify::leaf_hash(read));
    const verify::CheckpointLines checkpoint{std::string(kLog), 2, log.root()};
    out.add("example",
            {{"about", "One report from its receipt to the checkpoint over its first reading."},
             {"root", octets(cast::root_note())},
             {"roster", octets(cast::roster_note())},
             {"receipt", text(story.receipt.reveal())},
             {"receipt_secret", hex(receipt_secret(story.receipt))},
             {"box_seed", hex(box_seed)},
             {"sign_seed", hex(sign_seed)},
             {"box", hex(story.reporter.box().public_key())},
             {"sign", hex(story.reporter.signing().public_key())},
             {"case", hex(story.reporter.case_id())},
             {"header", hex(core.first(verify::kHeaderSize))},
             {"env_id", hex(story.message.env)},
             {"dek", hex(story.message.dek.reveal())},
             {"content_key", hex(keys::content_key(story.message.dek, story.message.env).reveal())},
             {"content", packed(open::open_core(core, story.message.dek).value().reveal())},
             {"chunks", chunks},
             {"core_hash", hex(story.message.core_hash)},
             {"wrapset", hex(story.wraps.encode())},
             {"digests", hex(verify::digests_of(story.wraps).encode())},
             {"wraps_hash", hex(verify::wraps_hash_of(story.wraps))},
             {"submit", octets(story.submit_note())},
             {"case_secret", hex(story.secret.reveal())},
             {"tag_key", hex(story.tags.reveal())},
             {"case_tag", hex(story.ctag)},
             {"object_tag", hex(story.otag)},
             {"received", octets(received)},
             {"read", octets(read)},
             {"leaf_hashes", Json::array({hex(verify::leaf_hash(received)), hex(verify::leaf_hash(read))})},
             {"tree_root", hex(log.root())},
             {"checkpoint", octets(sign::sign_note(checkpoint.print(), kLog, cast::signing_key(kLog)))},
             {"clerk_seed", hex(cast::seed_of("clerk"))}});
}

const Registered kRegistered{"", write_example};

}  // namespace parapet::vectors::group_example
