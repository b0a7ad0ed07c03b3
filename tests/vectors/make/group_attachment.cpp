// attachment: {core, core_hash, dek} -> {size, sha256}: what a parent's JSON announces against what came.
#include "crypto/verify/core_hash.h"
#include "tests/vectors/make/raw_core.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_attachment {

void write_attachment(VectorFolder& out) {
    const std::string file = "envelope/three-chunks.bin", other = "envelope/attachment.bin";
    const Bytes content(140'000, 'y');
    const auto key = dek("three-chunks");
    const Bytes core = good_core(committed(verify::Kind::attachment, 0, 3, "three-chunks"), key, content);
    const Hash hash = verify::core_hash(core).value();
    const auto in = [&](Json of, const Hash& announced) {
        return Json{{"core", std::move(of)}, {"core_hash", hex(announced)}, {"dek", hex(key.reveal())}};
    };
    out.ok("three-chunks", "The one that its parent announced.", in(piece(file, 0, core.size()), hash),
           {{"size", content.size()}, {"sha256", hex(sha256(content))}});
    const Bytes small =
        good_core(committed(verify::Kind::attachment, 0, 2, "attachment"), dek("attachment"), Bytes(1, 'x'));
    out.refused("swapped-under-its-parent", "Another attachment of the same report: its key is not this one.",
                in(piece(other, 0, small.size()), hash), Code::commitment);
    out.refused("another-hash-announced", "A good core, but not the announced one.",
                in(piece(file, 0, core.size()), sha256(view("x"))), Code::core_hash);
    const std::uint64_t last = core.size() - 1;
    out.refused(
        "octet-changed", "The announced hash is asked for before any chunk is opened.",
        in(Json::array({piece(file, 0, last), hex(Bytes{static_cast<std::uint8_t>(core[last] ^ 1)})}), hash),
        Code::core_hash);
    // One key under two headers: what no good client seals.
    const Bytes twin =
        good_core(committed(verify::Kind::attachment, 0, 2, "three-chunks"), key, Bytes(1, 'x'));
    out.binary("of-the-same-key", twin);
    out.refused("another-core-of-the-same-key", "The key fits and the core opens, but it is not the one.",
                in(piece("attachment/of-the-same-key.bin", 0, twin.size()), hash), Code::core_hash);
}

const Registered kRegistered{"attachment", write_attachment};

}  // namespace parapet::vectors::group_attachment
