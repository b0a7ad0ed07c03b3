#include <cstdio>

#include "crypto/seal/submission.h"
#include "intake/cli/answers_file.h"
#include "intake/cli/commands.h"
#include "intake/cli/files_to_seal.h"
#include "intake/cli/office_at_hand.h"
#include "intake/cli/opened_case.h"
#include "intake/cli/recusal_asked.h"
#include "intake/client/sending.h"
#include "intake/client/tidy.h"

namespace parapet::reporter {
namespace {

constexpr std::int32_t kDaysToAnswer = 7;
const std::string kSend = "parapet-report send ";

// What is about to be sealed, beside its words.
struct Sealing {
    const Office& office;
    const keys::ReporterKeys& reporter;
    const Voice& voice;
    std::uint32_t seq;
    seal::Audience audience;
};

// The first line is the name, the rest how to reach the person.
Result<content::Identity> identity_in(const GivenWords& words) {
    if (words.name.empty()) return content::Identity{};
    TRY(const std::string all, read_text(words.name));
    const std::size_t end = all.find('\n');
    content::GivenIdentity given;
    given.name = tidy(all.substr(0, end));
    if (end != std::string::npos) given.contact = tidy(all.substr(end));
    given.known = words.investigators ? content::KnownTo::investigators : content::KnownTo::office;
    if (given.name.empty()) return Error{Code::content_schema, "report.name.first_line"};
    return content::Identity{std::move(given)};
}

template <class Draft>
Status seal_into(const Path& out, Sealing what, Draft draft, const FilesToSeal& files, Random& random) {
    const seal::Place place{verify::Author::reporter, what.office.root.deployment(), what.seq,
                            what.office.roster.hash()};
    std::optional<ProgressLine> line(std::in_place, what.voice, what.voice.say("offline.sealing"));
    TRY(const auto sealed, seal::SealedSubmission::seal(place, std::move(draft), files.files, what.reporter,
                                                        std::move(what.audience), random, &*line));
    line.emplace(what.voice, what.voice.say("report.writing"));
    return write_bundle_file(out, sealed, &*line);
}

Status bring(const Path& path, const std::string& origin, const Voice& voice) {
    const Result<BundleFile> bundle = BundleFile::open(path);
    if (!bundle.ok() && bundle.error().code == Code::io) return bundle.error();
    if (!bundle.ok()) return Error{bundle.error().code, "file.wrong"};
    TRY(service::Client intake, service::Client::to(origin));
    ProgressLine line(voice, voice.say("file.sending"));
    WaitingLine waiting(voice);
    return send_bundle(intake, *bundle, line.callback(), {}, &waiting);
}

// What is not accepted yet stays as a sealed file, and the person learns how to go on.
Status bring_and_forget(const Path& path, const std::string& origin, const Voice& voice) {
    const Status sent = bring(path, origin, voice);
    if (sent.ok()) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        return Done{};
    }
    voice.tell("report.unsent");
    voice.tell_command(kSend + path.string() + " --to " + origin);
    return sent;
}

// A text alone is what a report of misconduct tells.
Result<WrittenAnswers> answers_in(const GivenWords& words, const Voice& voice) {
    if (words.answers) return read_answers_file(words.text, voice);
    TRY(std::string what, read_text(words.text));
    WrittenAnswers out;
    out.form_id = "misconduct";
    out.answers.emplace("what", content::Answer{tidy(what)});
    return out;
}

Status seal_report(const SealRequest& request, const Voice& voice, Random& random) {
    TRY(const Office office, open_from(request.office, voice));
    TRY_(office.roster.accept(request.office.today, 0));
    TRY(const std::set<PersonId> excluded, persons_of(office, request.exclude, voice));
    TRY(content::Identity identity, identity_in(request.words));
    TRY(seal::Audience audience, office.audience(excluded, std::move(identity)));
    show_readers(office, excluded, voice);
    TRY(ReceiptPlace place, ReceiptPlace::open(request.receipt_out));
    TRY(WrittenAnswers written, answers_in(request.words, voice));
    TRY(const FilesToSeal files, open_files(request.words, voice));

    const keys::Receipt receipt = keys::Receipt::generate(random);
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, office.root.deployment());
    content::Report report;
    report.lang = voice.language();
    report.form_id = written.form_id;
    report.form_version = written.form_version;
    report.answers = std::move(written.answers);
    report.exclude = excluded;
    TRY_(seal_into(request.out, {office, reporter, voice, 0, std::move(audience)}, std::move(report), files,
                   random));
    return place.show(receipt, voice);
}

}  // namespace

Status seal_only(const SealRequest& request, const Voice& voice, Random& random) {
    TRY_(seal_report(request, voice, random));
    voice.tell("report.sealed", {{"file", request.out}});
    voice.tell_command(kSend + request.out.string() + " --to http://…");
    return Done{};
}

Status send(const Path& path, const std::string& origin, const Voice& voice) {
    TRY_(bring(path, origin, voice));
    voice.tell("file.sent");
    return Done{};
}

Status report(const SealRequest& request, const Voice& voice, Random& random) {
    TRY_(seal_report(request, voice, random));
    TRY_(bring_and_forget(request.out, request.office.origin, voice));
    voice.tell("case.write.sent");
    voice.tell("case.first", {{"date", request.office.today.plus(kDaysToAnswer).print()}});
    voice.tell("sent.quiet");
    return Done{};
}

Status write(const WriteRequest& request, const Voice& voice, Random& random) {
    TRY(OpenedCase opened, open_case(request.of, voice));
    const Mailbox& mailbox = opened.mailbox;
    TRY_(opened.office.roster.accept(request.of.office.today, 0));
    if (mailbox.removed) return Error{Code::forbidden, "removed.you"};
    if (!mailbox.held) return Error{Code::not_found, "case.nothing.title"};
    TRY(const OutOfCase absent, out_of_case(opened.intake, opened.holder(), mailbox));
    TRY(const bool keep, keeps_recused(absent, request.recused, voice));
    const std::set<PersonId> out = absent.excluded(keep);
    TRY(content::Identity identity, identity_in(request.words));
    TRY(seal::Audience audience, opened.office.audience(out, std::move(identity)));
    show_readers(opened.office, out, voice);

    content::Message message;
    message.lang = voice.language();
    TRY(message.text, read_text(request.words.text));
    if (!mailbox.replies.empty()) message.seen = mailbox.replies.back().env;
    TRY(const FilesToSeal files, open_files(request.words, voice));
    TRY_(seal_into(request.out,
                   {opened.office, opened.reporter, voice, mailbox.next_seq, std::move(audience)},
                   std::move(message), files, random));
    TRY_(bring_and_forget(request.out, request.of.office.origin, voice));
    voice.tell("case.write.sent");
    return Done{};
}

}  // namespace parapet::reporter
