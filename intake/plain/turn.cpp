#include "intake/plain/turn.h"

#include <algorithm>
#include <array>

namespace parapet::plain {
namespace {

constexpr const char* kWish = "wish";  // of the button that found nothing open

std::string in_every_language(const Offered& offered, const char* sentence) {
    Page page(offered.languages.front(), offered.languages.front().say("page.title"));
    for (const Catalogue& words : offered.languages)
        page.add({"is_said_in",
                  {{"text", words.say(sentence)},
                   {"lang", words.language()},
                   {"dir", words.direction() == reporter::Direction::right_to_left ? "rtl" : "ltr"}},
                  {},
                  {}});
    return page.html();
}

void show_languages(Page& page, const Gateway& gateway) {
    for (const Catalogue& other : gateway.offered().languages)
        if (other.language() != page.words().language()) page.language(other);
}

}  // namespace

Page begin_page(const Turn& turn, std::string title) {
    Page page(turn.words, std::move(title));
    if (turn.office.root.lines().evaluation) page.trial(turn.say("page.evaluation"));
    page.help(turn.say("help.title"));
    show_languages(page, turn.gateway);
    return page;
}

std::string finish_page(const Turn& turn, Page& page, const std::string& at) {
    page.hidden("lang", turn.words.language());
    page.hidden("at", at);
    turn.draft.write(page);
    return page.html();
}

service::Answer even_answer(std::string html) {
    constexpr std::size_t kStep = std::size_t{16} * 1024;
    html.append((kStep - html.size() % kStep) % kStep, '\n');
    return service::Answer::html(html);
}

std::string error_in_words(const Catalogue& words, const Error& fault) {
    const std::string own = "enter.error." + std::string(fault.name());
    if (words.knows(own)) return words.say(own);
    static constexpr std::array kSaid{
        std::pair{Code::unreachable, "sending.stopped"},
        std::pair{Code::unavailable, "sending.stopped"},
        std::pair{Code::busy, "error.busy"},
        std::pair{Code::wait, "busy.plain"},
        std::pair{Code::puzzle, "busy.plain"},
        std::pair{Code::storage_full, "sending.full"},
        std::pair{Code::expired, "sending.expired"},
        std::pair{Code::unknown_roster, "sending.expired"},
        std::pair{Code::not_yet_valid, "closed.keys"},
        std::pair{Code::bad_challenge, "error.challenge"},
        std::pair{Code::challenge_expired, "error.challenge"},
        std::pair{Code::challenge_used, "error.challenge"},
        std::pair{Code::duplicate, "tabs.changed"},
        std::pair{Code::too_large, "tell.long"},
        std::pair{Code::not_a_recipient, "choices.nobody_else"},
    };
    const auto at = std::ranges::find(kSaid, fault.code, [](const auto& one) { return one.first; });
    if (at != kSaid.end()) return words.say(at->second);
    return words.say("error.other", {{"code", std::string(fault.name())}});
}

std::string refusal_page(const Offered& offered) { return in_every_language(offered, "plain.refused"); }
std::string torn_page(const Offered& offered) { return in_every_language(offered, "plain.torn"); }

std::string kept_page(const Turn& turn, const Error& why, const std::string& at) {
    Page page(turn.words, turn.say("sending.stopped.title"));
    page.alert(turn.say(why.code == Code::too_large ? "plain.files.large" : "busy.plain"));
    page.text(turn.say("plain.files.again"), "careful");
    page.button(turn.say("sending.again"), at, "first");
    return finish_page(turn, page, "kept");
}

std::string closed_page(const Gateway& gateway, const Catalogue& words, const Error& fault,
                        const Fields& came) {
    Page page(words, words.say("closed.title"));
    show_languages(page, gateway);
    const bool silent = fault.code == Code::unreachable || fault.code == Code::unavailable;
    page.text(words.say(silent ? "closed.offline" : "closed.keys"), "lead");
    page.text(words.say("closed.other"));
    page.list(gateway.ways(words));
    // Another language is no other wish; where it was the only one, the page is wished for in it.
    std::string wish = came.one("to");
    if (wish.starts_with("lang:") && came.has(kWish)) wish = came.one(kWish);
    if (wish.starts_with("lang:")) wish = "lang:" + words.language();
    page.button(words.say("closed.again"), wish, "first");
    for (const auto& [name, values] : came.list())
        for (const std::string& value : values)
            if (name != "to" && name != "lang" && name != kWish) page.hidden(name, value);
    page.hidden(kWish, wish);
    page.hidden("lang", words.language());
    return page.html();
}

}  // namespace parapet::plain
