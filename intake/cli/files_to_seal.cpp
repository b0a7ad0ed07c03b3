#include "intake/cli/files_to_seal.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "intake/cli/media_type.h"
#include "intake/cli/sentences.h"
#include "intake/client/file_source.h"
#include "intake/client/metadata/clean.h"

namespace parapet::reporter {
namespace {

constexpr Error kNotRemoved{Code::malformed,
                            "From a picture nothing could be removed, so nothing was sealed. Leave it out, "
                            "attach a screenshot of it,\n"
                            "or say --keep-metadata"};

bool is_named_picture(std::string_view type) {
    constexpr std::array<std::string_view, 3> kCleaned{"image/jpeg", "image/png", "image/webp"};
    return std::ranges::find(kCleaned, type) != kCleaned.end();
}

void say(const Path& path, const std::string& words) {
    std::printf("%s: %s\n", printable(path.filename().string()).c_str(), words.c_str());
}

// The cleaned picture; nothing where the file is none.
Result<std::optional<metadata::Cleaned>> clean(const Path& path, const Source& original,
                                               std::string_view type) {
    Result<std::optional<metadata::Cleaned>> cleaned = metadata::clean(original);
    const bool is_damaged = !cleaned.ok() && cleaned.error().code != Code::io;
    const bool is_misnamed = cleaned.ok() && !cleaned.value() && is_named_picture(type);
    if (!is_damaged && !is_misnamed) return cleaned;
    say(path,
        is_damaged ? "damaged, or put together in an unusual way" : "named like a picture, and is none");
    return kNotRemoved;
}

}  // namespace

Result<FilesToSeal> open_files(const Words& words) {
    FilesToSeal out;
    for (const Path& path : words.files) {
        TRY(std::unique_ptr<Source> source, FileSource::open(path));
        seal::FileToSeal file{source.get(), path.filename().string(), std::string(media_type(path))};
        out.sources.push_back(std::move(source));
        if (!words.keep_metadata) {
            TRY(const std::optional<metadata::Cleaned> cleaned, clean(path, *file.source, file.type));
            if (cleaned) {
                out.sources.push_back(std::make_unique<metadata::CleanedFile>(*file.source, cleaned->parts));
                file.source = out.sources.back().get();
                file.type = cleaned->type;
                say(path, removed_in_words(cleaned->found.list()));
            } else if (file.type != "text/plain" && file.type != "text/csv") {
                say(path, "nothing was removed; it may hold your name, the place, the time or the device");
            }
        }
        out.files.push_back(std::move(file));
    }
    return out;
}

}  // namespace parapet::reporter
