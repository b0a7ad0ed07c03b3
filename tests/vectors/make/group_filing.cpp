// filing: {file, root} -> {day, index, log_size, case, objects}: a proof of filing as a person saved it, read
// and verified.
#include "crypto/verify/filing.h"

#include "crypto/verify/core_hash.h"
#include "crypto/verify/merkle.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_filing {

using verify::AuditLines;

constexpr std::string_view kFilingLog = "log.example.org/audit";
constexpr std::string_view kInstruction = "Keep this file.";

// A report with one attachment on a log of three leaves. Each fault changes one thing.
struct Filed {
    Bytes core = cast::core(cast::header(verify::Kind::report, 0, 0), 4'000);
    verify::TagKey key = verify::TagKey::copy(cast::fixed<Hash>("tag key").bytes);
    verify::SubmitLines sent = submit_lines();
    AuditLines leaf = leaf_lines();
    std::string signer = "service";
    std::string log_key{kFilingLog};
    std::uint64_t index = 1;

    [[nodiscard]] verify::SubmitLines submit_lines() const {
        return {
            cast::deployment(),
            cast::case_id(),
            cast::reporter_key().public_key(),
            {{verify::EnvelopeHeader::of_core(core).value().env_id(), core.size(),
              verify::core_hash(core).value(), cast::fixed<Hash>("wraps")},
             {cast::fixed<EnvelopeId>("attachment"), 65'664, cast::fixed<Hash>("its core"), std::nullopt}}};
    }
    [[nodiscard]] AuditLines leaf_lines() const {
        AuditLines out;
        out.deployment = cast::deployment();
        out.event = verify::AuditEvent::received;
        out.time = verify::Day::parse("2026-11-23").value();
        out.actor = verify::service_actor(cast::vkey("service").key);
        out.case_tag = verify::case_tag(key, cast::case_id());
        for (const verify::SubmitObject& object : sent.objects)
            out.objects.push_back(verify::object_tag(key, object.env, object.core_hash));
        out.tag_key = verify::tag_key_hash(key);
        out.nonce = cast::fixed<Nonce16>("received");
        return out;
    }
    [[nodiscard]] Bytes bundle() const {
        const Bytes note =
            sign::sign_note(sent.print(), to_hex(cast::case_id()), cast::signing_key("reporter"));
        const Bytes signed_leaf = sign::sign_note(leaf.print(), signer, cast::signing_key(signer));
        Nodes nodes;
        verify::Frontier tree;
        const std::vector<ByteView> leaves{view("before"), signed_leaf, view("after")};
        for (const ByteView one : leaves)
            for (const verify::TreeNode& node : tree.append(verify::leaf_hash(one))) nodes.add(node);
        const verify::CheckpointLines head{std::string(kFilingLog), 3, tree.root()};
        const Bytes checkpoint = sign::sign_note(head.print(), kFilingLog, cast::signing_key(log_key));
        const Bytes proof = verify::prove_inclusion(index, 3, nodes).value().encode();
        return verify::FilingParts{note, core, signed_leaf, proof, checkpoint, key.reveal()}.encode();
    }
    [[nodiscard]] std::string file() const { return verify::write_filing_text(kInstruction, bundle()); }

private:
    class Nodes final : public verify::NodeReader {
    public:
        void add(const verify::TreeNode& node) { nodes_[{node.level, node.number}] = node.hash; }
        [[nodiscard]] Result<Hash> node(std::uint8_t level, std::uint64_t number) const override {
            return nodes_.at({level, number});
        }

    private:
        std::map<std::pair<std::uint8_t, std::uint64_t>, Hash> nodes_;
    };
};

Json in_of(const std::string& file) { return {{"file", octets(file)}, {"root", octets(cast::root_note())}}; }

void write_filing(VectorFolder& out) {
    const auto bad = [&](const char* fault, const char* about, Code code, void (*change)(Filed&)) {
        Filed filed;
        change(filed);
        out.refused(fault, about, in_of(filed.file()), code);
    };
    const auto text_fault = [&](const char* fault, const char* about, std::string_view from,
                                std::string_view to) {
        out.refused(fault, about, in_of(cast::replaced(Filed().file(), from, to)), Code::malformed);
    };
    const Filed good;
    const Json ok{{"day", "2026-11-23"},
                  {"index", 1},
                  {"log_size", 3},
                  {"case", hex(cast::case_id())},
                  {"objects", Json::array({hex(good.sent.objects[0].env), hex(good.sent.objects[1].env)})}};
    out.ok("a-report-and-its-file", "On the log, by a day.", in_of(good.file()), ok);
    std::string with_returns;
    for (const char c : good.file()) with_returns += c == '\n' ? std::string("\r\n") : std::string(1, c);
    out.ok("line-ends-of-mail", "Carriage returns are passed over.", in_of(with_returns), ok);

    text_fault("text-without-its-end", "The second mark is missing.", "-----END", "-----END OF");
    text_fault("text-with-two-beginnings", "Which one counts?", kInstruction,
               "-----BEGIN PARAPET PROOF OF FILING-----\n");
    text_fault("text-with-a-foreign-letter", "Base64 and nothing else.", "FILING-----\nUFBC",
               "FILING-----\nUF-C");
    const Filed cut;
    const Bytes whole = cut.bundle();
    out.refused("bundle-cut", "One octet short.",
                in_of(verify::write_filing_text(kInstruction, ByteView(whole).first(whole.size() - 1))),
                Code::truncated);

    bad("core-altered", "One octet of the sealed report.", Code::core_hash,
        [](Filed& f) { f.core[200] ^= 1; });
    bad("core-of-another-report", "Another envelope than the note announces.", Code::core_hash,
        [](Filed& f) { f.core = cast::core(cast::header(verify::Kind::message, 1, 0), 4'000); });
    bad("note-of-another-deployment", "Another office.", Code::wrong_deployment,
        [](Filed& f) { f.sent.deployment.bytes[0] ^= 1; });
    bad("leaf-by-another-service", "Signed by somebody else.", Code::unknown_signer,
        [](Filed& f) { f.signer = "root-1"; });
    bad("leaf-of-another-event", "A configuration is no arrival.", Code::wrong_type, [](Filed& f) {
        f.leaf.event = verify::AuditEvent::config;
        f.leaf.time = verify::Minute::parse("2026-11-23T16:04Z").value();
        f.leaf.case_tag.reset();
        f.leaf.objects.clear();
        f.leaf.tag_key.reset();
        f.leaf.hash = Hash{};
    });
    bad("leaf-of-another-case", "The tag of somebody else's case.", Code::wrong_tag,
        [](Filed& f) { f.leaf.case_tag->bytes[0] ^= 1; });
    bad("leaf-without-the-file", "One object fewer than was sent.", Code::wrong_tag,
        [](Filed& f) { f.leaf.objects.pop_back(); });
    bad("leaf-of-other-objects", "The tag of something else.", Code::wrong_tag,
        [](Filed& f) { f.leaf.objects[1].bytes[0] ^= 1; });
    bad("another-tag-key", "Not the one whose hash is in the leaf.", Code::wrong_tag,
        [](Filed& f) { f.key = verify::TagKey::copy(cast::fixed<Hash>("another tag key").bytes); });
    bad("checkpoint-by-another-key", "Not the log's.", Code::unknown_signer,
        [](Filed& f) { f.log_key = "service"; });
    bad("proof-of-another-leaf", "It leads elsewhere.", Code::bad_proof, [](Filed& f) { f.index = 0; });
}

const Registered kRegistered{"filing", write_filing};

}  // namespace parapet::vectors::group_filing
