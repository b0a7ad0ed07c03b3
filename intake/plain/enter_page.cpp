#include "intake/plain/enter_page.h"

#include "intake/plain/digits.h"

namespace parapet::plain {

std::string enter_page(Turn& turn) { return enter_page(turn, {}); }

std::string enter_page(Turn& turn, const std::string& fault) {
    Page page = begin_page(turn, turn.say("enter.title"));
    Block code{"is_short",
               {{"label", turn.say("plain.code")},
                {"name", "typed"},
                {"help", turn.say("enter.intro")},
                {"value", turn.came.has("typed") ? turn.came.one("typed")
                          : fault.empty()        ? ""
                                                 : turn.draft.opened}},
               {"digits", "required"},
               {}};
    if (!fault.empty()) {
        page.alert(fault);
        code.texts["fault"] = fault;
    }
    page.add(std::move(code));
    page.button(turn.say("enter.open"), "case", "first");
    page.button(turn.say("page.back"), "start");
    return finish_page(turn, page, "enter");
}

// A case and a message begun in another one have nothing to do with each other.
void take_code(Turn& turn) {
    std::string typed = with_latin_digits(turn.came.one("typed"));
    if (typed == turn.draft.opened) return;
    turn.draft.opened = std::move(typed);
    turn.draft.forget_additions();
}

}  // namespace parapet::plain
