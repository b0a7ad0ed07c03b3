// A folder of its own for one test, gone with the object.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace parapet::service::testing {

class TempFolder {
public:
    TempFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "parapet-test-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    // The path of a new file with these octets and this mode.
    [[nodiscard]] std::string write(const std::string& name, const std::string& octets,
                                    std::filesystem::perms mode = std::filesystem::perms::owner_read) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << octets;
        std::filesystem::permissions(path_ / name, mode);
        return *this / name;
    }

private:
    std::filesystem::path path_;
};

}  // namespace parapet::service::testing
