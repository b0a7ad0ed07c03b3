#include "intake/plain/turn.h"

#include <array>

namespace parapet::plain {

Page begin_page(const Turn& turn, std::string title) {
    Page page(turn.words, std::move(title));
    if (turn.office.root.lines().evaluation) page.trial(turn.say("page.evaluation"));
    return page;
}

std::string finish_page(const Turn& turn, Page& page, const std::string& at) {
    page.hidden("lang", turn.words.language());
    page.hidden("at", at);
    // What was read a moment ago is written again; should it ever not be, the person still gets a page.
    if (!turn.draft.write(page).ok())
        page.text(turn.say("error.other", {{"code", "content-schema"}}), "error");
    if (turn.words.unreviewed()) page.text(turn.say("page.unreviewed"), "help");
    return page.html();
}

std::string say_page(const Turn& turn, std::string title, std::string sentence, const std::string& to,
                     std::string button) {
    Page page = begin_page(turn, std::move(title));
    page.text(std::move(sentence), "careful");
    page.button(std::move(button), to, "first");
    return finish_page(turn, page, "say");
}

std::string fault_in_words(const Catalogue& words, const Error& fault) {
    const std::string own = "enter.error." + std::string(fault.name());
    if (words.knows(own)) return words.say(own);
    static constexpr std::array<std::pair<Code, const char*>, 6> kSaid{{
        {Code::unreachable, "sending.stopped"},
        {Code::unavailable, "sending.stopped"},
        {Code::busy, "error.busy"},
        {Code::storage_full, "sending.full"},
        {Code::expired, "sending.expired"},
        {Code::not_yet_valid, "sending.expired"},
    }};
    for (const auto& [code, sentence] : kSaid)
        if (fault.code == code) return words.say(sentence);
    return words.say("error.other", {{"code", std::string(fault.name())}});
}

std::string refusal_page(const Offered& offered) {
    Page page(offered.languages.front(), offered.languages.front().say("page.title"));
    for (const Catalogue& words : offered.languages)
        page.add({"is_said_in",
                  {{"text", words.say("plain.refused")},
                   {"lang", words.language()},
                   {"dir", words.direction() == reporter::Direction::right_to_left ? "rtl" : "ltr"}},
                  {},
                  {}});
    return page.html();
}

std::string closed_page(const Catalogue& words, const Error& fault) {
    Page page(words, words.say("closed.title"));
    const bool silent = fault.code == Code::unreachable || fault.code == Code::unavailable;
    page.text(words.say(silent ? "closed.offline" : "closed.keys"), "lead");
    page.text(words.say("closed.other"));
    page.button(words.say("closed.again"), "start", "first");
    page.hidden("lang", words.language());
    return page.html();
}

}  // namespace parapet::plain
