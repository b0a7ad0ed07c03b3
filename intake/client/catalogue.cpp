#include "intake/client/catalogue.h"

#include <algorithm>
#include <set>

#include "crypto/content/fields.h"
#include "intake/client/plural.h"

namespace parapet::reporter {
namespace {

using content::Fields;
using content::Json;
using content::kSchemaFault;

Result<Words> take_words(Fields& fields) {
    TRY(const Json* strings, fields.take("strings"));
    if (!strings->is_object()) return kSchemaFault;
    Words out;
    for (const auto& [name, value] : strings->items()) {
        TRY(std::string sentence, content::text_of(value, 1));
        out.emplace(name, std::move(sentence));
    }
    return out;
}

// Those that stand as they stood when they were reviewed: who changes a sentence takes its mark's force.
Result<std::set<std::string>> take_reviewed(Fields& fields, const Words& words) {
    TRY(const Json* marks, fields.take("reviewed"));
    if (!marks->is_array()) return kSchemaFault;
    std::set<std::string> out;
    for (const Json& item : *marks) {
        TRY(Fields mark, Fields::of(item));
        TRY(std::string name, mark.text("name", 1));
        TRY(const std::string sentence, mark.text("sentence", 1));
        TRY_(mark.text("reviewed_by", 4, 64));
        TRY_(mark.day("reviewed_at"));
        TRY_(mark.finish());
        const auto at = words.find(name);
        if (at != words.end() && at->second == sentence) out.insert(std::move(name));
    }
    return out;
}

bool is_key(std::string_view in) {
    return !in.empty() && std::ranges::all_of(in, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

}  // namespace

Result<Catalogue> Catalogue::parse(ByteView json, const Catalogue* fallback) {
    TRY(const Json object, content::parse_strict(json));
    TRY(Fields fields, Fields::of(object));
    Catalogue out;
    TRY(out.language_, fields.text("language", 2, 8));
    if (!content::is_language(out.language_)) return kSchemaFault;
    TRY(const std::string direction, fields.text("direction", 3, 3));
    if (direction != "ltr" && direction != "rtl") return kSchemaFault;
    out.direction_ = direction == "rtl" ? Direction::right_to_left : Direction::left_to_right;
    TRY(out.name_, fields.text("name", 1, 64));
    TRY(out.words_, take_words(fields));
    TRY(const auto reviewed, take_reviewed(fields, out.words_));
    TRY_(fields.finish());
    if (fallback != nullptr) out.words_.insert(fallback->words_.begin(), fallback->words_.end());
    out.unreviewed_ = out.language_ != "en" && std::ranges::any_of(out.words_, [&](const auto& word) {
                          return !reviewed.contains(word.first);
                      });
    return out;
}

std::string Catalogue::say(std::string_view name, const Words& values) const {
    const auto at = words_.find(name);
    std::string_view rest = at == words_.end() ? name : std::string_view(at->second);
    std::string out;
    for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        out += rest.substr(0, open);
        rest.remove_prefix(open);
        const std::size_t close = rest.find('}');
        const std::string_view key =
            close == std::string_view::npos ? std::string_view() : rest.substr(1, close - 1);
        if (is_key(key)) {
            if (const auto value = values.find(key); value != values.end()) out += value->second;
            rest.remove_prefix(close + 1);
        } else {
            out += '{';
            rest.remove_prefix(1);
        }
    }
    return out.append(rest);
}

std::string Catalogue::say_count(std::string_view name, std::uint64_t n, Words values) const {
    values["n"] = std::to_string(n);
    const std::string stem = std::string(name) + ".";
    const std::string form = stem + std::string(plural_form(language_, n));
    return say(knows(form) ? form : stem + "other", values);
}

std::string size_in_words(const Catalogue& words, std::uint64_t octets) {
    if (octets < 1024) return words.say("size.bytes", {{"n", std::to_string(octets)}});
    if (octets < 1024 * 1024) return words.say("size.kib", {{"n", std::to_string((octets + 512) / 1024)}});
    const std::uint64_t tenths = (octets * 10 + 512 * 1024) / (1024 * 1024);
    return words.say("size.mib", {{"n", std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)}});
}

}  // namespace parapet::reporter
