// An envelope whose key its opener has, so that everything inside may be hostile. The first octet picks the
// kind, the rest is P: sealed as it is, it reaches what is checked after decryption. The same octets as a
// core reach what is checked before.
#include <algorithm>

#include "crypto/keys/aead.h"
#include "crypto/open/message.h"
#include "crypto/verify/core_hash.h"
#include "tests/crypto/cast.h"

using namespace parapet;

namespace {

keys::Dek dek() {
    return keys::Dek::make([](MutableBytes out) { std::ranges::fill(out, std::uint8_t{9}); });
}

verify::EnvelopeHeader header_of(std::uint8_t pick) {
    const auto kind = static_cast<verify::Kind>(1 + pick % 6);
    const std::uint32_t seq = kind == verify::Kind::message ? 1 : 0;
    const std::uint32_t part = kind == verify::Kind::attachment ? verify::kFirstAttachmentPart
                               : kind == verify::Kind::identity ? verify::kIdentityPart
                                                                : verify::kMessagePart;
    verify::EnvelopeHeader out = cast::header(kind, seq, part);
    out.com = keys::commitment(dek());
    INVARIANT(out.check().ok());
    return out;
}

// With zeros up to the next length that padding can give.
Bytes sealed_as_it_is(const verify::EnvelopeHeader& header, Bytes padded) {
    const auto length = verify::padlen(header.kind, padded.size());
    padded.resize(length.ok() ? static_cast<std::size_t>(*length)
                              : static_cast<std::size_t>(verify::max_padded(header.kind)));
    const EnvelopeId env = header.env_id();
    const keys::AeadKey key = keys::content_key(dek(), env);
    const std::uint64_t chunks = verify::chunk_count(padded.size());
    Bytes core = header.encode();
    for (std::uint64_t i = 0; i < chunks; ++i) {
        const std::size_t from = static_cast<std::size_t>(i * verify::kPieceSize);
        const ByteView piece =
            ByteView(padded).subspan(from, std::min<std::size_t>(verify::kPieceSize, padded.size() - from));
        put(core, keys::aead_seal(key, keys::chunk_nonce(i, i + 1 == chunks), env, piece));
    }
    return core;
}

// Both openers say the same of one core, and give the same content.
void open_both_ways(ByteView core) {
    const keys::Dek key = dek();
    const auto whole = open::open_core(core, key);
    const auto hash = verify::core_hash(core);
    if (!hash.ok()) {
        INVARIANT(!whole.ok());
        return;
    }
    const MemorySource source(core);
    const auto streamed = open::StreamedOpener::verify(source, *hash, key);
    INVARIANT(whole.ok() == streamed.ok());
    if (!whole.ok()) return;
    Bytes content;
    for (std::uint64_t i = 0; i < streamed->pieces(); ++i) put(content, streamed->piece(i)->reveal());
    INVARIANT(std::ranges::equal(content, whole->reveal()));
}

void open_as_message(ByteView core) {
    static const verify::Roster roster = cast::roster();
    const keys::Dek key = dek();
    if (const auto opened = open::open_reporter_message(core, key); opened.ok())
        INVARIANT(!opened->member.has_value());
    if (const auto opened = open::open_office_message(core, key, {std::span(&roster, 1)}); opened.ok())
        INVARIANT(opened->member.has_value());
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView rest(data + 1, size - 1);
    const Bytes sealed = sealed_as_it_is(header_of(data[0]), Bytes(rest.begin(), rest.end()));
    for (const ByteView core : {ByteView(sealed), rest}) {
        open_both_ways(core);
        open_as_message(core);
    }
    return 0;
}
