// envelope: {core, dek} -> {size, sha256} of the content. Faults are changes to two good cores.
#include "crypto/base/hash.h"
#include "crypto/verify/lengths.h"
#include "tests/vectors/make/raw_core.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_envelope {

using verify::Kind;

const std::string kReport = "envelope/report.bin", kThree = "envelope/three-chunks.bin";
constexpr std::uint64_t kHead = verify::kHeaderSize, kChunk = verify::kSealedPieceSize;

Json in(Json core, std::string_view name) {
    return {{"core", std::move(core)}, {"dek", hex(dek(name).reveal())}};
}
Json ok_of(ByteView content) { return {{"size", content.size()}, {"sha256", hex(sha256(content))}}; }

void write_kinds(VectorFolder& out) {
    struct Case {
        const char* name;
        Kind kind;
        std::uint32_t seq, part;
        std::size_t size;
    };
    for (const Case& c :
         {Case{"report", Kind::report, 0, 0, 700}, Case{"message", Kind::message, 3, 0, 20'000},
          Case{"reply", Kind::reply, 0, 0, 16'376}, Case{"note", Kind::note, 1, 0, 0},
          Case{"identity", Kind::identity, 0, 1, 200}, Case{"attachment", Kind::attachment, 0, 2, 1}}) {
        const Bytes content(c.size, 'x');
        const Bytes core = good_core(committed(c.kind, c.seq, c.part, c.name), dek(c.name), content);
        out.binary(c.name, core);
        out.ok(c.name, "A good one of this kind.",
               in(piece("envelope/" + std::string(c.name) + ".bin", 0, core.size()), c.name), ok_of(content));
    }
    const Bytes content(140'000, 'y');
    const Bytes core =
        good_core(committed(Kind::attachment, 0, 3, "three-chunks"), dek("three-chunks"), content);
    out.binary("three-chunks", core);
    out.ok("three-chunks", "Content of three pieces.", in(piece(kThree, 0, core.size()), "three-chunks"),
           ok_of(content));
}

// The good report with one octet of its header changed.
void flip(VectorFolder& out, const char* fault, std::size_t at, std::uint8_t to, Code code) {
    const Bytes core = good_core(committed(Kind::report, 0, 0, "report"), dek("report"), Bytes(700, 'x'));
    INVARIANT(core[at] != to);
    out.refused(fault, "One octet of the header is another.",
                in(Json::array({piece(kReport, 0, at), hex(Bytes{to}), piece(kReport, at + 1, core.size())}),
                   "report"),
                code);
}

void write_header_faults(VectorFolder& out) {
    flip(out, "magic", 3, '2', Code::unknown_version);
    flip(out, "kind-of-the-office", 4, 4, Code::bad_header);
    flip(out, "kind-unknown", 4, 7, Code::bad_header);
    flip(out, "author-other", 5, 3, Code::decrypt);
    flip(out, "author-of-the-office", 5, 2, Code::bad_header);
    flip(out, "reserved-not-zero", 6, 1, Code::bad_header);
    flip(out, "deployment-other", 8, 0xEE, Code::decrypt);
    flip(out, "case-other", 24, 0xEE, Code::decrypt);
    flip(out, "seq-other", 43, 1, Code::bad_header);
    flip(out, "part-other", 47, 1, Code::bad_header);
    flip(out, "roster-other", 48, 0xEE, Code::decrypt);
    flip(out, "commitment-other", 80, 0xEE, Code::commitment);
    const Bytes core =
        good_core(committed(Kind::message, 3, 0, "message"), dek("message"), Bytes(20'000, 'x'));
    out.refused("message-renumbered", "A message moved to another place in its lane.",
                in(Json::array({piece("envelope/message.bin", 0, 43), "04",
                                piece("envelope/message.bin", 44, core.size())}),
                   "message"),
                Code::decrypt);
    out.refused(
        "another-key", "A key that this envelope is not committed to.",
        in(piece(kReport, 0,
                 good_core(committed(Kind::report, 0, 0, "report"), dek("report"), Bytes(700, 'x')).size()),
           "message"),
        Code::commitment);
}

void write_chunk_faults(VectorFolder& out) {
    const std::uint64_t end = verify::core_length(verify::padlen(Kind::attachment, 8 + 140'000).value());
    const auto bad = [&](const char* fault, const char* about, Json core, Code code) {
        out.refused(fault, about, in(std::move(core), "three-chunks"), code);
    };
    const Json first = piece(kThree, 0, kHead + kChunk);
    const Json second = piece(kThree, kHead + kChunk, kHead + 2 * kChunk);
    const Json third = piece(kThree, kHead + 2 * kChunk, end);
    bad("chunk-dropped", "Without its second chunk.", Json::array({first, third}), Code::decrypt);
    bad("chunks-swapped", "The second before the first.",
        Json::array({piece(kThree, 0, kHead), second, piece(kThree, kHead, kHead + kChunk), third}),
        Code::decrypt);
    bad("chunk-repeated", "The first in the place of the second.",
        Json::array({first, piece(kThree, kHead, kHead + kChunk), third}), Code::decrypt);
    bad("cut-at-an-edge", "Without its last chunk.", Json::array({first, second}), Code::decrypt);
    bad("cut-inside-a-chunk", "One octet is missing at the end.", piece(kThree, 0, end - 1),
        Code::bad_length);
    bad("octet-after-the-end", "One octet too many.", Json::array({piece(kThree, 0, end), "00"}),
        Code::bad_length);
    bad("octet-of-a-chunk-changed", "One bit in the second chunk.",
        Json::array({first, "00", piece(kThree, kHead + kChunk + 1, end)}), Code::decrypt);
    bad("header-alone", "No chunk at all.", piece(kThree, 0, kHead), Code::bad_length);
    bad("header-cut", "Not even a header.", piece(kThree, 0, kHead - 1), Code::truncated);
}

void write_marks_and_padding(VectorFolder& out) {
    const auto bad = [&](const char* fault, const char* about, const Bytes& p, std::uint64_t last,
                         Code code) {
        const Bytes core = raw_core(committed(Kind::report, 0, 0, fault), dek(fault), p, last);
        out.binary(fault, core);
        out.refused(fault, about, in(piece("envelope/" + std::string(fault) + ".bin", 0, core.size()), fault),
                    code);
    };
    const Bytes content(700, 'x');
    const Bytes good = padded(content, 16'384);
    bad("last-mark-missing", "The only chunk is not sealed as the last.", good, 9, Code::decrypt);
    Bytes marked = good;
    marked.back() = 1;
    bad("padding-not-zero", "The last octet of the padding is 1.", marked, kRightOne, Code::padding);
    Bytes longer = good;
    longer[0] = 1;
    bad("length-beyond-what-is-there", "len C is larger than P.", longer, kRightOne, Code::padding);
    Bytes large(40'000 + 8, 0);
    const std::uint64_t roomy = verify::padlen(Kind::report, large.size()).value();
    bad("length-not-canonical", "700 octets padded as if they were 40 000.", padded(content, roomy),
        kRightOne, Code::padding);
    const std::uint64_t two = verify::padlen(Kind::report, 70'000).value();
    const Bytes pieces = padded(Bytes(70'000 - 8, 'x'), two);
    bad("last-mark-early", "The first of two chunks is sealed as the last.", pieces, 0, Code::decrypt);
}

void write_envelope(VectorFolder& out) {
    write_kinds(out);
    write_header_faults(out);
    write_chunk_faults(out);
    write_marks_and_padding(out);
}

const Registered kRegistered{"envelope", write_envelope};

}  // namespace parapet::vectors::group_envelope
