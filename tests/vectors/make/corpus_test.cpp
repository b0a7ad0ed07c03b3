// Hidden from an ordinary run: `test_vectors "[.corpus]"`, by hand. The inputs that fuzzing starts from are
// those that the vectors accept, and of notes their texts as well.
#include "tests/vectors/make/corpus.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::corpus_test {

// What `in[field]` of every accepted vector of `group` holds.
std::map<std::string, Bytes> accepted(const std::string& group, const std::string& field) {
    std::map<std::string, Bytes> out;
    for (const std::string& name : files_of(group)) {
        const Json vector = Json::parse(read_text(name));
        if (!vector.contains("ok") || !vector.at("in").contains(field)) continue;
        const std::string stem = std::filesystem::path(name).stem().string();
        const Json& value = vector.at("in").at(field);
        if (field == "vkey" || field == "date" || field == "time") {
            const std::string plain = value.get<std::string>();
            out[stem] = Bytes(plain.begin(), plain.end());
        } else {
            out[stem] = bytes_of(value);
        }
    }
    REQUIRE_FALSE(out.empty());
    return out;
}

struct Source {
    const char* target;
    std::vector<std::pair<const char*, const char*>> fields;  // group, field
    bool texts;
};

const std::vector<Source> kSources{
    {"audit_leaf", {{"audit", "note"}}, true},
    {"auth", {{"auth", "note"}}, true},
    {"bundle", {{"bundle", "bundle"}}, false},
    {"checkpoint", {{"checkpoint", "note"}}, true},
    {"filing", {{"filing", "file"}}, false},
    {"header", {{"header", "header"}}, false},
    {"log_file", {{"log-file", "file"}}, false},
    {"note", {{"notes", "note"}}, false},
    {"proof", {{"proof", "inclusion"}, {"proof", "consistency"}}, false},
    {"puzzle", {{"puzzle", "answer"}}, false},
    {"root", {{"root", "root"}}, true},
    {"roster", {{"roster", "roster"}}, true},
    {"submission", {{"submission", "bundle"}}, false},
    {"submit", {{"submit", "note"}}, true},
    {"values", {{"calendar", "date"}, {"calendar", "time"}, {"vkey", "vkey"}, {"enrolment", "note"}}, true},
    {"wrapset", {{"wrapset", "wrapset"}, {"wrapset", "shares"}, {"wrapset", "digests"}}, false},
};

TEST_CASE("what fuzzing starts from is written from the vectors", "[.corpus]") {
    for (const Source& source : kSources) {
        Corpus corpus(source.target);
        for (const auto& [group, field] : source.fields)
            for (const auto& [name, bytes] : accepted(group, field)) {
                if (bytes.size() > 40'000) continue;
                corpus.add(name, bytes);
                const std::string_view note = text(bytes);
                const std::size_t end = note.rfind("\n\n");
                if (source.texts && end != std::string_view::npos)
                    corpus.add(name + "-text", view(note.substr(0, end + 1)));
            }
    }
}

}  // namespace parapet::vectors::corpus_test
