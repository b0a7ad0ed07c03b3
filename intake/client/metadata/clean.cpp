#include "intake/client/metadata/clean.h"

#include <algorithm>

namespace parapet::metadata {
namespace {

using namespace std::string_view_literals;

struct Kind {
    std::string_view type;
    Result<Parts> (*clean)(Window&, Found&);
};

std::optional<Kind> kind_of(std::string_view first) {
    if (first.starts_with("\xff\xd8\xff"sv)) return Kind{"image/jpeg", clean_jpeg};
    if (first.starts_with("\x89PNG\r\n\x1a\n"sv)) return Kind{"image/png", clean_png};
    if (first.starts_with("RIFF"sv) && first.substr(std::min<std::size_t>(8, first.size())) == "WEBP"sv)
        return Kind{"image/webp", clean_webp};
    return std::nullopt;
}

}  // namespace

Result<std::optional<Cleaned>> clean(const Source& file) {
    Window window(file);
    TRY(const ByteView first, window.look(0, std::min<std::uint64_t>(12, file.size())));
    const std::optional<Kind> kind = kind_of(text(first));
    if (!kind) return std::optional<Cleaned>();
    Found found;
    TRY(Parts parts, kind->clean(window, found));
    return std::optional<Cleaned>(Cleaned{kind->type, found, std::move(parts)});
}

}  // namespace parapet::metadata
