// What parapet-vault does. Each answers the program's exit code: 0 done, 1 refused (said why).
#pragma once

#include <filesystem>

namespace parapet::vault::cli {

int init(const std::filesystem::path& folder);
int migrate(const std::filesystem::path& folder);
int status(const std::filesystem::path& folder, bool check);
int export_log(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace parapet::vault::cli
