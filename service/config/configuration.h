// One TOML file, flat, read into one struct of the program. Example:
//
//   Settings read(Configuration& in) {
//       return {.listen = in.address("listen"), .site = in.path("site"), .threads = in.number_or("threads",
//       32, 1, 256)};
//   }
//
// Every key that is asked for is checked and every key that is not asked for is a fault; all faults are told
// at once (finish()). A faulty key gives a harmless value meanwhile, which nobody may use before finish() is
// empty. A fault names the line and the key, never the value.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "service/config/secret_file.h"
#include "service/http/socket.h"

namespace parapet::service {

struct Fault {
    std::uint32_t line;  // 0: none, the key is missing
    std::string key;
    std::string problem;
};

class Configuration {
public:
    // io when there is no such file. What is wrong inside it is a fault.
    [[nodiscard]] static Result<Configuration> read(const std::string& path);
    // Paths in it are from `folder`.
    [[nodiscard]] static Configuration parse(std::string_view toml, std::string folder);
    Configuration(Configuration&&) noexcept;
    Configuration& operator=(Configuration&&) noexcept;
    ~Configuration();

    [[nodiscard]] std::string text(std::string_view key);  // not empty
    // A file or folder, absolute or from the folder of the configuration file.
    [[nodiscard]] std::string path(std::string_view key);
    [[nodiscard]] Address address(std::string_view key);  // "127.0.0.1:8443"
    [[nodiscard]] std::uint64_t number(std::string_view key, std::uint64_t least, std::uint64_t most);
    [[nodiscard]] std::uint64_t number_or(std::string_view key, std::uint64_t otherwise, std::uint64_t least,
                                          std::uint64_t most);
    // "90s", "15m", "24h" or "30d".
    [[nodiscard]] std::chrono::seconds duration(std::string_view key, std::chrono::seconds least,
                                                std::chrono::seconds most);
    [[nodiscard]] bool flag_or(std::string_view key, bool otherwise);
    // The secret in the file that the key names.
    template <class S>
    [[nodiscard]] S secret(std::string_view key) {
        return S::make([&](MutableBytes out) { read_secret(key, out); });
    }
    [[nodiscard]] bool has(std::string_view key) const;

    // Tells what was wrong, unknown keys included, in the order of the file.
    [[nodiscard]] std::vector<Fault> finish();

private:
    class File;
    explicit Configuration(std::unique_ptr<File> file);
    void read_secret(std::string_view key, MutableBytes out);
    [[nodiscard]] std::optional<std::uint64_t> number_if(std::string_view key, std::uint64_t least,
                                                         std::uint64_t most);
    std::unique_ptr<File> file_;
};

}  // namespace parapet::service
