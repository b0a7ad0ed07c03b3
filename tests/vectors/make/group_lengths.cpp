// lengths: {kind, n} -> {padded, core} (padlen and the core that holds it), {kind, core_len} -> {padded},
// {padme: n} -> {padme}.
#include "crypto/verify/lengths.h"

#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_lengths {

using verify::Kind;

void padded(VectorFolder& out, const std::string& fact, const std::string& about, Kind kind,
            std::uint64_t n) {
    const std::uint64_t p = verify::padlen(kind, n).value();
    out.ok(fact, about, {{"kind", static_cast<int>(kind)}, {"n", n}},
           {{"padded", p}, {"core", verify::core_length(p)}});
}

void impossible(VectorFolder& out, const std::string& fault, const std::string& about, Kind kind,
                std::uint64_t core_len) {
    out.refused(fault, about, {{"kind", static_cast<int>(kind)}, {"core_len", core_len}}, Code::bad_length);
}

void possible(VectorFolder& out, const std::string& fact, const std::string& about, Kind kind,
              std::uint64_t core_len) {
    out.ok(fact, about, {{"kind", static_cast<int>(kind)}, {"core_len", core_len}},
           {{"padded", verify::padded_length(kind, core_len).value()}});
}

void write_lengths(VectorFolder& out) {
    for (const std::uint64_t n : {2U, 3U, 9U, 100U, 1000U, 16'385U, 65'537U, 1'000'001U})
        out.ok("padme-of-" + std::to_string(n), "Padme of " + std::to_string(n) + ".", {{"padme", n}},
               {{"padme", verify::padme(n)}});
    out.ok("padme-of-2-to-the-30-plus-8", "Padme of the largest file.", {{"padme", (1U << 30) + 8}},
           {{"padme", verify::padme((1U << 30) + 8)}});

    padded(out, "a-small-report", "The smallest P of a report.", Kind::report, 8);
    padded(out, "a-report-that-just-fits", "16 384 bytes need no more.", Kind::report, 16'384);
    padded(out, "a-report-one-byte-over", "One byte over, padded as Padme says.", Kind::report, 16'385);
    padded(out, "the-largest-message", "A message with 1 MiB of JSON.", Kind::message, (1U << 20) + 108);
    padded(out, "a-full-reply", "The largest reply there is.", Kind::reply, 16'384);
    padded(out, "an-identity", "An identity object, empty or not.", Kind::identity, 40);
    padded(out, "a-small-attachment", "The smallest P of an attachment: one full piece.", Kind::attachment,
           9);
    padded(out, "an-attachment-of-two-pieces", "Just over one piece.", Kind::attachment, 65'537);
    padded(out, "the-largest-attachment", "A file of 1 GiB.", Kind::attachment, (1U << 30) + 8);
    for (const auto& [fault, kind, n] :
         {std::tuple{"a-reply-one-byte-too-long", Kind::reply, 16'385U},
          std::tuple{"an-identity-one-byte-too-long", Kind::identity, 16'385U},
          std::tuple{"a-report-one-byte-too-long", Kind::report, (1U << 20) + 109},
          std::tuple{"an-attachment-one-byte-too-long", Kind::attachment, (1U << 30) + 9}})
        out.refused(fault, "One byte over the limit of the kind.",
                    {{"kind", static_cast<int>(kind)}, {"n", n}}, Code::too_large);

    const std::uint64_t one_piece = verify::core_length(65'536);
    possible(out, "core-of-a-small-report", "112 + 16 384 + 16.", Kind::report, verify::core_length(16'384));
    possible(out, "core-of-one-full-piece", "An attachment of one piece.", Kind::attachment, one_piece);
    possible(out, "core-of-two-pieces", "65 536 < P: two chunks.", Kind::attachment,
             verify::core_length(67'584));
    possible(out, "core-of-the-largest-attachment", "P is Padme(2^30 + 8).", Kind::attachment,
             verify::core_length(verify::max_padded(Kind::attachment)));
    impossible(out, "core-one-byte-short", "One byte less than the smallest.", Kind::report,
               verify::core_length(16'384) - 1);
    impossible(out, "core-one-byte-long", "One byte more than the smallest.", Kind::report,
               verify::core_length(16'384) + 1);
    impossible(out, "core-that-is-only-a-header", "No chunk at all.", Kind::report, 112);
    impossible(out, "core-with-an-empty-last-chunk", "A last chunk of 16 bytes holds nothing.",
               Kind::attachment, one_piece + 16);
    impossible(out, "core-with-a-last-chunk-under-a-tag", "A last chunk of 5 bytes.", Kind::attachment,
               one_piece + 5);
    impossible(out, "core-of-a-length-between-two-classes", "P would be 67 583.", Kind::attachment,
               verify::core_length(67'583));
    impossible(out, "core-of-a-reply-of-two-classes", "A reply has one length only.", Kind::reply,
               verify::core_length(17'408));
    impossible(out, "core-of-an-attachment-of-a-report-s-length", "16 384 is too short for an attachment.",
               Kind::attachment, verify::core_length(16'384));
    impossible(out, "core-over-the-limit-of-a-report", "The class after the largest.", Kind::report,
               verify::core_length(verify::padme(verify::max_padded(Kind::report) + 1)));
}

const Registered kRegistered{"lengths", write_lengths};

}  // namespace parapet::vectors::group_lengths
