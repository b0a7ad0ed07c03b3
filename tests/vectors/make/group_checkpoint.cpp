// checkpoint: {note, log: vkey, leaf?, inclusion?, seen?: {size, root}, consistency?} -> {size, root}. With a
// leaf and a proof: that it is in this tree. With seen and a proof: that this tree grew from that one.
#include "crypto/verify/checkpoint.h"

#include "crypto/verify/merkle.h"
#include "tests/crypto/cast.h"
#include "tests/crypto/kept_nodes.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_checkpoint {

using cast::replaced;

constexpr std::string_view kLog = "log.example.org/audit";

Hash root_of(std::uint64_t size) { return cast::KeptNodes(cast::numbered_leaves(size)).frontier().root(); }

std::string text_of(std::uint64_t size) {
    return verify::CheckpointLines{std::string(kLog), size, root_of(size)}.print();
}
Bytes signed_text(std::string_view text) { return sign::sign_note(text, kLog, cast::signing_key(kLog)); }

Json in(const Bytes& note) { return {{"note", octets(note)}, {"log", cast::vkey(kLog).print()}}; }
Json ok_of(std::uint64_t size) { return {{"size", size}, {"root", hex(root_of(size))}}; }

void write_good(VectorFolder& out) {
    out.ok("thirteen-leaves", "A checkpoint of the log.", in(signed_text(text_of(13))), ok_of(13));
    out.ok("empty-log", "Size 0, root SHA-256 of nothing.", in(signed_text(text_of(0))), ok_of(0));
    Bytes witnessed = signed_text(text_of(13));
    put(witnessed, "\xE2\x80\x94 witness.example.org/w1 " + to_base64(Bytes(76, 7)) + "\n");
    out.ok("with-a-cosignature", "A witness's line is passed over by whoever does not know its key.",
           in(witnessed), ok_of(13));
    const cast::KeptNodes nodes(cast::numbered_leaves(13));
    Json included = in(signed_text(text_of(13)));
    included["leaf"] = hex(cast::numbered_leaves(6).back());
    included["inclusion"] = hex(verify::prove_inclusion(5, 13, nodes).value().encode());
    out.ok("leaf-included", "Leaf 5 is in it.", included, ok_of(13));
    included["inclusion"] =
        hex(verify::prove_inclusion(5, 12, cast::KeptNodes(cast::numbered_leaves(12))).value().encode());
    out.refused("inclusion-in-another-tree", "A good proof for the tree of 12 leaves.", included,
                Code::bad_proof);
    Json grown = in(signed_text(text_of(13)));
    grown["seen"] = {{"size", 7}, {"root", hex(root_of(7))}};
    grown["consistency"] = hex(verify::prove_consistency(7, 13, nodes).value().encode());
    out.ok("grown-since-seen", "It grew from the one seen last.", grown, ok_of(13));
    grown["seen"]["size"] = 8;
    out.refused("consistency-from-another-size", "A good proof from 7, but 8 was seen.", grown, Code::forked);
    grown["seen"] = {{"size", 7}, {"root", hex(root_of(8))}};
    out.refused("seen-another-history", "What was seen is no beginning of this.", grown, Code::forked);
    Json two = in(signed_text(text_of(13)));
    two["seen"] = {{"size", 13}, {"root", hex(root_of(12))}};
    two["consistency"] = hex(verify::prove_consistency(13, 13, nodes).value().encode());
    out.refused("two-roots-of-one-size", "Both signed by the log.", two, Code::forked);
}

void write_faults(VectorFolder& out) {
    const std::string good = text_of(13);
    const std::string root = to_base64(root_of(13));
    const auto bad = [&](const char* fault, const char* about, const std::string& text, Code code) {
        out.refused(fault, about, in(signed_text(text)), code);
    };
    bad("extension-line", "No fourth line.", good + "more\n", Code::malformed);
    bad("no-root", "Two lines.", good.substr(0, good.size() - root.size() - 1), Code::malformed);
    bad("size-with-leading-zero", "013.", replaced(good, "\n13\n", "\n013\n"), Code::malformed);
    bad("size-not-a-number", "Thirteen.", replaced(good, "\n13\n", "\nthirteen\n"), Code::malformed);
    bad("root-in-hex", "Base64 only.", replaced(good, root, to_hex(root_of(13))), Code::malformed);
    bad("root-of-31-bytes", "One byte short.",
        replaced(good, root, to_base64(ByteView(root_of(13)).first(31))), Code::malformed);
    bad("another-origin", "A checkpoint of another log, signed with our log's key.",
        replaced(good, kLog, "log.example.org/other"), Code::wrong_origin);
    out.refused("signed-by-the-service", "The service key signs events, never checkpoints.",
                in(sign::sign_note(good, "service", cast::signing_key("service"))), Code::unknown_signer);
    out.refused("size-changed", "Another size than was signed.", in([&] {
                    const Bytes note = signed_text(good);
                    const std::string changed =
                        replaced(std::string(parapet::text(note)), "\n13\n", "\n14\n");
                    return Bytes(changed.begin(), changed.end());
                }()),
                Code::bad_signature);
}

void write_checkpoint(VectorFolder& out) {
    write_good(out);
    write_faults(out);
}

const Registered kRegistered{"checkpoint", write_checkpoint};

}  // namespace parapet::vectors::group_checkpoint
