#include "crypto/seal/submission.h"

#include "crypto/sign/sign_note.h"
#include "crypto/verify/core_hash.h"

namespace parapet::seal {
namespace {

using verify::RecordType;

HeaderFields fields_of(const Place& place, const CaseId& case_id, verify::Kind kind, std::uint32_t part) {
    return {kind, place.author, place.deployment, case_id, place.seq, part, place.roster_hash};
}

Result<Hash> hash_of(const Sealer& sealer, Progress* progress, std::uint64_t before, std::uint64_t all) {
    verify::CoreHasher hasher;
    hasher.update(sealer.header().encode());
    for (std::uint64_t i = 0; i < sealer.chunks(); ++i) {
        TRY(const Bytes chunk, sealer.chunk(i));
        hasher.update(chunk);
        if (progress != nullptr) progress->at(before + (i + 1) * verify::kPieceSize, all);
    }
    return hasher.finish();
}

struct SealedFiles {
    std::vector<Sealer> sealers;
    std::vector<content::Attachment> entries;
};

Result<SealedFiles> seal_files(const Place& place, const CaseId& case_id,
                               const std::vector<FileToSeal>& files, Random& random, Progress* progress) {
    if (files.size() > verify::kMaxAttachments) return Error{Code::too_large, "at most 20 files"};
    SealedFiles out;
    std::uint64_t all = 0;
    for (const FileToSeal& file : files) {
        const auto part = static_cast<std::uint32_t>(verify::kFirstAttachmentPart + out.sealers.size());
        TRY(Sealer sealer, Sealer::begin(fields_of(place, case_id, verify::Kind::attachment, part),
                                         *file.source, keys::Dek::random(random)));
        all += sealer.core_length();
        out.sealers.push_back(std::move(sealer));
    }
    std::uint64_t done = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Sealer& sealer = out.sealers[i];
        TRY(const Hash core_hash, hash_of(sealer, progress, done, all));
        done += sealer.core_length();
        out.entries.push_back({sealer.env_id(), sealer.dek().duplicate(), core_hash, files[i].source->size(),
                               files[i].name, files[i].type});
    }
    return out;
}

struct EscrowedIdentity {
    SealedIdentity sealed;
    std::vector<content::ShareMark> marks;  // ascending by index, as the custodians are
};

Result<EscrowedIdentity> seal_identity(const Place& place, const keys::ReporterKeys& reporter,
                                       const Audience& audience, Random& random) {
    SplitKey key = split(audience.escrow, audience.custodians, random);
    TRY(const Plaintext json, content::write(audience.identity));
    TRY(SealedMessage object,
        seal_message(fields_of(place, reporter.case_id(), verify::Kind::identity, verify::kIdentityPart),
                     json, reporter.signing(), std::move(key.dek)));
    TRY(verify::ShareWrapset shares, wrap_shares(object.env, key.shares, audience.custodians, random));
    std::vector<content::ShareMark> marks;
    for (const keys::Share& share : key.shares)
        marks.push_back({share.index(), keys::share_hash(object.env, share)});
    return EscrowedIdentity{{std::move(object), std::move(shares)}, std::move(marks)};
}

void complete(content::Report& report, std::vector<content::Attachment> files,
              const keys::ReporterKeys& reporter) {
    report.attachments = std::move(files);
    report.box = reporter.box().public_key();
}
void complete(content::Message& message, std::vector<content::Attachment> files,
              const keys::ReporterKeys& /*reporter*/) {
    message.attachments = std::move(files);
}

const std::vector<content::Attachment>& attachments(const content::Report& report) {
    return report.attachments;
}
const std::vector<content::Attachment>& attachments(const content::Message& message) {
    return message.attachments;
}

verify::SubmitObject announced(const SealedMessage& sealed, const Hash& wraps_hash) {
    return {sealed.env, sealed.core.size(), sealed.core_hash, wraps_hash};
}

constexpr verify::Kind kind_of(const content::Report&) { return verify::Kind::report; }
constexpr verify::Kind kind_of(const content::Message&) { return verify::Kind::message; }

}  // namespace

SealedSubmission::SealedSubmission(SealedMessage message, verify::Wrapset wraps,
                                   std::optional<SealedIdentity> identity, std::vector<Sealer> files,
                                   verify::SubmitLines lines, Bytes note)
    : message_(std::move(message)),
      wraps_(std::move(wraps)),
      identity_(std::move(identity)),
      files_(std::move(files)),
      lines_(std::move(lines)),
      note_(std::move(note)) {}

template <class Draft>
Result<SealedSubmission> SealedSubmission::seal_any(const Place& place, Draft draft,
                                                    const std::vector<FileToSeal>& files,
                                                    const keys::ReporterKeys& reporter, Audience audience,
                                                    Random& random, Progress* progress) {
    const CaseId& case_id = reporter.case_id();
    TRY(SealedFiles sealed, seal_files(place, case_id, files, random, progress));
    complete(draft, std::move(sealed.entries), reporter);
    std::optional<SealedIdentity> identity;
    if (audience.escrow > 0) {
        TRY(EscrowedIdentity escrowed, seal_identity(place, reporter, audience, random));
        identity = std::move(escrowed.sealed);
        draft.shares = std::move(escrowed.marks);
    }
    TRY(const Plaintext json, content::write(draft));
    TRY(SealedMessage message, seal_message(fields_of(place, case_id, kind_of(draft), verify::kMessagePart),
                                            json, reporter.signing(), random));
    audience.readers.push_back(reporter.box().public_key());
    TRY(verify::Wrapset wraps, wrap(message.env, message.dek, audience.readers, random));

    verify::SubmitLines lines{place.deployment, case_id, reporter.signing().public_key(), {}};
    lines.objects.push_back(announced(message, verify::wraps_hash_of(wraps)));
    if (identity)
        lines.objects.push_back(
            announced(identity->object, verify::digests_of(identity->shares).wraps_hash()));
    for (std::size_t i = 0; i < sealed.sealers.size(); ++i)
        lines.objects.push_back({sealed.sealers[i].env_id(), sealed.sealers[i].core_length(),
                                 attachments(draft)[i].core_hash, std::nullopt});
    Bytes note = sign::sign_note(lines.print(), lines.signer().name, reporter.signing());
    return SealedSubmission(std::move(message), std::move(wraps), std::move(identity),
                            std::move(sealed.sealers), std::move(lines), std::move(note));
}

Result<SealedSubmission> SealedSubmission::seal(const Place& place, content::Report draft,
                                                const std::vector<FileToSeal>& files,
                                                const keys::ReporterKeys& reporter, Audience audience,
                                                Random& random, Progress* progress) {
    return seal_any(place, std::move(draft), files, reporter, std::move(audience), random, progress);
}

Result<SealedSubmission> SealedSubmission::seal(const Place& place, content::Message draft,
                                                const std::vector<FileToSeal>& files,
                                                const keys::ReporterKeys& reporter, Audience audience,
                                                Random& random, Progress* progress) {
    return seal_any(place, std::move(draft), files, reporter, std::move(audience), random, progress);
}

Status SealedSubmission::each_piece(Sink& sink) const {
    const auto record = [&sink](RecordType type, ByteView bytes) -> Status {
        TRY_(sink.write(verify::record_head(type, bytes.size())));
        return sink.write(bytes);
    };
    const std::size_t records = (identity_ ? 5 : 3) + files_.size();
    TRY_(sink.write(verify::bundle_head(static_cast<std::uint32_t>(records))));
    TRY_(record(RecordType::note, note_));
    TRY_(record(RecordType::core, message_.core));
    TRY_(record(RecordType::wrapset, wraps_.encode()));
    if (identity_) {
        TRY_(record(RecordType::core, identity_->object.core));
        TRY_(record(RecordType::wrapset, identity_->shares.encode()));
    }
    for (const Sealer& file : files_) {
        TRY_(sink.write(verify::record_head(RecordType::core, file.core_length())));
        TRY_(sink.write(file.header().encode()));
        for (std::uint64_t i = 0; i < file.chunks(); ++i) {
            TRY(const Bytes chunk, file.chunk(i));
            TRY_(sink.write(chunk));
        }
    }
    return Done{};
}

std::uint64_t SealedSubmission::bundle_length() const {
    const std::uint64_t head = verify::bundle_head(0).size();
    const std::uint64_t record = verify::record_head(RecordType::core, 0).size();
    std::uint64_t out = head + 3 * record + note_.size() + message_.core.size() + wraps_.encode().size();
    if (identity_) out += 2 * record + identity_->object.core.size() + identity_->shares.encode().size();
    for (const Sealer& file : files_) out += record + file.core_length();
    return out;
}

Result<Bytes> SealedSubmission::bundle() const {
    class IntoMemory final : public Sink {
    public:
        Bytes all;
        Status write(ByteView piece) override {
            put(all, piece);
            return Done{};
        }
    } sink;
    TRY_(each_piece(sink));
    return std::move(sink.all);
}

}  // namespace parapet::seal
