// Names of files travel inside the seal, at most 255 octets each (crypto/SPEC.md section 4). The twin of
// intake/web/src/files/name.ts; both are held to tests/intake/answers/names.json.
#pragma once

#include <string>
#include <string_view>

namespace parapet::reporter {

// Without what would break a line or turn the direction of a list of names, in at most 200 octets; its ending
// stays. "file" where nothing is left.
[[nodiscard]] std::string fitting_name(std::string_view typed);

// The untouched original beside a cleaned photo.jpg is photo.original.jpg. `name` is fitting.
[[nodiscard]] std::string name_of_original(std::string_view name);

}  // namespace parapet::reporter
