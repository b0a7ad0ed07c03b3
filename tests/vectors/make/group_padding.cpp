// padding: {header, dek, p} -> {content}. P as it is sealed, length field and padding included; the reader
// seals it under `dek` chunk by chunk and opens what came out. So a file needs no 16 384 bytes of ciphertext.
#include "crypto/keys/dek.h"
#include "crypto/verify/header.h"
#include "crypto/verify/lengths.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_padding {

using verify::Kind;

constexpr std::uint64_t kSmall = 16'384;
constexpr std::string_view kContent = "what was sealed";

Json in(Kind kind, const Bytes& p) {
    const keys::Dek dek = keys::Dek::copy(cast::seed_of("padding").bytes);
    const bool of_office = kind == Kind::reply || kind == Kind::note;
    const std::uint32_t part = kind == Kind::attachment ? verify::kFirstAttachmentPart : verify::kMessagePart;
    const verify::EnvelopeHeader header{kind,
                                        of_office ? verify::Author::reviewer : verify::Author::reporter,
                                        cast::fixed<DeploymentId>("deployment"),
                                        cast::fixed<CaseId>("case"),
                                        0,
                                        part,
                                        cast::fixed<Hash>("roster"),
                                        keys::commitment(dek)};
    return {{"header", hex(header.encode())}, {"dek", hex(dek.reveal())}, {"p", packed(p)}};
}

// u64(length) || content || zeros, `size` bytes together.
Bytes padded(std::uint64_t length, ByteView content, std::uint64_t size) {
    Bytes out;
    put_u64(out, length);
    put(out, content);
    out.resize(static_cast<std::size_t>(size));
    return out;
}
Bytes plain() { return padded(kContent.size(), view(kContent), kSmall); }

void write_padding(VectorFolder& out) {
    const auto good = [&](const char* fact, const char* about, Kind kind, const Bytes& content,
                          std::uint64_t size) {
        out.ok(fact, about, in(kind, padded(content.size(), content, size)), {{"content", packed(content)}});
    };
    const auto bad = [&](const char* fault, const char* about, Kind kind, const Bytes& p) {
        out.refused(fault, about, in(kind, p), Code::padding);
    };
    const Bytes full(kSmall - 8, 'a');
    good("short", "A few bytes in the smallest class.", Kind::report, Bytes(8, 'a'), kSmall);
    good("empty", "No content at all is still padded.", Kind::report, {}, kSmall);
    good("exactly-full", "No padding.", Kind::reply, full, kSmall);
    good("one-byte-into-the-next-class", "One byte more than fits takes the next length.", Kind::report,
         Bytes(kSmall - 7, 'a'), verify::padme(kSmall + 1));
    good("the-largest-message", "All that a report may hold.", Kind::report,
         Bytes(static_cast<std::size_t>(verify::kMaxJson) + 100, 'a'), verify::max_padded(Kind::report));
    good("two-chunks", "The last chunk holds padding only.", Kind::attachment, Bytes(65'529, 'a'),
         verify::padme(65'537));

    Bytes p = plain();
    p.back() = 1;
    bad("last-byte-not-zero", "One byte at the end.", Kind::report, p);
    p = plain();
    p[8 + kContent.size()] = 1;
    bad("first-byte-not-zero", "One byte after the content.", Kind::report, p);
    bad("length-beyond-the-end", "One byte more than is there.", Kind::report,
        padded(kSmall - 7, view(kContent), kSmall));
    bad("length-of-2-64-minus-1", "A length whose sum with 8 wraps around.", Kind::report,
        padded(~std::uint64_t{0}, view(kContent), kSmall));
    bad("length-of-2-53", "A length that a double no longer tells from its neighbour.", Kind::report,
        padded(std::uint64_t{1} << 53, view(kContent), kSmall));
    bad("a-class-too-large", "Content that would fit the smallest class.", Kind::report,
        padded(kContent.size(), view(kContent), verify::padme(kSmall + 1)));
    bad("longer-than-a-report-may-be", "It is there, but more than a report may hold.", Kind::report,
        padded(verify::kMaxJson + 101, {}, verify::max_padded(Kind::report)));
}

const Registered kRegistered{"padding", write_padding};

}  // namespace parapet::vectors::group_padding
