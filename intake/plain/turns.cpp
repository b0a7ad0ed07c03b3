#include "intake/plain/turns.h"

#include <optional>

#include "intake/plain/case_pages.h"
#include "intake/plain/report_pages.h"

namespace parapet::plain {
namespace {

using service::Answer;
using service::Request;

// What is left of "form:advice" behind "form:".
std::optional<std::string> behind(const std::string& whole, std::string_view beginning) {
    if (!whole.starts_with(beginning)) return std::nullopt;
    return whole.substr(beginning.size());
}

std::string choose_form(Turn& turn, const std::string& id) {
    if (turn.gateway.form(id) == nullptr) return start_page(turn);
    turn.draft = {};
    turn.draft.form = id;
    return people_page(turn);
}

std::string start_anew(Turn& turn) {
    turn.draft = {};
    return start_page(turn);
}

std::string to_page(Turn& turn) {
    const std::string& at = turn.came.one("at");
    const std::string& to = turn.came.one("to");
    if (at == "people") return after_people(turn, to);
    if (const auto section = behind(at, "section:")) return after_section(turn, *section, to);
    if (const auto form = behind(to, "form:")) return choose_form(turn, *form);
    if (to == "enter") return enter_page(turn);
    if (to == "case") return case_page(turn);
    if (to == "write") return write_page(turn);
    if (to == "own") return own_page(turn);
    if (to == "shown") return code_once_more_page(turn);
    if (turn.gateway.form(turn.draft.form) == nullptr) return start_anew(turn);
    if (const auto section = behind(to, "open:")) return open_section(turn, *section);
    if (to == "check") return check_page(turn);
    if (to == "code") return code_page(turn);
    if (to == "ask") return ask_page(turn);
    if (to == "send") return send_page(turn);
    return start_anew(turn);
}

Answer answer_to(Gateway& gateway, const Fields& came, const std::vector<Upload>& files) {
    const std::string& to = came.one("to");
    const Catalogue& words = gateway.language(behind(to, "lang:").value_or(came.one("lang")));
    const auto office = gateway.office();
    if (!office.ok()) return Answer::html(closed_page(words, office.error()));
    TRY(Draft draft, Draft::read(came));
    Turn turn{gateway, **office, words, came, files, std::move(draft)};
    return Answer::html(to_page(turn));
}

}  // namespace

Answer first_page(Gateway& gateway, const Request& /*request*/) { return answer_to(gateway, {}, {}); }

Answer next_page(Gateway& gateway, const Request& request) {
    const std::string& type = request.field(service::Field::content_type);
    if (type.starts_with("multipart/form-data")) {
        TRY(const Multipart came, parse_multipart(type, request.body));
        return answer_to(gateway, came.fields, came.files);
    }
    TRY(const Fields came, parse_urlencoded(request.body));
    return answer_to(gateway, came, {});
}

Answer style_sheet_file(Gateway& /*gateway*/, const Request& /*request*/) {
    return Answer::file(view(style_sheet()), "text/css; charset=utf-8");
}

}  // namespace parapet::plain
