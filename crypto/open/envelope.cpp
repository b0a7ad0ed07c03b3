#include "crypto/open/envelope.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/base/reader.h"
#include "crypto/verify/core_hash.h"

namespace parapet::open {
namespace {

constexpr std::uint64_t kLengthField = 8;
constexpr Error kPadding{Code::padding, "padding that is not zero or not of the canonical length"};

bool all_zero(ByteView in) { return sodium_is_zero(in.data(), in.size()) == 1; }

// Form, length and commitment: everything before the first decryption. Gives the length of P.
Result<std::uint64_t> check_outside(const verify::EnvelopeHeader& header, std::uint64_t core_size,
                                    const keys::Dek& dek) {
    TRY(const std::uint64_t padded, verify::padded_length(header.kind, core_size));
    const verify::Commitment expected = keys::commitment(dek);
    if (sodium_memcmp(expected.bytes.data(), header.com.bytes.data(), expected.bytes.size()) != 0)
        return Error{Code::commitment, "not the key this envelope is committed to"};
    return padded;
}

// len C, from the front of P.
Result<std::uint64_t> read_content_size(verify::Kind kind, ByteView first_piece, std::uint64_t padded) {
    Reader in(first_piece);
    TRY(const std::uint64_t n, in.take_u64());
    if (n > padded - kLengthField) return kPadding;
    const auto canonical = verify::padlen(kind, kLengthField + n);
    if (!canonical || *canonical != padded) return kPadding;
    return n;
}

}  // namespace

StreamedOpener::StreamedOpener(const Source& core, const EnvelopeId& env, keys::AeadKey key)
    : core_(&core), env_(env), key_(std::move(key)) {}

Result<Plaintext> StreamedOpener::open_chunk(std::uint64_t i) const {
    const std::uint64_t plain = std::min(verify::kPieceSize, padded_ - i * verify::kPieceSize);
    Bytes sealed(static_cast<std::size_t>(plain) + keys::kAeadTag);
    TRY_(core_->read(verify::kHeaderSize + i * verify::kSealedPieceSize, sealed));
    Plaintext out(static_cast<std::size_t>(plain));
    TRY_(keys::aead_open(key_, keys::chunk_nonce(i, i + 1 == chunks_), env_, sealed,
                         out.reveal_for_writing()));
    return out;
}

Status StreamedOpener::verify_all(const verify::EnvelopeHeader& header, const Hash& core_hash) {
    verify::CoreHasher hasher;
    hasher.update(header.encode());
    for (std::uint64_t i = 0; i < chunks_; ++i) {
        const std::uint64_t from = i * verify::kPieceSize;
        Bytes sealed(static_cast<std::size_t>(std::min(verify::kPieceSize, padded_ - from)) + keys::kAeadTag);
        TRY_(core_->read(verify::kHeaderSize + i * verify::kSealedPieceSize, sealed));
        hasher.update(sealed);
    }
    TRY(const Hash seen, hasher.finish());
    if (seen != core_hash) return Error{Code::core_hash, "not the bytes that were announced"};

    for (std::uint64_t i = 0; i < chunks_; ++i) {
        TRY(const Plaintext piece, open_chunk(i));
        if (i == 0) {
            TRY(content_size_, read_content_size(header.kind, piece.reveal(), padded_));
        }
        const std::uint64_t from = i * verify::kPieceSize;
        const std::uint64_t end_of_content = kLengthField + content_size_;
        if (end_of_content >= from + piece.size()) continue;
        const std::uint64_t padding_at = end_of_content <= from ? 0 : end_of_content - from;
        if (!all_zero(piece.reveal().subspan(static_cast<std::size_t>(padding_at)))) return kPadding;
    }
    return Done{};
}

Result<StreamedOpener> StreamedOpener::verify(const Source& core, const Hash& core_hash,
                                              const keys::Dek& dek) {
    Bytes raw(static_cast<std::size_t>(std::min(core.size(), verify::kHeaderSize)));
    TRY_(core.read(0, raw));
    TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::parse(raw));
    TRY(const std::uint64_t padded, check_outside(header, core.size(), dek));
    const EnvelopeId env = header.env_id();
    StreamedOpener out(core, env, keys::content_key(dek, env));
    out.padded_ = padded;
    out.chunks_ = verify::chunk_count(padded);
    TRY_(out.verify_all(header, core_hash));
    return out;
}

Result<Plaintext> StreamedOpener::piece(std::uint64_t i) const {
    INVARIANT(i < chunks_);
    TRY(const Plaintext padded, open_chunk(i));
    const std::uint64_t from = i * verify::kPieceSize;
    const std::uint64_t begin = i == 0 ? kLengthField : 0;
    const std::uint64_t end_of_content = kLengthField + content_size_;
    const std::uint64_t end =
        end_of_content <= from ? 0 : std::min<std::uint64_t>(padded.size(), end_of_content - from);
    if (end <= begin) return Plaintext(0);
    return Plaintext::copy(
        padded.reveal().subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
}

Result<Plaintext> open_core(ByteView core, const keys::Dek& dek) {
    TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
    TRY(const std::uint64_t padded_size, check_outside(header, core.size(), dek));
    const EnvelopeId env = header.env_id();
    const keys::AeadKey key = keys::content_key(dek, env);
    const std::uint64_t chunks = verify::chunk_count(padded_size);

    Plaintext padded(static_cast<std::size_t>(padded_size));
    Reader in(core.subspan(verify::kHeaderSize));
    for (std::uint64_t i = 0; i < chunks; ++i) {
        const std::uint64_t from = i * verify::kPieceSize;
        const std::uint64_t plain = std::min(verify::kPieceSize, padded_size - from);
        TRY(const ByteView sealed, in.take(plain + keys::kAeadTag));
        const MutableBytes piece = padded.reveal_for_writing().subspan(static_cast<std::size_t>(from),
                                                                       static_cast<std::size_t>(plain));
        TRY_(keys::aead_open(key, keys::chunk_nonce(i, i + 1 == chunks), env, sealed, piece));
    }
    TRY(const std::uint64_t n, read_content_size(header.kind, padded.reveal(), padded_size));
    const ByteView content = padded.reveal().subspan(kLengthField);
    if (!all_zero(content.subspan(static_cast<std::size_t>(n)))) return kPadding;
    return Plaintext::copy(content.first(static_cast<std::size_t>(n)));
}

}  // namespace parapet::open
