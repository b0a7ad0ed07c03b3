#include "intake/cli/files_to_seal.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "intake/cli/sentences.h"
#include "intake/client/file_source.h"
#include "intake/client/inside.h"
#include "intake/client/media_type.h"
#include "intake/client/metadata/clean.h"

namespace parapet::reporter {
namespace {

bool is_named_picture(std::string_view type) {
    constexpr std::array<std::string_view, 3> kCleaned{"image/jpeg", "image/png", "image/webp"};
    return std::ranges::find(kCleaned, type) != kCleaned.end();
}

void tell(const Voice& voice, const Path& path, const std::string& sentence) {
    std::printf("%s: %s\n", voice.isolated(path.filename().string()).c_str(), sentence.c_str());
}

// photo.original.jpg, in the 255 octets that a name has.
std::string name_of_original(const Path& path) {
    const std::string rest = ".original" + path.extension().string();
    std::string stem = path.stem().string();
    const auto inside_a_letter = [&] { return (static_cast<unsigned char>(stem.back()) & 0xc0) == 0x80; };
    while (stem.size() > 1 && stem.size() + rest.size() > 255) {
        while (stem.size() > 1 && inside_a_letter()) stem.pop_back();
        stem.pop_back();
    }
    return stem + rest;
}

// The cleaned picture; nothing where the file is none.
Result<std::optional<metadata::Cleaned>> clean(const Path& path, const Source& original,
                                               std::string_view type, const Voice& voice) {
    Result<std::optional<metadata::Cleaned>> cleaned = metadata::clean(original);
    const bool is_damaged = !cleaned.ok() && cleaned.error().code != Code::io;
    const bool is_misnamed = cleaned.ok() && !cleaned.value() && is_named_picture(type);
    if (!is_damaged && !is_misnamed) return cleaned;
    tell(voice, path, voice.say(is_damaged ? "files.damaged" : "files.misnamed"));
    return Error{Code::malformed, "report.picture"};
}

}  // namespace

Result<FilesToSeal> open_files(const GivenWords& words, const Voice& voice) {
    FilesToSeal out;
    for (const Path& path : words.files) {
        TRY(std::unique_ptr<Source> source, FileSource::open(path));
        const seal::FileToSeal original{source.get(), path.filename().string(),
                                        std::string(media_type(path))};
        out.sources.push_back(std::move(source));
        std::optional<metadata::Cleaned> cleaned;
        if (!words.keep_metadata) {
            TRY(cleaned, clean(path, *original.source, original.type, voice));
        }
        if (!cleaned) {
            const std::string inside(inside_of(original.name));
            if (inside != "text" && !words.keep_metadata)
                tell(voice, path, voice.say("files.inside." + inside));
            out.files.push_back(original);
            continue;
        }
        tell(voice, path, found_in_words(voice, cleaned->found.list()));
        out.sources.push_back(std::make_unique<metadata::CleanedFile>(*original.source, cleaned->parts));
        out.files.push_back({out.sources.back().get(), original.name, std::string(cleaned->type)});
        if (words.with_originals)
            out.files.push_back({original.source, name_of_original(path), original.type});
    }
    return out;
}

}  // namespace parapet::reporter
