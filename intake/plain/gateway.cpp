#include "intake/plain/gateway.h"

#include <algorithm>
#include <filesystem>

#include "crypto/content/fields.h"
#include "intake/client/file_source.h"

namespace parapet::plain {
namespace {

constexpr std::uint64_t kSecondsBetweenQuestions = 60;
constexpr std::uint64_t kMostOctets = 1024 * 1024;

Result<Bytes> read_file(const std::string& path) {
    TRY(const auto source, reporter::FileSource::open(path));
    if (source->size() > kMostOctets) return Error{Code::too_large, "a catalogue or a form of over 1 MiB"};
    Bytes out(static_cast<std::size_t>(source->size()));
    TRY_(source->read(0, out));
    return out;
}

// Every .json of a folder, by name.
Result<std::map<std::string, Bytes>> read_folder(const std::string& folder) {
    std::map<std::string, Bytes> out;
    std::error_code fault;
    for (const auto& file : std::filesystem::directory_iterator(folder, fault)) {
        if (file.path().extension() != ".json") continue;
        TRY(out[file.path().filename()], read_file(file.path()));
    }
    if (fault || out.empty()) return Error{Code::io, "a folder that cannot be read"};
    return out;
}

// English first; the built site has a list of languages beside them.
Result<std::vector<Catalogue>> read_languages(const std::string& folder) {
    TRY(const auto files, read_folder(folder));
    const auto english_json = files.find("en.json");
    if (english_json == files.end()) return Error{Code::content_schema, "no words in English"};
    std::vector<Catalogue> out;
    TRY(out.emplace_back(), Catalogue::parse(english_json->second));
    for (const auto& [name, json] : files) {
        if (name == "en.json" || name == "index.json") continue;
        TRY(Catalogue other, Catalogue::parse(json, &out.front()));
        out.push_back(std::move(other));
    }
    return out;
}

using Ways = std::vector<std::map<std::string, std::string>>;

// intake/forms/ways.json.
Result<Ways> parse_ways(ByteView json) {
    TRY(const content::Json object, content::parse_strict(json));
    TRY(content::Fields fields, content::Fields::of(object));
    TRY(const content::Json* list, fields.take("ways"));
    // Says where this gateway is, on the page with scripts.
    if (fields.has("without_scripts")) {
        TRY_(fields.take("without_scripts"));
    }
    TRY_(fields.finish());
    if (!list->is_array()) return content::kSchemaFault;
    Ways out;
    for (const content::Json& item : *list) {
        if (!item.is_object()) return content::kSchemaFault;
        auto& way = out.emplace_back();
        for (const auto& [language, sentence] : item.items()) {
            TRY(way[language], content::text_of(sentence, 1));
        }
    }
    return out;
}

}  // namespace

Result<Offered> read_offered(const std::string& locales, const std::string& forms) {
    Offered out;
    TRY(out.languages, read_languages(locales));
    TRY(const auto files, read_folder(forms));
    TRY(out.forms, Forms::parse(files));
    if (const auto ways = files.find("ways.json"); ways != files.end()) {
        TRY(out.ways, parse_ways(ways->second));
    }
    return out;
}

const Catalogue& Gateway::language(const std::string& code) const {
    const auto at = std::ranges::find(offered_.languages, code, &Catalogue::language);
    return at == offered_.languages.end() ? offered_.languages.front() : *at;
}

std::vector<std::string> Gateway::ways(const Catalogue& words) const {
    std::vector<std::string> out;
    for (const auto& way : offered_.ways) {
        const auto said = way.find(words.language());
        const auto english = way.find("en");
        if (said != way.end() || english != way.end())
            out.push_back(said != way.end() ? said->second : english->second);
    }
    return out;
}

Result<std::shared_ptr<const Office>> Gateway::office() {
    const std::uint64_t now = clock_().seconds;
    const std::scoped_lock lock(mutex_);
    if (office_ != nullptr && now - asked_at_ < kSecondsBetweenQuestions) return office_;
    TRY(service::Client client, intake());
    const Result<Bytes> bundle = client.get("/api/deployment");
    // While intake starts anew, people go on writing to the office they began with; sending asks again.
    if (!bundle.ok() && office_ != nullptr) return office_;
    if (!bundle.ok()) return bundle.error();
    TRY(Office office, reporter::open_office(*bundle, fingerprint_));
    if (office_ != nullptr && office.roster.lines().version < office_->roster.lines().version)
        return Error{Code::rolled_back, "a roster older than one seen before"};
    office_ = std::make_shared<const Office>(std::move(office));
    asked_at_ = now;
    return office_;
}

}  // namespace parapet::plain
