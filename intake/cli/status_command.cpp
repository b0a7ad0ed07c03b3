#include <cstdio>

#include "intake/cli/commands.h"
#include "intake/cli/office_at_hand.h"
#include "intake/cli/saved_files.h"
#include "intake/cli/sentences.h"
#include "intake/client/filing.h"
#include "intake/client/own.h"

namespace parapet::reporter {
namespace {

void show_reply(const CheckedReply& one) {
    std::printf("\n%s, ethics office: %s\n", printable(one.author).c_str(),
                status_in_words(one.reply.status).c_str());
    std::printf("%s\n", printable(one.reply.text).c_str());
    if (one.reply.due) std::printf("Next date: %s.\n", one.reply.due->print().c_str());
    for (const content::Attachment& file : one.reply.attachments)
        std::printf("File: %s (%llu octets)\n", printable(file.name).c_str(),
                    static_cast<unsigned long long>(file.size));
}

void show_faults(const Mailbox& mailbox) {
    for (const std::uint32_t place : mailbox.gaps)
        std::printf(
            "\nBefore message %u of the office one may have been held back: its number, or the message it\n"
            "follows, does not fit.\n",
            place + 1);
    for (const RefusedReply& one : mailbox.refused)
        std::printf("\nMessage %u is not shown. %s (%s)\n", one.place + 1,
                    wrong_with_reply(one.fault.code).c_str(), std::string(one.fault.name()).c_str());
}

void show_when_to_look(const Mailbox& mailbox, verify::Day today) {
    const verify::Day look_again = mailbox.replies.back().reply.look_again;
    if (look_again < today)
        std::printf("\nWe promised to write by %s, and we have not. That is our fault.\n",
                    look_again.print().c_str());
    else
        std::printf("\nLook again on or after %s.\n", look_again.print().c_str());
}

void show_mailbox(const Mailbox& mailbox, verify::Day today) {
    if (mailbox.replies.empty() && mailbox.refused.empty())
        std::printf("No answer yet. Your report is with the ethics office.\n");
    for (const CheckedReply& one : mailbox.replies) show_reply(one);
    show_faults(mailbox);
    if (!mailbox.replies.empty()) show_when_to_look(mailbox, today);
}

// Every answer on a line of its own, entries of lists set in.
void put_answers(const content::Answers& answers, const std::string& margin, std::string& out);

struct AnswerLines {
    const std::string& question;
    const std::string& margin;
    std::string& out;

    void line(const std::string& said) const { out += margin + question + ": " + said + "\n"; }
    void operator()(const std::string& said) const { line(said); }
    void operator()(bool said) const { line(said ? "yes" : "no"); }
    void operator()(std::int64_t said) const { line(std::to_string(said)); }
    void operator()(const std::vector<std::string>& choices) const {
        std::string all;
        for (const std::string& choice : choices) all += (all.empty() ? "" : ", ") + choice;
        line(all);
    }
    void operator()(const std::vector<content::Answers>& entries) const {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            out += margin + question + " " + std::to_string(i + 1) + ":\n";
            put_answers(entries[i], margin + "  ", out);
        }
    }
};

void put_answers(const content::Answers& answers, const std::string& margin, std::string& out) {
    for (const auto& [question, answer] : answers)
        std::visit(AnswerLines{question, margin, out}, answer.value);
}

std::string words_of(const OwnMessage& own) {
    std::string out;
    if (const auto* message = std::get_if<content::Message>(&own.said)) {
        if (!message->text.empty()) out += message->text + "\n";
        put_answers(message->answers, "", out);
    } else {
        put_answers(std::get<content::Report>(own.said).answers, "", out);
    }
    const auto& files = std::visit(
        [](const auto& said) -> const std::vector<content::Attachment>& { return said.attachments; },
        own.said);
    for (const content::Attachment& file : files) out += "File: " + file.name + "\n";
    return out;
}

Status show_own(service::Client& intake, const Holder& holder, std::uint32_t count) {
    for (std::uint32_t seq = 0; seq < count; ++seq) {
        const Result<OwnMessage> own = own_message(intake, holder, seq);
        if (!own.ok() && own.error().code == Code::not_found) {
            std::printf("\nYour message %u: you took your own access to it away.\n", seq + 1);
            continue;
        }
        if (!own.ok()) return own.error();
        std::printf("\nYou wrote on %s:\n%s", own->day.print().c_str(), printable(words_of(*own)).c_str());
    }
    return Done{};
}

// The log's word, checked here; and, if a place was named, the proof for others.
Status show_filing(service::Client& intake, const Holder& holder, const Mailbox& mailbox, const Path& file) {
    TRY(const std::optional<ProvenFiling> proven, proven_filing(intake, holder, mailbox));
    if (!proven) {
        if (!file.empty())
            return Error{Code::not_found,
                         "The office's acknowledgement, which carries the proof, has not come yet"};
        return Done{};
    }
    std::printf("\nYour report is on the office's log, filed by %s. This was checked here.\n",
                proven->filing.day.print().c_str());
    if (file.empty()) return Done{};
    TRY_(save_proof(file, proven->bundle));
    std::printf("The proof is in %s. Read its first lines.\n", file.c_str());
    return Done{};
}

}  // namespace

Status show_status(const CaseRequest& request) {
    TRY(const Office office, open_from(request.office));
    TRY(const keys::Receipt receipt, ask_receipt(request.receipt_file));
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, office.root.deployment());
    TRY(service::Client intake, service::Client::to(request.office.origin));
    const Holder holder{office, reporter};
    TRY(const Mailbox mailbox, look(intake, holder));
    if (mailbox.removed) {
        say_removed();
        return Done{};
    }
    if (!mailbox.held) {
        std::printf("We hold nothing under this code. Perhaps sending did not finish; it can be repeated.\n");
        return Done{};
    }
    if (request.own) TRY_(show_own(intake, holder, mailbox.next_seq));
    show_mailbox(mailbox, request.office.today);
    TRY_(show_filing(intake, holder, mailbox, request.proof));
    if (!request.files.empty()) TRY_(save_reply_files(intake, holder, mailbox, request.files));
    if (!mailbox.refused.empty()) return Error{mailbox.refused.front().fault};
    return Done{};
}

}  // namespace parapet::reporter
