#include "intake/plain/messages.h"

#include "intake/client/standing.h"
#include "intake/plain/files.h"
#include "intake/plain/saving.h"

namespace parapet::plain {
namespace {

using content::Attachment;
using reporter::CheckedReply;
using reporter::Mailbox;

void show_warnings(Page& page, const Turn& turn, const Mailbox& mailbox, const Own& own) {
    for (std::size_t i = 0; i < mailbox.gaps.size(); ++i) page.text(turn.say("case.gap"), "careful");
    for (const reporter::RefusedReply& one : mailbox.refused)
        page.text(turn.say("case.bad", {{"code", std::string(one.fault.name())}}), "careful");
    if (own.ok() && has_vanished(mailbox, *own)) page.text(turn.say("case.vanished"), "careful");
}

Block button_of(const Turn& turn, const Attachment& file) {
    Block out{"file", {{"name", file.name}, {"size", size_in_words(turn.words, file.size)}}, {}, {}};
    if (file.size > kLargestSaved) {
        out.texts["help"] = turn.say("plain.reply.large");
    } else {
        out.texts["save"] = turn.say("reply.file.save");
        out.texts["to"] = "file:" + to_hex(file.env);
    }
    return out;
}

}  // namespace

void show_reply(Page& page, const Turn& turn, const CheckedReply& one) {
    const bool question = one.reply.type == content::ReplyType::question;
    Block out{
        "is_message",
        {{"from",
          turn.say("messages.from",
                   {{"label", reporter::named(turn.words, one.roles, one.author).in_words(turn.words)}})},
         {"written", turn.say("case.written", {{"date", one.reply.day.print()}})},
         {"status", question ? turn.say("messages.question")
                             : turn.say("case.status." + std::string(name_of(one.reply.status)))},
         {"text", one.reply.text}},
        {},
        {}};
    if (!one.reply.attachments.empty()) {
        out.texts["files"] = turn.say("reply.files");
        out.texts["careful"] = turn.say("plain.reply.file");
    }
    for (const Attachment& file : one.reply.attachments) out.of.push_back(button_of(turn, file));
    page.add(std::move(out));
}

void show_messages(Page& page, const Turn& turn, const Mailbox& mailbox, const Own& own) {
    show_warnings(page, turn, mailbox, own);
    if (!mailbox.replies.empty()) page.heading(turn.say("messages.all"));
    for (auto at = mailbox.replies.rbegin(); at != mailbox.replies.rend(); ++at) show_reply(page, turn, *at);
}

}  // namespace parapet::plain
