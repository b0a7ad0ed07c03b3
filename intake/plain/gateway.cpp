#include "intake/plain/gateway.h"

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "crypto/content/strict_json.h"
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

Result<std::vector<Catalogue>> read_languages(const std::string& folder) {
    TRY(const Bytes english_json, read_file(folder + "/en.json"));
    TRY(Catalogue english, Catalogue::parse(english_json));
    std::vector<std::string> others;
    std::error_code fault;
    for (const auto& file : std::filesystem::directory_iterator(folder, fault))
        if (file.path().extension() == ".json" && file.path().filename() != "index.json" &&
            file.path().filename() != "en.json")
            others.push_back(file.path());
    std::ranges::sort(others);
    std::vector<Catalogue> out;
    for (const std::string& path : others) {
        TRY(const Bytes json, read_file(path));
        TRY(out.emplace_back(), Catalogue::parse(json, &english));
    }
    out.insert(out.begin(), std::move(english));
    return out;
}

}  // namespace

Result<Offered> read_offered(const std::string& locales, const std::string& forms) {
    Offered out;
    TRY(out.languages, read_languages(locales));
    TRY(const Bytes json, read_file(forms + "/offered.json"));
    TRY(const content::Json offered, content::parse_strict(json));
    try {
        for (const content::Json& one : offered.at("forms")) {
            const std::string id = one.at("id").get<std::string>();
            const std::string version = std::to_string(one.at("version").get<std::uint64_t>());
            TRY(const Bytes form, read_file(forms + "/" + id + "." + version + ".json"));
            TRY(Questionnaire read, Questionnaire::parse(form));
            if (read.id != id) return Error{Code::content_schema, "a form under another form's name"};
            out.forms.emplace(id, std::move(read));
            out.order.push_back(id);
        }
    } catch (const content::Json::exception&) {
        return Error{Code::content_schema, "the list of the forms offered"};
    }
    return out;
}

const Catalogue& Gateway::language(const std::string& code) const {
    const auto at = std::ranges::find(offered_.languages, code, &Catalogue::language);
    return at == offered_.languages.end() ? offered_.languages.front() : *at;
}

const Questionnaire* Gateway::form(const std::string& id) const {
    const auto at = offered_.forms.find(id);
    return at == offered_.forms.end() ? nullptr : &at->second;
}

Result<std::shared_ptr<const Office>> Gateway::office() {
    const std::uint64_t now = clock_().seconds;
    const std::scoped_lock lock(mutex_);
    if (office_ != nullptr && now - asked_at_ < kSecondsBetweenQuestions) return office_;
    TRY(service::Client client, intake());
    TRY(const Bytes bundle, client.get("/api/deployment"));
    TRY(Office office, reporter::open_office(bundle, fingerprint_));
    if (office_ != nullptr && office.roster.lines().version < office_->roster.lines().version)
        return Error{Code::rolled_back, "a roster older than one seen before"};
    office_ = std::make_shared<const Office>(std::move(office));
    asked_at_ = now;
    return office_;
}

}  // namespace parapet::plain
