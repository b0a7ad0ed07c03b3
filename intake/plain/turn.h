// One request of a person, and the page that answers it. Every page is one form; the button says where to
// ("to"), a hidden field where it was ("at"), and the draft goes along.
#pragma once

#include "intake/plain/draft.h"
#include "intake/plain/gateway.h"
#include "intake/plain/multipart.h"
#include "service/http/answer.h"

namespace parapet::plain {

struct Turn {
    Gateway& gateway;
    const Office& office;
    const Catalogue& words;
    const Fields& came;
    const std::vector<Upload>& files;
    Draft draft;

    [[nodiscard]] std::string say(std::string_view name, const reporter::Words& values = {}) const {
        return words.say(name, values);
    }
    // The questionnaire that is answered; none when no form was chosen, or the office has it no longer.
    [[nodiscard]] const Questionnaire* form() const { return gateway.forms().find(draft.form); }
};

// With the languages there are, and the office's trial sign, where it is one.
[[nodiscard]] Page begin_page(const Turn& turn, std::string title);

// The page, with what goes along. `at` names it: a table in turns.cpp finds it again.
[[nodiscard]] std::string finish_page(const Turn& turn, Page& page, const std::string& at);

// Of a page's length no more is seen on the line than its step: a code that holds nothing, one without an
// answer and one with an answer look alike.
[[nodiscard]] service::Answer even_answer(std::string html);

// In the words of the page, for an error that a person can do something about.
[[nodiscard]] std::string error_in_words(const Catalogue& words, const Error& fault);

// What a browser shows where the server itself refused: too large, too many at once. In every language,
// because nothing of the request was looked at.
[[nodiscard]] std::string refusal_page(const Offered& offered);

// Where a page came back without all that was on it.
[[nodiscard]] std::string torn_page(const Offered& offered);

// Where a form was not taken because of its files: what it said stands in this page, and the button leads
// back to where it was.
[[nodiscard]] std::string kept_page(const Turn& turn, const Error& why, const std::string& at);

// Where nothing can be checked or reached: no form, and the other ways, in the language that is chosen. The
// button sends the same again.
[[nodiscard]] std::string closed_page(const Gateway& gateway, const Catalogue& words, const Error& fault,
                                      const Fields& came);

}  // namespace parapet::plain
