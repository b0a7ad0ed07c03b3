#include "intake/plain/code_pages.h"

#include "crypto/keys/receipt.h"
#include "intake/plain/check_page.h"
#include "intake/plain/digits.h"
#include "intake/plain/send_pages.h"
#include "intake/plain/start_pages.h"

namespace parapet::plain {
namespace {

std::vector<std::string> groups_of(std::string_view code) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i + 4 <= code.size(); i += 4) out.emplace_back(code.substr(i, 4));
    return out;
}

// A field, and the group that is asked in it.
struct AskedGroup {
    const char* field;
    std::size_t n;  // from 0
};

// From the code itself, so that the same page asks for the same two.
std::array<AskedGroup, 2> asked_groups(std::string_view code) {
    return {{{"group.a", static_cast<std::size_t>(code[30] - '0') % 4},
             {"group.b", 4 + static_cast<std::size_t>(code[31] - '0') % 4}}};
}

bool has_code(const Turn& turn) {
    return turn.form() != nullptr && keys::Receipt::read(view(turn.draft.code)).ok() &&
           turn.draft.code.size() == keys::kReceiptDigits;
}

bool is_right(const Turn& turn, const AskedGroup& asked) {
    return latin_digits(turn.came.one(asked.field)) == turn.draft.code.substr(4 * asked.n, 4);
}

void show_code(const Turn& turn, Page& page, std::string_view digits) {
    Block code{"is_code", {{"label", turn.say("code.label")}}, {}, {}};
    for (std::string& group : groups_of(digits))
        code.of.push_back({"group", {{"text", std::move(group)}}, {}, {}});
    page.add(std::move(code));
    page.text(turn.say("code.keep"), "careful");
}

std::string ask_page(const Turn& turn, bool again) {
    Page page = begin_page(turn, turn.say("code.ask.title"));
    page.text(turn.say("code.ask.intro"));
    if (again) page.alert(turn.say("code.ask.wrong"));
    for (const AskedGroup& asked : asked_groups(turn.draft.code)) {
        Block field{"is_short",
                    {{"name", asked.field},
                     {"label", turn.say("code.group", {{"n", std::to_string(asked.n + 1)}})},
                     {"value", turn.came.one(asked.field)},
                     {"size", "5"}},
                    {"digits", "required"},
                    {}};
        if (again && !is_right(turn, asked)) field.texts["fault"] = turn.say("code.ask.wrong");
        page.add(std::move(field));
    }
    page.button(turn.say("tell.next"), "kept", "first");
    page.button(turn.say("code.ask.show"), "code");
    return finish_page(turn, page, "ask");
}

}  // namespace

std::string code_page(Turn& turn) {
    if (turn.form() == nullptr) return start_page(turn);
    if (auto missing = what_is_missing(turn)) return std::move(*missing);
    if (!has_code(turn))
        turn.draft.code = std::string(text(keys::Receipt::generate(turn.gateway.random()).reveal()));
    Page page = begin_page(turn, turn.say("code.title"));
    page.text(turn.say("code.intro"), "lead");
    show_code(turn, page, turn.draft.code);
    page.button(turn.say("code.written"), "ask", "first");
    page.button(turn.say("page.back"), "check");
    return finish_page(turn, page, "code");
}

std::string ask_page(Turn& turn) { return has_code(turn) ? ask_page(turn, false) : code_page(turn); }

std::string after_ask(Turn& turn) {
    if (!has_code(turn)) return code_page(turn);
    for (const AskedGroup& asked : asked_groups(turn.draft.code))
        if (!is_right(turn, asked)) return ask_page(turn, true);
    return files_page(turn);
}

std::string code_once_more_page(Turn& turn) {
    if (turn.draft.opened.empty()) return start_page(turn);
    Page page = begin_page(turn, turn.say("code.title"));
    show_code(turn, page, turn.draft.opened);
    page.button(turn.say("enter.open"), "case", "first");
    return finish_page(turn, page, "shown");
}

}  // namespace parapet::plain
