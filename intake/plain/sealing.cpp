#include "intake/plain/sealing.h"

#include "intake/client/bundle_file.h"
#include "intake/client/own.h"
#include "intake/client/sending.h"

namespace parapet::plain {
namespace {

class Gathering final : public seal::SealedSubmission::Sink {
public:
    Status write(ByteView piece) override {
        bytes.insert(bytes.end(), piece.begin(), piece.end());
        return Done{};
    }
    Bytes bytes;
};

// Owns what it reads.
class SealedBytes final : public Source {
public:
    explicit SealedBytes(Bytes bytes) : bytes_(std::move(bytes)), view_(bytes_) {}
    [[nodiscard]] std::uint64_t size() const override { return view_.size(); }
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const override {
        return view_.read(offset, out);
    }

private:
    Bytes bytes_;
    MemorySource view_;
};

// A browser does not wait for ever, and a thread of the gateway should not either.
constexpr reporter::Patience kPatience{.tries = 3, .pause = std::chrono::milliseconds(500)};

struct Sealing {
    Gateway& gateway;
    const Office& office;
    const keys::ReporterKeys& reporter;
    std::uint32_t seq;
    seal::Audience audience;
};

template <class Draft>
Status seal_and_send(Sealing what, Draft draft, const FilesToSeal& files) {
    const seal::Place place{verify::Author::gateway, what.office.root.deployment(), what.seq,
                            what.office.roster.hash()};
    TRY(const auto sealed,
        seal::SealedSubmission::seal(place, std::move(draft), files.files, what.reporter,
                                     std::move(what.audience), what.gateway.random(), nullptr));
    Gathering gathered;
    gathered.bytes.reserve(static_cast<std::size_t>(sealed.bundle_length()));
    TRY_(sealed.each_piece(gathered));
    TRY(const reporter::BundleFile bundle,
        reporter::BundleFile::over(std::make_unique<SealedBytes>(std::move(gathered.bytes))));
    TRY(service::Client intake, what.gateway.intake());
    return send_bundle(intake, bundle, {}, kPatience);
}

bool is_held(Gateway& gateway, const Office& office, const keys::ReporterKeys& reporter) {
    auto intake = gateway.intake();
    if (!intake.ok()) return false;
    const Result<reporter::Mailbox> mailbox = reporter::look(*intake, {office, reporter});
    return mailbox.ok() && mailbox->held;
}

}  // namespace

Status send_report(Gateway& gateway, const Office& office, const keys::ReporterKeys& reporter,
                   content::Report draft, content::Identity identity, const FilesToSeal& files) {
    TRY_(office.roster.accept(gateway.today(), 0));
    TRY(seal::Audience audience, office.audience(draft.exclude, std::move(identity)));
    Status sent = seal_and_send({gateway, office, reporter, 0, std::move(audience)}, std::move(draft), files);
    if (!sent.ok() && is_held(gateway, office, reporter)) return Done{};
    return sent;
}

Status send_message(Gateway& gateway, const Office& office, const keys::ReporterKeys& reporter,
                    const reporter::Mailbox& mailbox, content::Message draft, content::Identity identity,
                    const FilesToSeal& files) {
    TRY_(office.roster.accept(gateway.today(), 0));
    TRY(service::Client intake, gateway.intake());
    TRY(const std::set<PersonId> out, reporter::left_out(intake, {office, reporter}, mailbox));
    TRY(seal::Audience audience, office.audience(out, std::move(identity)));
    if (!mailbox.replies.empty()) draft.seen = mailbox.replies.back().env;
    return seal_and_send({gateway, office, reporter, mailbox.next_seq, std::move(audience)}, std::move(draft),
                         files);
}

}  // namespace parapet::plain
