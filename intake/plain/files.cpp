#include "intake/plain/files.h"

#include <algorithm>
#include <array>

#include "intake/client/file_name.h"
#include "intake/client/inside.h"
#include "intake/client/media_type.h"
#include "intake/client/metadata/clean.h"

namespace parapet::plain {
namespace {

using reporter::Catalogue;

bool is_named_picture(std::string_view type) {
    constexpr std::array<std::string_view, 3> kCleaned{"image/jpeg", "image/png", "image/webp"};
    return std::ranges::find(kCleaned, type) != kCleaned.end();
}

std::string found_in_words(const Catalogue& words, const metadata::Found& found) {
    std::string what;
    for (const auto& one : found.list())
        what += (what.empty() ? "" : ", ") + words.say("found." + std::string(metadata::name_of(one)));
    return what.empty() ? words.say("files.nothing") : words.say("files.found", {{"what", what}});
}

class Choosing {
public:
    Choosing(FileWish wish, const Catalogue& words) : wish_(wish), words_(words) {}

    void take(const Upload& upload) {
        const std::string name = reporter::fitting_name(upload.name);
        if (upload.bytes.empty()) {
            out_.left_out.push_back(words_.say("files.empty", {{"name", name}}));
        } else if (out_.files.size() == kMostFiles) {
            too_many_ = true;
        } else {
            seal(name, upload);
        }
    }
    [[nodiscard]] FilesToSeal chosen() && {
        if (too_many_) out_.left_out.push_back(words_.say("files.many"));
        return std::move(out_);
    }

private:
    void seal(const std::string& name, const Upload& upload) {
        out_.sources.push_back(std::make_unique<MemorySource>(upload.bytes));
        const Source& original = *out_.sources.back();
        const std::string type(reporter::media_type(name));
        const auto cleaned = metadata::clean(original);
        if (cleaned.ok() && cleaned->has_value()) return add_cleaned(name, type, original, **cleaned);
        const char* const wrong = !cleaned.ok()            ? "files.damaged"
                                  : is_named_picture(type) ? "files.misnamed"
                                                           : nullptr;
        if (wrong != nullptr && !wish_.damaged) out_.faults.push_back(name + ": " + words_.say(wrong));
        const std::string inside = "files.inside." + std::string(reporter::inside_of(name));
        add(name, type, original, words_.say(wrong != nullptr ? wrong : inside));
    }
    void add_cleaned(const std::string& name, const std::string& type, const Source& original,
                     const metadata::Cleaned& cleaned) {
        out_.sources.push_back(std::make_unique<metadata::CleanedFile>(original, cleaned.parts));
        add(name, std::string(cleaned.type), *out_.sources.back(), found_in_words(words_, cleaned.found));
        if (!wish_.originals || cleaned.found.list().empty()) return;
        if (out_.files.size() == kMostFiles)
            too_many_ = true;
        else
            add(reporter::name_of_original(name), type, original, {});
    }
    void add(const std::string& name, const std::string& type, const Source& source, std::string told) {
        out_.files.push_back({&source, name, type});
        out_.told.push_back({name, source.size(), std::move(told)});
    }

    FileWish wish_;
    const Catalogue& words_;
    FilesToSeal out_;
    bool too_many_ = false;
};

}  // namespace

FilesToSeal files_to_seal(const std::vector<Upload>& uploads, FileWish wish, const Catalogue& words) {
    Choosing choosing(wish, words);
    for (const Upload& upload : uploads) choosing.take(upload);
    return std::move(choosing).chosen();
}

}  // namespace parapet::plain
