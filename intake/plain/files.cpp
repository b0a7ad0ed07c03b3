#include "intake/plain/files.h"

#include <algorithm>
#include <array>

#include "intake/client/media_type.h"
#include "intake/client/metadata/clean.h"

namespace parapet::plain {
namespace {

bool is_named_picture(std::string_view type) {
    constexpr std::array<std::string_view, 3> kCleaned{"image/jpeg", "image/png", "image/webp"};
    return std::ranges::find(kCleaned, type) != kCleaned.end();
}

std::string size_in_words(const reporter::Catalogue& words, std::uint64_t octets) {
    if (octets < 1024) return words.say("size.bytes", {{"n", std::to_string(octets)}});
    if (octets < 1024 * 1024) return words.say("size.kib", {{"n", std::to_string(octets / 1024)}});
    return words.say("size.mib", {{"n", std::to_string(octets / (1024 * 1024))}});
}

std::string found_in_words(const reporter::Catalogue& words, const metadata::Found& found) {
    std::string what;
    for (const auto& one : found.list())
        what += (what.empty() ? "" : ", ") + words.say("found." + std::string(metadata::name_of(one)));
    return what.empty() ? words.say("files.nothing") : words.say("files.found", {{"what", what}});
}

}  // namespace

Result<FilesToSeal> files_to_seal(const std::vector<Upload>& uploads, const reporter::Catalogue& words) {
    if (uploads.size() > kMostFiles) return Error{Code::too_large, "more files than a message holds"};
    FilesToSeal out;
    for (const Upload& upload : uploads) {
        out.sources.push_back(std::make_unique<MemorySource>(upload.bytes));
        const Source* original = out.sources.back().get();
        const std::string type(reporter::media_type(upload.name));
        TRY(const std::optional<metadata::Cleaned> cleaned, metadata::clean(*original));
        if (!cleaned && is_named_picture(type))
            return Error{Code::malformed, "named like a picture, and is none"};
        std::string said = upload.name + " (" + size_in_words(words, upload.bytes.size()) + ")";
        if (cleaned) {
            out.sources.push_back(std::make_unique<metadata::CleanedFile>(*original, cleaned->parts));
            out.files.push_back({out.sources.back().get(), upload.name, std::string(cleaned->type)});
            said += ". " + found_in_words(words, cleaned->found);
        } else {
            out.files.push_back({original, upload.name, type});
        }
        out.said.push_back(std::move(said));
    }
    return out;
}

}  // namespace parapet::plain
