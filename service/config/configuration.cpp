#include "service/config/configuration.h"

// The library's own assertions stop the program on files that its parser then refuses in good order
// ("[a.\n").
#define TOML_ASSERT(condition) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace parapet::service {

namespace {

constexpr std::uint64_t kLargestFile = 64 * 1024;

std::optional<std::chrono::seconds> read_duration(std::string_view text) {
    std::uint32_t count = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (failed != std::errc() || end + 1 != text.data() + text.size()) return std::nullopt;
    switch (*end) {
        case 's':
            return std::chrono::seconds(count);
        case 'm':
            return std::chrono::minutes(count);
        case 'h':
            return std::chrono::hours(count);
        case 'd':
            return std::chrono::hours(24) * count;
        default:
            return std::nullopt;
    }
}

}  // namespace

class Configuration::File {
public:
    File(std::string_view text, std::string folder) : folder_(std::move(folder)) {
        // The library (3.3) runs past its tables on letters outside ASCII that stand outside quotes.
        const auto* foreign = std::find_if(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
        if (foreign != text.end()) {
            const auto line = static_cast<std::uint32_t>(std::count(text.begin(), foreign, '\n')) + 1;
            faults_.push_back({line, "", "a character outside ASCII"});
            broken_ = true;
            return;
        }
        toml::parse_result parsed = toml::parse(text);
        if (parsed) {
            table_ = std::move(parsed).table();
            return;
        }
        // The library's description quotes the file; the place is enough.
        faults_.push_back({parsed.error().source().begin.line, "", "not TOML"});
        broken_ = true;
    }

    // Null, and a fault where it is required, when there is no such key.
    const toml::node* find(std::string_view key, bool required) {
        asked_.insert(std::string(key));
        const toml::node* node = table_.get(key);
        if (node == nullptr && required && !broken_) faults_.push_back({0, std::string(key), "missing"});
        return node;
    }
    void fault(const toml::node& node, std::string_view key, std::string problem) {
        faults_.push_back({node.source().begin.line, std::string(key), std::move(problem)});
    }
    // The text at a required key; empty, with a fault, when there is none.
    std::string text(std::string_view key) {
        const toml::node* node = find(key, true);
        if (node == nullptr) return {};
        const auto value = node->value_exact<std::string>();
        if (!value.has_value() || value->empty() || value->find('\0') != std::string::npos) {
            fault(*node, key, "not a text in quotes");
            return {};
        }
        return *value;
    }
    std::string from_folder(const std::string& path) const {
        return (std::filesystem::path(folder_) / path).lexically_normal().string();
    }
    bool has(std::string_view key) const { return table_.contains(key); }
    void fault_at(std::string_view key, std::string problem) {
        fault(*table_.get(key), key, std::move(problem));
    }

    std::vector<Fault> finish() {
        for (const auto& [key, node] : table_) {
            if (!asked_.contains(std::string(key.str()))) fault(node, key.str(), "unknown key");
        }
        std::stable_sort(faults_.begin(), faults_.end(),
                         [](const Fault& a, const Fault& b) { return a.line < b.line; });
        return std::exchange(faults_, {});
    }

private:
    std::string folder_;
    toml::table table_;
    bool broken_ = false;
    std::set<std::string, std::less<>> asked_;
    std::vector<Fault> faults_;
};

Configuration::Configuration(std::unique_ptr<File> file) : file_(std::move(file)) {}
Configuration::Configuration(Configuration&&) noexcept = default;
Configuration& Configuration::operator=(Configuration&&) noexcept = default;
Configuration::~Configuration() = default;

Result<Configuration> Configuration::read(const std::string& path) {
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(path, failed);
    if (failed) return Error{Code::io, "the configuration file cannot be read"};
    if (size > kLargestFile) return Error{Code::configuration, "the configuration file is over 64 KiB"};
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (text.size() != size) return Error{Code::io, "the configuration file cannot be read"};
    return parse(text, std::filesystem::path(path).parent_path().string());
}

Configuration Configuration::parse(std::string_view toml, std::string folder) {
    return Configuration(std::make_unique<File>(toml, std::move(folder)));
}

std::string Configuration::text(std::string_view key) { return file_->text(key); }

std::string Configuration::path(std::string_view key) {
    const std::string named = file_->text(key);
    return named.empty() ? named : file_->from_folder(named);
}

Address Configuration::address(std::string_view key) {
    const std::string written = file_->text(key);
    if (written.empty()) return {};
    const Result<Address> address = read_address(written);
    if (address.ok()) return *address;
    file_->fault_at(key, address.error().what.c_str());
    return {};
}

std::optional<std::uint64_t> Configuration::number_if(std::string_view key, std::uint64_t least,
                                                      std::uint64_t most) {
    const toml::node* node = file_->find(key, false);
    if (node == nullptr) return std::nullopt;
    const auto value = node->value_exact<std::int64_t>();
    if (value.has_value() && *value >= 0) {
        const auto number = static_cast<std::uint64_t>(*value);
        if (number >= least && number <= most) return number;
    }
    file_->fault(*node, key,
                 "not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

std::uint64_t Configuration::number(std::string_view key, std::uint64_t least, std::uint64_t most) {
    (void)file_->find(key, true);
    return number_if(key, least, most).value_or(least);
}

std::uint64_t Configuration::number_or(std::string_view key, std::uint64_t otherwise, std::uint64_t least,
                                       std::uint64_t most) {
    return number_if(key, least, most).value_or(otherwise);
}

std::chrono::seconds Configuration::duration(std::string_view key, std::chrono::seconds least,
                                             std::chrono::seconds most) {
    const std::string written = file_->text(key);
    if (written.empty()) return least;
    const auto value = read_duration(written);
    if (value.has_value() && *value >= least && *value <= most) return *value;
    file_->fault_at(key, "not a time from \"" + std::to_string(least.count()) + "s\" to \"" +
                             std::to_string(most.count()) +
                             "s\", as in \"90s\", \"15m\", \"24h\" or \"30d\"");
    return least;
}

bool Configuration::flag_or(std::string_view key, bool otherwise) {
    const toml::node* node = file_->find(key, false);
    if (node == nullptr) return otherwise;
    const auto value = node->value_exact<bool>();
    if (!value.has_value()) file_->fault(*node, key, "not true or false");
    return value.value_or(otherwise);
}

void Configuration::read_secret(std::string_view key, MutableBytes out) {
    const std::string named = path(key);
    if (named.empty()) return;
    const Status status = read_secret_octets(named, out);
    if (status.ok()) return;
    file_->fault_at(key, std::string(status.error().name()) + ": " + status.error().what.c_str());
}

bool Configuration::has(std::string_view key) const { return file_->has(key); }

std::vector<Fault> Configuration::finish() { return file_->finish(); }

}  // namespace parapet::service
