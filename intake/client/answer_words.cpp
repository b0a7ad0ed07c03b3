#include "intake/client/answer_words.h"

namespace parapet::reporter {

std::string option_in_words(const Catalogue& words, const std::string& path, const std::string& option) {
    const std::string own = path + "." + option;
    return words.say(words.knows(own) ? own : "option." + option);
}

std::string options_in_words(const Catalogue& words, const std::string& path, const content::Answer& answer) {
    if (const auto* one = std::get_if<std::string>(&answer.value))
        return one->empty() ? "" : option_in_words(words, path, *one);
    std::string out;
    if (const auto* many = std::get_if<std::vector<std::string>>(&answer.value))
        for (const std::string& option : *many)
            out += (out.empty() ? "" : " · ") + option_in_words(words, path, option);
    return out;
}

std::string entry_in_words(const Catalogue& words, const std::string& path, std::size_t n) {
    return words.say(path + ".one", {{"n", std::to_string(n + 1)}});
}

}  // namespace parapet::reporter
