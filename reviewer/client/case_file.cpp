#include "reviewer/client/case_file.h"

#include <algorithm>

namespace parapet::officer {
namespace {

const std::vector<content::Attachment>* attachments_of(const OpenedMessage& message) {
    if (!message.content) return nullptr;
    if (const auto* report = std::get_if<content::Report>(&*message.content)) return &report->attachments;
    if (const auto* later = std::get_if<content::Message>(&*message.content)) return &later->attachments;
    if (const auto* reply = std::get_if<content::Reply>(&*message.content)) return &reply->attachments;
    return nullptr;
}

}  // namespace

const OpenedMessage* CaseFile::report() const {
    const auto found = std::ranges::find_if(messages, [](const OpenedMessage& message) {
        return message.content && std::holds_alternative<content::Report>(*message.content);
    });
    return found == messages.end() ? nullptr : &*found;
}

const OpenedMessage* CaseFile::last_reply() const {
    const OpenedMessage* last = nullptr;
    for (const OpenedMessage& message : messages)
        if (message.content && std::holds_alternative<content::Reply>(*message.content) &&
            (last == nullptr || last->logged.listed.seq < message.logged.listed.seq))
            last = &message;
    return last;
}

std::string_view CaseFile::told() const {
    const OpenedMessage* last = last_reply();
    const auto status =
        last == nullptr ? content::PublicStatus::received : std::get<content::Reply>(*last->content).status;
    return content::name_of(status);
}

Result<const content::Attachment*> CaseFile::attachment(const EnvelopeId& env) const {
    for (const OpenedMessage& message : messages) {
        const auto* list = attachments_of(message);
        if (list == nullptr) continue;
        const auto found = std::ranges::find(*list, env, &content::Attachment::env);
        if (found != list->end()) return &*found;
    }
    return Error{Code::not_found, "no message of this case names that file"};
}

Result<Colleagues> colleagues(const CaseFile& file, const Office& office, const RecipientId& me) {
    const OpenedMessage* report = file.report();
    if (report == nullptr) return Error{Code::not_found, "the report has not been read"};
    Colleagues out;
    bool met = false;
    for (const verify::WrapDigest& entry : report->digests.entries) {
        const verify::Member* member = office.roster().by_rid(entry.rid);
        if (member == nullptr || !member->may_read()) continue;
        if (file.entry.recused.contains(member->person)) {
            out.recused.insert(member->person);
            continue;
        }
        met = met || entry.rid == me;
        out.keys.push_back(member->seal_key);
    }
    if (!met) return Error{Code::not_a_recipient, "this officer is not of the case's team"};
    return out;
}

}  // namespace parapet::officer
