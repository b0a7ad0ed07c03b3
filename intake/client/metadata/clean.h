// Pictures without what they tell about their maker (README.md). The compressed picture is never decoded: the
// container is rewritten around it, from a list of what may stay. Twin of intake/web/src/metadata/.
#pragma once

#include <optional>

#include "intake/client/metadata/found.h"
#include "intake/client/metadata/parts.h"
#include "intake/client/metadata/window.h"

namespace parapet::metadata {

struct Cleaned {
    std::string_view type;  // media type
    Found found;
    Parts parts;  // for CleanedFile
};

// Nothing: no JPEG, PNG or WebP by its first octets; a name proves nothing. malformed or truncated: it begins
// like one and goes on like none. io as the file says.
[[nodiscard]] Result<std::optional<Cleaned>> clean(const Source& file);

// One for each form of picture: what clean() does once the first octets were seen.
[[nodiscard]] Result<Parts> clean_jpeg(Window& file, Found& found);
[[nodiscard]] Result<Parts> clean_png(Window& file, Found& found);
[[nodiscard]] Result<Parts> clean_webp(Window& file, Found& found);

}  // namespace parapet::metadata
