#include "intake/client/media_type.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace parapet::reporter {
namespace {

struct Ending {
    std::string_view ending;
    std::string_view type;
};

constexpr std::array kEndings{
    Ending{".csv", "text/csv"},
    Ending{".eml", "message/rfc822"},
    Ending{".gif", "image/gif"},
    Ending{".heic", "image/heic"},
    Ending{".jpeg", "image/jpeg"},
    Ending{".jpg", "image/jpeg"},
    Ending{".m4a", "audio/mp4"},
    Ending{".mp3", "audio/mpeg"},
    Ending{".mp4", "video/mp4"},
    Ending{".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    Ending{".odt", "application/vnd.oasis.opendocument.text"},
    Ending{".pdf", "application/pdf"},
    Ending{".png", "image/png"},
    Ending{".txt", "text/plain"},
    Ending{".wav", "audio/wav"},
    Ending{".webp", "image/webp"},
    Ending{".zip", "application/zip"},
};

}  // namespace

std::string_view media_type(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto found = std::ranges::find(kEndings, ending, &Ending::ending);
    return found == kEndings.end() ? "application/octet-stream" : found->type;
}

}  // namespace parapet::reporter
