#include "intake/plain/turns.h"

#include <algorithm>
#include <optional>

#include "intake/plain/adding_pages.h"
#include "intake/plain/case_pages.h"
#include "intake/plain/check_page.h"
#include "intake/plain/code_pages.h"
#include "intake/plain/decision_page.h"
#include "intake/plain/enter_page.h"
#include "intake/plain/help_page.h"
#include "intake/plain/recused.h"
#include "intake/plain/remove_pages.h"
#include "intake/plain/saving.h"
#include "intake/plain/sealed_page.h"
#include "intake/plain/section_pages.h"
#include "intake/plain/send_pages.h"
#include "intake/plain/start_pages.h"

namespace parapet::plain {
namespace {

using Show = std::string (*)(Turn&);

// Pages by their name ("at"), which is also what a button to them says ("to").
struct NamedPage {
    std::string_view name;
    Show show;
};
constexpr std::array kPages{
    NamedPage{"start", start_page},     NamedPage{"people", people_page},
    NamedPage{"code", code_page},       NamedPage{"ask", ask_page},
    NamedPage{"files", files_page},     NamedPage{"sent", sent_page},
    NamedPage{"enter", enter_page},     NamedPage{"case", case_page},
    NamedPage{"more", more_page},       NamedPage{"own", own_page},
    NamedPage{"choices", choices_page}, NamedPage{"shown", code_once_more_page},
    NamedPage{"talk", talk_page},       NamedPage{"about", about_page},
    NamedPage{"remove", remove_page},   NamedPage{"surely", surely_page},
    NamedPage{"sealed", sealed_page},   NamedPage{"decision", decision_page},
    NamedPage{"help", help_page},       NamedPage{"held", held_page},
    NamedPage{"nothing", case_page},  // the code is asked about anew
};

// What is left of "form:advice" behind "form:".
std::optional<std::string> behind(const std::string& whole, std::string_view beginning) {
    if (!whole.starts_with(beginning)) return std::nullopt;
    return whole.substr(beginning.size());
}

std::string show(Turn& turn, const std::string& name) {
    if (const auto section = behind(name, "section:")) return section_page(turn, *section);
    if (const auto section = behind(name, "adding:")) return adding_page(turn, *section);
    if (name == "check") return turn.form() == nullptr ? start_page(turn) : check_page(turn);
    const auto at = std::ranges::find(kPages, name, &NamedPage::name);
    return at == kPages.end() ? start_page(turn) : at->show(turn);
}

// What stood in the fields of the page that came back goes into the draft.
void take(Turn& turn, const std::string& at) {
    if (at == "people") take_people(turn);
    if (at == "enter") take_code(turn);
    if (at == "case") take_message(turn);
    take_recusal(turn);
    for (const char* beginning : {"section:", "adding:"})
        if (const auto section = behind(at, beginning)) take_section(turn, *section);
}

std::string to_page(Turn& turn, const std::string& at, const std::string& to) {
    if (to.starts_with("lang:")) return show(turn, at);
    if (to == "help") return at == "help" ? help_page(turn) : help_page(turn, at);
    if (at == "help" && to == "back") return show(turn, way_back_of(turn));
    if (const auto form = behind(to, "form:")) return choose_form(turn, *form);
    if (const auto section = behind(at, "section:")) return after_section(turn, *section, to);
    if (const auto section = behind(at, "adding:")) return after_adding(turn, *section, to);
    if (at == "people" && to == "next" && turn.form() != nullptr) return after_people(turn);
    if (to == "kept") return after_ask(turn);
    if (to == "send") return send_page(turn);
    if (to == "write") return write_page(turn);
    if (const auto decision = behind(to, "read:")) return say_it_was_read(turn, *decision);
    if (to == "send-sealed") return send_sealed_page(turn);
    if (to == "take-away") return at == "surely" ? take_access_away(turn) : case_page(turn);
    return show(turn, to);
}

service::Answer go_on(Turn& turn) {
    const std::string& at = turn.came.one("at");
    const std::string& to = turn.came.one("to");
    take(turn, at);
    if (const auto file = behind(to, "file:")) return save_reply_file(turn, *file);
    if (to == "proof") return save_proof(turn);
    return even_answer(to_page(turn, at, to));
}

service::Answer answer_to(Gateway& gateway, const Fields& came, const std::vector<Upload>& files) {
    const Catalogue& words = gateway.language(behind(came.one("to"), "lang:").value_or(came.one("lang")));
    const auto office = gateway.office();
    if (!office.ok()) return service::Answer::html(closed_page(gateway, words, office.error(), came));
    Result<Draft> draft = Draft::read(came);
    if (!draft.ok()) return service::Answer::html(torn_page(gateway.offered()));
    Turn turn{gateway, **office, words, came, files, std::move(*draft)};
    return go_on(turn);
}

}  // namespace

service::Answer first_page(Gateway& gateway, const service::Request& /*request*/) {
    return answer_to(gateway, {}, {});
}

service::Answer next_page(Gateway& gateway, const service::Request& request) {
    const std::string& type = request.field(service::Field::content_type);
    if (type.starts_with("multipart/form-data")) {
        const Result<Multipart> came = parse_multipart(type, request.body);
        if (!came.ok()) return service::Answer::html(torn_page(gateway.offered()));
        return answer_to(gateway, came->fields, came->files);
    }
    const Result<Fields> came = parse_urlencoded(request.body);
    if (!came.ok()) return service::Answer::html(torn_page(gateway.offered()));
    return answer_to(gateway, *came, {});
}

service::Answer form_not_taken(Gateway& gateway, const service::Request& request, ByteView beginning,
                               Error why) {
    const Result<Fields> came = fields_before_files(request.field(service::Field::content_type), beginning);
    if (!came.ok()) return why;
    const auto office = gateway.office();
    if (!office.ok()) return why;
    Result<Draft> draft = Draft::read(*came);
    if (!draft.ok()) return why;
    const std::vector<Upload> no_files;
    Turn turn{gateway, **office, gateway.language(came->one("lang")), *came, no_files, std::move(*draft)};
    take(turn, came->one("at"));
    return service::Answer::refusal(why, kept_page(turn, why, came->one("at")));
}

service::Answer style_sheet_file(Gateway& /*gateway*/, const service::Request& /*request*/) {
    return service::Answer::file(view(style_sheet()), "text/css; charset=utf-8");
}

}  // namespace parapet::plain
