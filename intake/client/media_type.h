// What a file's ending says about its kind, for whoever shows it. Inside the seal; nobody else learns it.
#pragma once

#include <filesystem>
#include <string_view>

namespace parapet::reporter {

// application/octet-stream for an ending that is not in the list.
[[nodiscard]] std::string_view media_type(const std::filesystem::path& file);

}  // namespace parapet::reporter
