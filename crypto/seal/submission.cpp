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

constexpr verify::Kind kind_of(const content::Report&) { return verify::Kind::report; }
constexpr verify::Kind kind_of(const content::Message&) { return verify::Kind::message; }

}  // namespace

SealedSubmission::SealedSubmission(SealedMessage message, verify::Wrapset wraps, std::vector<Sealer> files,
                                   verify::SubmitLines lines, Bytes note)
    : message_(std::move(message)),
      wraps_(std::move(wraps)),
      files_(std::move(files)),
      lines_(std::move(lines)),
      note_(std::move(note)) {}

template <class Draft>
Result<SealedSubmission> SealedSubmission::seal_any(const Place& place, Draft draft,
                                                    const std::vector<FileToSeal>& files,
                                                    const keys::ReporterKeys& reporter,
                                                    std::vector<SealKey> recipients, Random& random,
                                                    Progress* progress) {
    const CaseId& case_id = reporter.case_id();
    TRY(SealedFiles sealed, seal_files(place, case_id, files, random, progress));
    complete(draft, std::move(sealed.entries), reporter);
    TRY(const Plaintext json, content::write(draft));
    TRY(SealedMessage message, seal_message(fields_of(place, case_id, kind_of(draft), verify::kMessagePart),
                                            json, reporter.signing(), random));
    recipients.push_back(reporter.box().public_key());
    TRY(verify::Wrapset wraps, wrap(message.env, message.dek, recipients, random));

    verify::SubmitLines lines{place.deployment, case_id, reporter.signing().public_key(), {}};
    lines.objects.push_back(
        {message.env, message.core.size(), message.core_hash, verify::wraps_hash_of(wraps)});
    for (std::size_t i = 0; i < sealed.sealers.size(); ++i)
        lines.objects.push_back({sealed.sealers[i].env_id(), sealed.sealers[i].core_length(),
                                 attachments(draft)[i].core_hash, std::nullopt});
    Bytes note = sign::sign_note(lines.print(), lines.signer().name, reporter.signing());
    return SealedSubmission(std::move(message), std::move(wraps), std::move(sealed.sealers), std::move(lines),
                            std::move(note));
}

Result<SealedSubmission> SealedSubmission::seal(const Place& place, content::Report draft,
                                                const std::vector<FileToSeal>& files,
                                                const keys::ReporterKeys& reporter,
                                                std::vector<SealKey> recipients, Random& random,
                                                Progress* progress) {
    return seal_any(place, std::move(draft), files, reporter, std::move(recipients), random, progress);
}

Result<SealedSubmission> SealedSubmission::seal(const Place& place, content::Message draft,
                                                const std::vector<FileToSeal>& files,
                                                const keys::ReporterKeys& reporter,
                                                std::vector<SealKey> recipients, Random& random,
                                                Progress* progress) {
    return seal_any(place, std::move(draft), files, reporter, std::move(recipients), random, progress);
}

Status SealedSubmission::each_piece(Sink& sink) const {
    const Bytes wraps = wraps_.encode();
    TRY_(sink.write(verify::bundle_head(static_cast<std::uint32_t>(3 + files_.size()))));
    TRY_(sink.write(verify::record_head(RecordType::note, note_.size())));
    TRY_(sink.write(note_));
    TRY_(sink.write(verify::record_head(RecordType::core, message_.core.size())));
    TRY_(sink.write(message_.core));
    TRY_(sink.write(verify::record_head(RecordType::wrapset, wraps.size())));
    TRY_(sink.write(wraps));
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
