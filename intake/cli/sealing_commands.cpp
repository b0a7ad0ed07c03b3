#include <cstdio>

#include "crypto/seal/submission.h"
#include "intake/cli/answers_file.h"
#include "intake/cli/commands.h"
#include "intake/cli/files_to_seal.h"
#include "intake/cli/office_at_hand.h"
#include "intake/client/own.h"
#include "intake/client/sending.h"
#include "intake/client/tidy.h"

namespace parapet::reporter {
namespace {

// What is about to be sealed, beside its words.
struct Sealing {
    const Office& office;
    const keys::ReporterKeys& reporter;
    std::uint32_t seq;
    seal::Audience audience;
};

// The first line is the name, the rest how to reach the person.
Result<content::Identity> identity_in(const Words& words) {
    if (words.name.empty()) return content::Identity{};
    TRY(const std::string all, read_text(words.name));
    const std::size_t end = all.find('\n');
    content::GivenIdentity given;
    given.name = tidy(all.substr(0, end));
    if (end != std::string::npos) given.contact = tidy(all.substr(end));
    given.known = words.investigators ? content::KnownTo::investigators : content::KnownTo::office;
    if (given.name.empty()) return Error{Code::content_schema, "a name stands on the first line"};
    return content::Identity{std::move(given)};
}

template <class Draft>
Status seal_into(const Path& out, Sealing what, Draft draft, const FilesToSeal& files, Random& random) {
    const seal::Place place{verify::Author::reporter, what.office.root.deployment(), what.seq,
                            what.office.roster.hash()};
    std::optional<ProgressLine> line("sealing");
    TRY(const auto sealed, seal::SealedSubmission::seal(place, std::move(draft), files.files, what.reporter,
                                                        std::move(what.audience), random, &*line));
    line.emplace("writing");
    return write_bundle_file(out, sealed, &*line);
}

Status bring(const Path& path, const std::string& origin) {
    TRY(const BundleFile bundle, BundleFile::open(path));
    TRY(service::Client intake, service::Client::to(origin));
    ProgressLine line("sending");
    WaitingLine waiting;
    return send_bundle(intake, bundle, line.callback(), {}, &waiting);
}

// What is not accepted yet stays as a sealed file, and the person learns how to go on.
Status bring_and_forget(const Path& path, const std::string& origin) {
    const Status sent = bring(path, origin);
    if (sent.ok()) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        return Done{};
    }
    std::printf("It is sealed but not sent. Nothing is lost; to go on:\n  parapet-report send %s --to %s\n",
                path.c_str(), origin.c_str());
    return sent;
}

void say_sent() {
    std::printf(
        "Sent. The ethics office answers within 7 days; look with parapet-report status and your code.\n");
}

// A text alone is what a report of misconduct tells.
Result<WrittenAnswers> answers_in(const Words& words) {
    if (words.answers) return read_answers_file(words.text);
    TRY(std::string what, read_text(words.text));
    WrittenAnswers out;
    out.form_id = "misconduct";
    out.answers.emplace("what", content::Answer{tidy(what)});
    return out;
}

Status seal_report(const SealRequest& request, Random& random) {
    TRY(const Office office, open_from(request.office));
    TRY_(office.roster.accept(request.office.today, 0));
    TRY(const std::set<PersonId> excluded, persons_of(office, request.exclude));
    TRY(content::Identity identity, identity_in(request.words));
    TRY(seal::Audience audience, office.audience(excluded, std::move(identity)));
    show_readers(office, excluded);
    TRY(ReceiptPlace place, ReceiptPlace::open(request.receipt_out));
    TRY(WrittenAnswers written, answers_in(request.words));
    TRY(const FilesToSeal files, open_files(request.words));

    const keys::Receipt receipt = keys::Receipt::generate(random);
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, office.root.deployment());
    content::Report report;
    report.lang = "en";
    report.form_id = written.form_id;
    report.form_version = written.form_version;
    report.answers = std::move(written.answers);
    report.exclude = excluded;
    TRY_(
        seal_into(request.out, {office, reporter, 0, std::move(audience)}, std::move(report), files, random));
    return place.show(receipt);
}

}  // namespace

Status seal_only(const SealRequest& request, Random& random) {
    TRY_(seal_report(request, random));
    std::printf("Sealed into %s. It is not sent yet: parapet-report send.\n", request.out.c_str());
    return Done{};
}

Status send(const Path& path, const std::string& origin) {
    TRY_(bring(path, origin));
    say_sent();
    return Done{};
}

Status report(const SealRequest& request, Random& random) {
    TRY_(seal_report(request, random));
    TRY_(bring_and_forget(request.out, request.office.origin));
    say_sent();
    return Done{};
}

Status write(const WriteRequest& request, Random& random) {
    TRY(const Office office, open_from(request.of.office));
    TRY_(office.roster.accept(request.of.office.today, 0));
    TRY(const keys::Receipt receipt, ask_receipt(request.of.receipt_file));
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, office.root.deployment());
    TRY(service::Client intake, service::Client::to(request.of.office.origin));
    const Holder holder{office, reporter};
    TRY(const Mailbox mailbox, look(intake, holder));
    if (!mailbox.held) return Error{Code::not_found, "nothing is held under this code"};
    TRY(const std::set<PersonId> out, left_out(intake, holder, mailbox));
    TRY(content::Identity identity, identity_in(request.words));
    TRY(seal::Audience audience, office.audience(out, std::move(identity)));
    show_readers(office, out);

    content::Message message;
    message.lang = "en";
    TRY(message.text, read_text(request.words.text));
    if (!mailbox.replies.empty()) message.seen = mailbox.replies.back().env;
    TRY(const FilesToSeal files, open_files(request.words));
    TRY_(seal_into(request.out, {office, reporter, mailbox.next_seq, std::move(audience)}, std::move(message),
                   files, random));
    TRY_(bring_and_forget(request.out, request.of.office.origin));
    std::printf("Sent.\n");
    return Done{};
}

}  // namespace parapet::reporter
