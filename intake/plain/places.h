// Where a question stands: what its words and its field are called.
#pragma once

#include <array>

#include "intake/client/answer_words.h"
#include "intake/plain/questions.h"

namespace parapet::plain {

inline constexpr const char* kOnThePage = "asked";  // hidden: the fields that were shown
inline constexpr std::array<const char*, 3> kDateEnds{".y", ".m", ".d"};

struct Spot {
    std::string words;  // "form.misconduct.persons"
    std::string field;  // "q.persons"
    [[nodiscard]] Spot inner(const Question& question) const {
        return {words + "." + question.id, field + "." + question.id};
    }
    [[nodiscard]] Spot entry(std::size_t n) const { return {words, field + "." + std::to_string(n)}; }
};

[[nodiscard]] inline Spot top_of(const Asked& asked) { return {"form." + asked.form.id, "q"}; }
[[nodiscard]] inline std::string field_of(const std::string& place) { return "q." + place; }

// Year, month, day of what stands in a date; the rest empty.
[[nodiscard]] std::array<std::string, 3> date_parts(const std::string& date);

// A place of reporter::FaultAt, "acts.1.when": "Act 2: When was it?".
[[nodiscard]] std::string place_in_words(const Asked& asked, const std::string& place);
[[nodiscard]] std::string first_input_of(const Asked& asked, const std::string& place);
[[nodiscard]] std::string fault_in_words(const Asked& asked, const FaultAt& fault);

}  // namespace parapet::plain
