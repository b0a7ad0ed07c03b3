#include "intake/cli/commands.h"

#include <algorithm>
#include <cstdio>

#include "crypto/seal/submission.h"
#include "intake/cli/terminal.h"
#include "intake/client/mailbox.h"
#include "intake/client/sending.h"

namespace parapet::reporter {
namespace {

constexpr std::size_t kMostNote = 1 << 20;

Result<Bytes> read_note(const Path& path) {
    TRY(const auto source, FileSource::open(path));
    if (source->size() > kMostNote) return Error{Code::too_large, "a note has at most 1 MiB"};
    Bytes out(static_cast<std::size_t>(source->size()));
    TRY_(source->read(0, out));
    return out;
}

Result<Office> open_from(const OfficeFiles& from) {
    if (from.fingerprint.empty())
        std::fprintf(
            stderr,
            "No fingerprint was given, so nothing says that these are the office's keys. Compare the\n"
            "forty digits of the poster with --fingerprint.\n");
    if (!from.root.empty()) {
        TRY(const Bytes root, read_note(from.root));
        TRY(const Bytes roster, read_note(from.roster));
        return open_office(root, roster, from.fingerprint);
    }
    TRY(service::Client intake, service::Client::to(from.origin));
    TRY(const Bytes bundle, intake.get("/api/deployment"));
    return open_office(bundle, from.fingerprint);
}

// The persons behind public labels. not_found when a label is nobody's.
Result<std::set<PersonId>> persons_of(const Office& office, const std::vector<std::string>& labels) {
    std::set<PersonId> out;
    for (const std::string& label : labels) {
        const auto& members = office.roster.members();
        const auto at = std::ranges::find(members, label, &verify::Member::label);
        if (at == members.end()) return Error{Code::not_found, "nobody in the roster has this label"};
        out.insert(at->person);
    }
    return out;
}

void show_readers(const Office& office, const std::set<PersonId>& excluded) {
    std::printf("Only these people will be able to read it:\n");
    for (const verify::Member* reader : office.readers())
        if (!excluded.contains(reader->person)) std::printf("  %s\n", reader->label.c_str());
    if (office.root.lines().evaluation)
        std::printf("This is a trial system. Do not write anything real here.\n");
}

struct OpenedFiles {
    std::vector<std::unique_ptr<FileSource>> sources;
    std::vector<seal::FileToSeal> files;
};

Result<OpenedFiles> open_files(const std::vector<Path>& paths) {
    OpenedFiles out;
    for (const Path& path : paths) {
        TRY(auto source, FileSource::open(path));
        out.files.push_back({source.get(), path.filename().string(), "application/octet-stream"});
        out.sources.push_back(std::move(source));
    }
    return out;
}

Status write_sealed(const Path& out, const seal::SealedSubmission& sealed) {
    ProgressLine line("writing");
    return write_bundle_file(out, sealed, &line);
}

std::string_view status_in_words(content::PublicStatus status) {
    switch (status) {
        case content::PublicStatus::received:
            return "Received";
        case content::PublicStatus::acknowledged:
            return "Acknowledged";
        case content::PublicStatus::question:
            return "Question for you";
        case content::PublicStatus::review:
            return "Under review";
        case content::PublicStatus::investigators:
            return "With investigators";
        case content::PublicStatus::decision:
            return "Decision to read";
        case content::PublicStatus::suspended:
            return "Suspended";
        case content::PublicStatus::closed:
            return "Closed";
    }
    return "";
}

void show_mailbox(const Mailbox& mailbox, verify::Day today) {
    if (!mailbox.held) {
        std::printf("We hold nothing under this code. Perhaps sending did not finish; it can be repeated.\n");
        return;
    }
    if (mailbox.replies.empty()) std::printf("No answer yet. Your report is with the ethics office.\n");
    for (const CheckedReply& one : mailbox.replies)
        std::printf("\n%s, ethics office: %s\n%s\n", one.author.c_str(),
                    std::string(status_in_words(one.reply.status)).c_str(), one.reply.text.c_str());
    if (!mailbox.gaps.empty()) std::printf("\nA message may have been held back: the numbering has a gap.\n");
    for (const Error& fault : mailbox.refused)
        std::printf("\nOne message did not verify and is not shown (%s).\n",
                    std::string(fault.name()).c_str());
    if (mailbox.replies.empty()) return;
    const verify::Day look_again = mailbox.replies.back().reply.look_again;
    if (look_again < today)
        std::printf("\nWe promised to write by %s, and we have not. That is our fault.\n",
                    look_again.print().c_str());
    else
        std::printf("\nLook again on or after %s.\n", look_again.print().c_str());
}

}  // namespace

Status seal_report(const SealRequest& request, Random& random) {
    TRY(const Office office, open_from(request.office));
    TRY_(office.roster.accept(request.office.today, 0));
    TRY(const std::set<PersonId> excluded, persons_of(office, request.exclude));
    TRY(std::vector<SealKey> recipients, office.recipients(excluded));
    show_readers(office, excluded);
    TRY(std::string what, read_text(request.text));
    TRY(const OpenedFiles files, open_files(request.files));

    const keys::Receipt receipt = keys::Receipt::generate(random);
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, office.root.deployment());
    content::Report report;
    report.lang = "en";
    report.form_id = "report";
    report.answers.emplace("what", content::Answer{std::move(what)});
    report.exclude = excluded;
    const seal::Place place{verify::Author::reporter, office.root.deployment(), 0, office.roster.hash()};
    ProgressLine line("sealing");
    TRY(const auto sealed, seal::SealedSubmission::seal(place, std::move(report), files.files, reporter,
                                                        std::move(recipients), random, &line));
    TRY_(write_sealed(request.out, sealed));
    show_receipt(receipt);
    std::printf("Sealed into %s. It is not sent yet: parapet-report send.\n", request.out.c_str());
    return Done{};
}

Status send(const Path& path, const std::string& origin) {
    TRY(const BundleFile bundle, BundleFile::open(path));
    TRY(service::Client intake, service::Client::to(origin));
    ProgressLine line("sending");
    TRY_(send_bundle(intake, bundle, line.callback()));
    std::printf(
        "Sent. The ethics office answers within 7 days; look with parapet-report status and your code.\n");
    return Done{};
}

Status show_status(const CaseRequest& request) {
    TRY(const Office office, open_from(request.office));
    TRY(const keys::Receipt receipt, ask_receipt(request.receipt_file));
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, office.root.deployment());
    TRY(service::Client intake, service::Client::to(request.office.origin));
    TRY(const Mailbox mailbox, look(intake, {office, reporter}));
    show_mailbox(mailbox, request.office.today);
    return Done{};
}

Status seal_message(const WriteRequest& request, Random& random) {
    TRY(const Office office, open_from(request.of.office));
    TRY(const keys::Receipt receipt, ask_receipt(request.of.receipt_file));
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, office.root.deployment());
    TRY(service::Client intake, service::Client::to(request.of.office.origin));
    const Holder holder{office, reporter};
    TRY(const Mailbox mailbox, look(intake, holder));
    if (!mailbox.held) return Error{Code::not_found, "we hold nothing under this code"};
    TRY(const std::set<PersonId> out, left_out(intake, holder, mailbox));
    TRY(std::vector<SealKey> recipients, office.recipients(out));
    content::Message message;
    message.lang = "en";
    TRY(message.text, read_text(request.text));
    if (!mailbox.replies.empty()) message.seen = mailbox.replies.back().env;
    TRY(const OpenedFiles files, open_files(request.files));
    const seal::Place place{verify::Author::reporter, office.root.deployment(), mailbox.next_seq,
                            office.roster.hash()};
    ProgressLine line("sealing");
    TRY(const auto sealed, seal::SealedSubmission::seal(place, std::move(message), files.files, reporter,
                                                        std::move(recipients), random, &line));
    return write_sealed(request.out, sealed);
}

}  // namespace parapet::reporter
