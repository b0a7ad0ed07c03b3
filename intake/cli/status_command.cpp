#include <cstdio>

#include "intake/cli/commands.h"
#include "intake/cli/office_at_hand.h"
#include "intake/cli/sentences.h"
#include "intake/client/own.h"

namespace parapet::reporter {
namespace {

void show_reply(const CheckedReply& one) {
    std::printf("\n%s, ethics office: %s\n", printable(one.author).c_str(),
                status_in_words(one.reply.status).c_str());
    std::printf("%s\n", printable(one.reply.text).c_str());
    if (one.reply.due) std::printf("We would like to hear from you by %s.\n", one.reply.due->print().c_str());
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

std::string words_of(const OwnMessage& own) {
    if (const auto* message = std::get_if<content::Message>(&own.said)) return message->text;
    const auto& answers = std::get<content::Report>(own.said).answers;
    std::string out;
    for (const auto& [question, answer] : answers)
        if (const auto* said = std::get_if<std::string>(&answer.value)) out += question + ": " + *said + "\n";
    return out;
}

std::size_t files_of(const OwnMessage& own) {
    return std::visit([](const auto& said) { return said.attachments.size(); }, own.said);
}

Status show_own(service::Client& intake, const Holder& holder, std::uint32_t count) {
    for (std::uint32_t seq = 0; seq < count; ++seq) {
        const Result<OwnMessage> own = own_message(intake, holder, seq);
        if (!own.ok() && own.error().code == Code::not_found) {
            std::printf("\nYour message %u: you took your own access to it away.\n", seq + 1);
            continue;
        }
        if (!own.ok()) return own.error();
        std::printf("\nYou wrote on %s, with %zu files:\n%s\n", own->day.print().c_str(), files_of(*own),
                    printable(words_of(*own)).c_str());
    }
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
    if (!mailbox.held) {
        std::printf("We hold nothing under this code. Perhaps sending did not finish; it can be repeated.\n");
        return Done{};
    }
    if (request.own) TRY_(show_own(intake, holder, mailbox.next_seq));
    show_mailbox(mailbox, request.office.today);
    if (!mailbox.refused.empty()) return Error{mailbox.refused.front().fault};
    return Done{};
}

}  // namespace parapet::reporter
