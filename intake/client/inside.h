// What may be hidden inside a file that is not cleaned, by its ending. The twin of
// intake/web/src/files/inside.ts; each has a sentence "files.inside.…" in the catalogues.
#pragma once

#include <string_view>

namespace parapet::reporter {

// photo, image, pdf, office, audio, video, mail, archive, text; unknown for any other ending.
[[nodiscard]] std::string_view inside_of(std::string_view name);

}  // namespace parapet::reporter
