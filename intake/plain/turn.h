// One request of a person, and the page that answers it. Every page is one form; the button says where to
// ("to"), a hidden field where it was ("at"), and the draft goes along.
#pragma once

#include "intake/plain/draft.h"
#include "intake/plain/gateway.h"
#include "intake/plain/multipart.h"

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
};

// With the office's trial sign, where it is one.
[[nodiscard]] Page begin_page(const Turn& turn, std::string title);

// The page, with what goes along. A draft that cannot be written (a text that is no UTF-8) starts anew.
[[nodiscard]] std::string finish_page(const Turn& turn, Page& page, const std::string& at);

// A page that says one sentence, keeps the draft and leads on.
[[nodiscard]] std::string say_page(const Turn& turn, std::string title, std::string sentence,
                                   const std::string& to, std::string button);

// In the words of the page, for an error that a person can do something about.
[[nodiscard]] std::string fault_in_words(const Catalogue& words, const Error& fault);

// What a browser shows where the server itself refused: too large, too many at once. In every language,
// because nothing of the request was looked at.
[[nodiscard]] std::string refusal_page(const Offered& offered);

// Where nothing can be checked or reached: no form, and the other ways.
[[nodiscard]] std::string closed_page(const Catalogue& words, const Error& fault);

}  // namespace parapet::plain
