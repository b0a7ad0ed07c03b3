// A questionnaire as the office wrote it (intake/forms/README.md): what is asked, in which order, under which
// condition. Its words are in the catalogues, named by its ids.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "crypto/content/content.h"

namespace parapet::reporter {

// What stands in the fields, by question: a text, the options ticked, or a list's entries.
using Values = content::Answers;

// Met when the answer to `question`, beside this one, is or contains one of `is`.
struct Condition {
    std::string question;
    std::vector<std::string> is;
};

struct Question;

struct TextField {
    bool many_lines = false;
    std::uint64_t max_bytes = 0;
};
struct ChoiceField {
    bool many = false;
    std::vector<std::string> options;
    std::optional<std::string> preset;
    std::optional<std::string> alone;  // an option of many that stands without the others
};
struct DateField {};  // a year, a month or a day: 2026, 2026-03, 2026-03-14
struct ListField {
    std::uint64_t most = 0;
    std::vector<Question> of;
};
struct NoticeField {};  // says something; nothing to answer

struct Question {
    std::string id;
    std::optional<Condition> when;
    bool required = false;
    bool into_identity = false;  // goes into the identity object, never into the answers
    std::variant<NoticeField, TextField, ChoiceField, DateField, ListField> field;
};

// Before the first sending, whenever the person likes, or as a choice of who holds a code.
enum class Part : std::uint8_t { first, later, after };
// When a choice is offered: from 45 days of silence past a promised day, or once a decision is there.
enum class Offer : std::uint8_t { always, long_silence, decision };

struct Section {
    std::string id;
    Part part = Part::first;
    Offer offer = Offer::always;
    bool to_alternates = false;  // sealed past the case team
    std::optional<Condition> when;
    std::vector<Question> questions;
};

// Which questionnaire, by what it is filed under: "misconduct.1".
struct FormName {
    std::string id;
    std::uint64_t version = 1;
    [[nodiscard]] std::string print() const { return id + "." + std::to_string(version); }
};

struct Questionnaire {
    std::string id;
    std::uint64_t version = 1;
    std::optional<FormName> after;  // what may be decided once a case is there
    std::vector<Section> sections;

    [[nodiscard]] FormName name() const { return {id, version}; }
    // content_schema when it is not what intake/forms/schema.json allows, when an id stands twice, or when a
    // condition or a preset names what is not there.
    [[nodiscard]] static Result<Questionnaire> parse(ByteView json);
};

[[nodiscard]] bool met(const std::optional<Condition>& condition, const Values& values);

}  // namespace parapet::reporter
