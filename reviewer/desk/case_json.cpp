#include "reviewer/desk/case_json.h"

#include <nlohmann/json.hpp>

#include "reviewer/cases/public_status.h"

namespace parapet::desk {
namespace {

using Json = nlohmann::ordered_json;
using officer::OpenedMessage;

std::string_view kind_word(verify::Kind kind) {
    switch (kind) {
        case verify::Kind::report:
            return "report";
        case verify::Kind::reply:
            return "reply";
        case verify::Kind::note:
            return "note";
        case verify::Kind::message:
        case verify::Kind::identity:
        case verify::Kind::attachment:
            break;
    }
    return "message";
}

// Nested answers become lines of their own: "acts.2.where".
void add_answers(const content::Answers& answers, const std::string& prefix, Json& out);

struct AnswerLines {
    const std::string& id;
    Json& out;

    void line(const std::string& value) const {
        Json one;
        one["id"] = id;
        one["value"] = value;
        out.push_back(std::move(one));
    }
    void operator()(const std::string& value) const { line(value); }
    void operator()(bool value) const { line(value ? "yes" : "no"); }
    void operator()(std::int64_t value) const { line(std::to_string(value)); }
    void operator()(const std::vector<std::string>& choices) const {
        Json one;
        one["id"] = id;
        one["values"] = choices;
        out.push_back(std::move(one));
    }
    void operator()(const std::vector<content::Answers>& groups) const {
        for (std::size_t i = 0; i < groups.size(); ++i)
            add_answers(groups[i], id + "." + std::to_string(i + 1) + ".", out);
    }
};

void add_answers(const content::Answers& answers, const std::string& prefix, Json& out) {
    for (const auto& [id, answer] : answers) {
        const std::string name = prefix + id;
        std::visit(AnswerLines{name, out}, answer.value);
    }
}

Json attachments_json(const std::vector<content::Attachment>& attachments) {
    Json out = Json::array();
    for (const content::Attachment& attachment : attachments) {
        Json one;
        one["env"] = to_hex(attachment.env);
        one["name"] = attachment.name;
        one["type"] = attachment.type;
        one["size"] = attachment.size;
        out.push_back(std::move(one));
    }
    return out;
}

std::string label_of(const PersonId& person, const officer::Office& office) {
    const auto seats = office.roster().by_person(person);
    return seats.empty() ? "somebody who is not in the roster now" : seats.front()->label;
}

struct ContentLines {
    Json& out;
    const officer::Office& office;

    void operator()(const content::Report& report) const {
        out["lang"] = report.lang;
        out["form"] = report.form_id + "." + std::to_string(report.form_version);
        out["answers"] = Json::array();
        add_answers(report.answers, "", out["answers"]);
        out["excluded"] = Json::array();
        for (const PersonId& person : report.exclude) out["excluded"].push_back(label_of(person, office));
        out["attachments"] = attachments_json(report.attachments);
    }
    void operator()(const content::Message& message) const {
        out["lang"] = message.lang;
        out["text"] = message.text;
        if (!message.answers.empty()) {
            out["answers"] = Json::array();
            add_answers(message.answers, "", out["answers"]);
        }
        out["attachments"] = attachments_json(message.attachments);
    }
    void operator()(const content::Reply& reply) const {
        out["lang"] = reply.lang;
        out["text"] = reply.text;
        out["type"] = content::name_of(reply.type);
        out["status"] = content::name_of(reply.status);
        out["look_again"] = reply.look_again.print();
        if (reply.due) out["due"] = reply.due->print();
        out["attachments"] = attachments_json(reply.attachments);
    }
    void operator()(const content::OfficeNote& note) const {
        out["lang"] = note.lang;
        out["text"] = note.text;
    }
    void operator()(const content::Identity& identity) const {
        out["answers"] = Json::array();
        if (!identity.given) return;
        add_answers({{"name", content::Answer{identity.given->name}},
                     {"contact", content::Answer{identity.given->contact}}},
                    "", out["answers"]);
    }
};

Json message_json(const OpenedMessage& message, const officer::Office& office) {
    Json out;
    out["kind"] = kind_word(message.logged.listed.kind);
    out["seq"] = message.logged.listed.seq;
    out["day"] = message.logged.day.print();
    out["author"] = message.author == verify::Author::reviewer ? message.label : "reporter";
    out["plain"] = message.author == verify::Author::gateway;
    out["attachments"] = Json::array();
    if (message.fault) out["fault"] = code_name(*message.fault);
    if (message.content) std::visit(ContentLines{out, office}, *message.content);
    return out;
}

}  // namespace

std::string case_json(const officer::CaseFile& file, const officer::Office& office) {
    Json out;
    out["case"] = to_hex(file.entry.case_id);
    out["leaf"]["index"] = file.leaf;
    out["leaf"]["size"] = file.log_size;
    out["next_reply"] = file.entry.next_reply;
    out["status"] = file.told();
    out["may_follow"] = Json::array();
    for (const std::string_view word : cases::kPublicStatuses)
        if (cases::may_follow(file.told(), word)) out["may_follow"].push_back(word);
    out["messages"] = Json::array();
    for (const OpenedMessage& message : file.messages)
        out["messages"].push_back(message_json(message, office));
    out["gap"] = file.entry.gap();
    // What a reporter wrote is UTF-8 by the content's own rules; should it not be, it is shown with marks.
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parapet::desk
