#include "tests/intake/office.h"

#include "crypto/seal/wrap.h"
#include "crypto/verify/core_hash.h"
#include "tests/crypto/cast.h"

namespace parapet::intake::testing {
namespace {

constexpr vault::Day kDay{std::chrono::days(20'780)};

seal::HeaderFields fields_of(const Reply& reply) {
    return {verify::Kind::reply, verify::Author::reviewer, cast::deployment(), reply.case_id,
            reply.seq,           verify::kMessagePart,     reply.roster_hash};
}

vault::Reply wrapped(const keys::ReporterKeys& holder, const Reply& reply, const EnvelopeId& env,
                     const keys::Dek& dek, Bytes core, Random& random) {
    const std::array recipients{holder.box().public_key(), cast::member_keys("chief").seal_key};
    const verify::Wrapset wraps = seal::wrap(env, dek, recipients, random).value();
    const verify::WrapBlob& blob = wraps.find(holder.box().rid())->blob;
    return {reply.case_id,
            reply.seq,
            env,
            kDay,
            std::move(core),
            Bytes(blob.bytes.begin(), blob.bytes.end()),
            verify::digests_of(wraps).encode()};
}

}  // namespace

Reply reply_to(const Reporter& reporter, std::uint32_t seq, const std::optional<EnvelopeId>& prev) {
    Reply out;
    out.roster_hash = cast::roster().hash();
    out.case_id = reporter.case_id();
    out.seq = seq;
    out.words.lang = "en";
    out.words.type = content::ReplyType::acknowledgement;
    out.words.status = content::PublicStatus::acknowledged;
    out.words.text = "We have read message " + std::to_string(seq) + ".";
    out.words.day = verify::Day::parse("2026-11-24").value();
    out.words.look_again = verify::Day::parse("2026-12-01").value();
    out.words.prev = prev;
    return out;
}

vault::Reply sealed(const Reporter& reporter, const Reply& reply) {
    return sealed_to(reporter.keys(), reply);
}

vault::Reply sealed_to(const keys::ReporterKeys& holder, const Reply& reply) {
    cast::FixedRandom random("reply " + std::to_string(reply.seq));
    const Plaintext json = content::write(reply.words).value();
    seal::SealedMessage message =
        seal::seal_message(fields_of(reply), json, cast::member_keys(reply.author).sign_key, random).value();
    return wrapped(holder, reply, message.env, message.dek, std::move(message.core), random);
}

vault::Reply sealed_content(const Reporter& reporter, const Reply& reply, ByteView content) {
    cast::FixedRandom random("reply " + std::to_string(reply.seq));
    const MemorySource source(content);
    const seal::Sealer sealer =
        seal::Sealer::begin(fields_of(reply), source, keys::Dek::random(random)).value();
    return wrapped(reporter.keys(), reply, sealer.env_id(), sealer.dek(), core_of(sealer), random);
}

OfficeFile file_with(const Reply& reply, const std::string& name, const Bytes& octets) {
    cast::FixedRandom random("file " + name);
    seal::HeaderFields fields = fields_of(reply);
    fields.kind = verify::Kind::attachment;
    fields.part = verify::kFirstAttachmentPart;
    const MemorySource source(octets);
    const seal::Sealer sealer = seal::Sealer::begin(fields, source, keys::Dek::random(random)).value();
    Bytes core = core_of(sealer);
    const Hash hash = verify::core_hash(core).value();
    return {std::move(core),
            {sealer.env_id(), sealer.dek().duplicate(), hash, octets.size(), name, "text/plain"}};
}

Bytes signed_content(const EnvelopeId& env, const Reply& reply) {
    const Plaintext json = content::write(reply.words).value();
    const sign::SigningKey& author = cast::member_keys(reply.author).sign_key;
    Bytes signed_text(env.bytes.begin(), env.bytes.end());
    put(signed_text, json.reveal());
    Bytes out;
    put_u32(out, static_cast<std::uint32_t>(json.size()));
    put(out, json.reveal());
    put(out, author.public_key());
    put(out, author.sign_labelled("parapet/1/msg", signed_text));
    return out;
}

}  // namespace parapet::intake::testing
