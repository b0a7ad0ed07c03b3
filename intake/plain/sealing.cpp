#include "intake/plain/sealing.h"

#include <algorithm>

#include "intake/client/bundle_file.h"
#include "intake/client/recusal.h"
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
    Sender sender;
    std::uint32_t seq;
    seal::Audience audience;
};

template <class Draft>
Status seal_and_send(Sealing what, Draft draft, const FilesToSeal& files) {
    const auto& [gateway, office, reporter] = what.sender;
    const seal::Place place{verify::Author::gateway, office.root.deployment(), what.seq,
                            office.roster.hash()};
    TRY(const auto sealed, seal::SealedSubmission::seal(place, std::move(draft), files.files, reporter,
                                                        std::move(what.audience), gateway.random(), nullptr));
    Gathering gathered;
    gathered.bytes.reserve(static_cast<std::size_t>(sealed.bundle_length()));
    TRY_(sealed.each_piece(gathered));
    TRY(const reporter::BundleFile bundle,
        reporter::BundleFile::over(std::make_unique<SealedBytes>(std::move(gathered.bytes))));
    TRY(service::Client intake, gateway.intake());
    return send_bundle(intake, bundle, {}, kPatience);
}

bool is_about(const reporter::OwnMessage& own, const std::optional<EnvelopeId>& reply) {
    const auto* const message = std::get_if<content::Message>(&own.said);
    return !reply || (message != nullptr && message->seen == reply);
}

// Whether one of the messages from `from` on says this, about the same reply if it is about one.
bool is_among(Sender sender, const Written& written, std::uint32_t from, std::uint32_t end,
              const content::Message& draft, const FilesToSeal& files) {
    auto intake = sender.gateway.intake();
    for (std::uint32_t seq = from; intake.ok() && seq < end; ++seq) {
        const auto own = reporter::own_message(*intake, {sender.office, sender.reporter}, seq);
        if (own.ok() && says(*own, draft, files.files) && is_about(*own, written.seen)) return true;
    }
    return false;
}

content::Message message_of(const Written& written, const reporter::Mailbox& mailbox) {
    content::Message out;
    out.lang = written.lang;
    out.text = written.text;
    out.answers = written.answers;
    out.seen = written.seen;
    if (!out.seen && !mailbox.replies.empty()) out.seen = mailbox.replies.back().env;
    return out;
}

Result<reporter::OutOfCase> out_of(Sender sender, const reporter::Mailbox& mailbox) {
    TRY(service::Client intake, sender.gateway.intake());
    return out_of_case(intake, {sender.office, sender.reporter}, mailbox);
}

// A second look and a review go past whoever is out of the case, whatever was chosen for the rest.
Result<seal::Audience> audience_of(const Office& office, const Written& written,
                                   const reporter::OutOfCase& absent) {
    const std::set<PersonId> out = absent.excluded(written.recusal.keep && !written.to_alternates);
    TRY(seal::Audience audience, office.audience(out, content::Identity{written.identity}));
    audience.readers.clear();
    for (const verify::Member* member :
         written.to_alternates ? alternates(office, out) : message_readers(office, out))
        audience.readers.push_back(member->seal_key);
    if (audience.readers.empty()) return Error{Code::not_a_recipient, "nobody is left who could read it"};
    return audience;
}

bool lies_in(const reporter::Mailbox& mailbox, const EnvelopeId& reply) {
    return std::ranges::find(mailbox.replies, reply, &reporter::CheckedReply::env) != mailbox.replies.end();
}

Result<reporter::Mailbox> mailbox_of(Sender sender) {
    TRY(service::Client intake, sender.gateway.intake());
    return reporter::look(intake, {sender.office, sender.reporter});
}

// What is held under the code of a report that intake did not take.
std::optional<Arrival> arrival_of(Sender sender, const content::Report& draft, const FilesToSeal& files) {
    auto intake = sender.gateway.intake();
    if (!intake.ok()) return std::nullopt;
    const auto own = reporter::own_message(*intake, {sender.office, sender.reporter}, 0);
    if (!own.ok()) return std::nullopt;
    return says(*own, draft, files.files) ? Arrival::before : Arrival::other_held;
}

content::Report copy_of(const content::Report& draft) {
    content::Report out;
    out.lang = draft.lang;
    out.form_id = draft.form_id;
    out.form_version = draft.form_version;
    out.answers = draft.answers;
    out.exclude = draft.exclude;
    return out;
}

}  // namespace

Result<Arrival> send_report(Sender sender, const content::Report& draft, content::Identity identity,
                            const FilesToSeal& files) {
    TRY_(sender.office.roster.accept(sender.gateway.today(), 0));
    TRY(seal::Audience audience, sender.office.audience(draft.exclude, std::move(identity)));
    const Status sent = seal_and_send({sender, 0, std::move(audience)}, copy_of(draft), files);
    if (sent.ok()) return Arrival::now;
    const std::optional<Arrival> held = arrival_of(sender, draft, files);
    return held ? Result<Arrival>(*held) : Result<Arrival>(sent.error());
}

Result<Arrival> send_message(Sender sender, const Written& written, const FilesToSeal& files) {
    constexpr unsigned kTries = 3;  // more windows than that do not send at the same moment
    TRY_(sender.office.roster.accept(sender.gateway.today(), 0));
    std::optional<std::uint32_t> from = written.next;
    for (unsigned n = 1;; ++n) {
        TRY(const reporter::Mailbox mailbox, mailbox_of(sender));
        if (!mailbox.held) return Error{Code::not_found, "nothing is held under this code"};
        content::Message draft = message_of(written, mailbox);
        if (written.seen && !lies_in(mailbox, *written.seen))
            return Error{Code::not_found, "the office sent no such reply"};
        if (from && is_among(sender, written, *from, mailbox.next_seq, draft, files)) return Arrival::before;
        TRY(const reporter::OutOfCase absent, out_of(sender, mailbox));
        if (!written.to_alternates && !absent.was_told(written.recusal)) return Arrival::unasked;
        TRY(seal::Audience audience, audience_of(sender.office, written, absent));
        const std::uint32_t seq = mailbox.next_seq;
        const Status sent = seal_and_send({sender, seq, std::move(audience)}, std::move(draft), files);
        if (sent.ok()) return Arrival::now;
        if (sent.error().code != Code::duplicate || n == kTries) return sent.error();
        from = from.value_or(seq);
    }
}

Status send_sealed(Gateway& gateway, const Office& office, ByteView bundle) {
    TRY(const reporter::BundleFile file, reporter::BundleFile::over(std::make_unique<MemorySource>(bundle)));
    if (file.records().empty()) return Error{Code::malformed, "a sealed file begins with a submit note"};
    TRY(const Bytes note, file.read(file.records().front()));
    TRY_(verify::Submit::verify(note, office.root.deployment()));
    TRY(service::Client intake, gateway.intake());
    return send_bundle(intake, file, {}, kPatience);
}

}  // namespace parapet::plain
