#include "intake/client/inside.h"

#include <algorithm>
#include <array>
#include <string>

namespace parapet::reporter {
namespace {

struct Kind {
    std::string_view inside;
    std::string_view endings;  // each between spaces
};

constexpr std::array kKinds{
    Kind{"photo", " heic heif avif dng cr2 cr3 nef arw tif tiff "},
    Kind{"image", " gif bmp svg psd "},
    Kind{"pdf", " pdf "},
    Kind{"office", " doc docx xls xlsx ppt pptx odt ods odp rtf pages numbers key "},
    Kind{"audio", " mp3 m4a aac ogg opus wav flac amr "},
    Kind{"video", " mp4 mov m4v 3gp avi mkv webm "},
    Kind{"mail", " eml msg mbox "},
    Kind{"archive", " zip 7z rar gz tar "},
    Kind{"text", " txt csv md "},
};

}  // namespace

std::string_view inside_of(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    std::string ending(dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1));
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (ending.empty() || ending.find(' ') != std::string::npos) return "unknown";
    ending = " " + ending + " ";
    const auto at = std::ranges::find_if(
        kKinds, [&](const Kind& kind) { return kind.endings.find(ending) != std::string_view::npos; });
    return at == kKinds.end() ? "unknown" : at->inside;
}

}  // namespace parapet::reporter
