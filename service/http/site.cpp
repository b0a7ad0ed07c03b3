#include "service/http/site.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

namespace parapet::service {

namespace {

constexpr std::uintmax_t kLargestPage = 16 * 1024 * 1024;

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kKinds{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
}};

Result<Bytes> read_file(const std::filesystem::directory_entry& entry) {
    std::error_code failed;
    const std::uintmax_t size = entry.file_size(failed);
    if (failed) return Error{Code::io, "a file of the site cannot be read"};
    if (size > kLargestPage) return Error{Code::configuration, "a file of the site is over 16 MiB"};
    std::ifstream in(entry.path(), std::ios::binary);
    Bytes bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.good() && !in.eof()) return Error{Code::io, "a file of the site cannot be read"};
    if (bytes.size() != size) return Error{Code::io, "a file of the site changed while it was read"};
    return bytes;
}

std::string_view answered_at(std::string_view path) {
    constexpr std::string_view kIndex = "index.html";
    if (path.ends_with("/index.html")) path.remove_suffix(kIndex.size());
    return path;
}

}  // namespace

Result<Site> Site::read(const std::string& folder) {
    Site site;
    std::error_code failed;
    const std::filesystem::path root(folder);
    std::filesystem::recursive_directory_iterator walk(root, failed);
    std::vector<std::pair<std::string, Bytes>> gzipped;
    for (; !failed && walk != std::filesystem::recursive_directory_iterator(); walk.increment(failed)) {
        if (!walk->is_regular_file(failed)) continue;
        TRY(Bytes bytes, read_file(*walk));
        std::string path = "/" + walk->path().lexically_relative(root).generic_string();
        if (path.ends_with(".gz")) {
            path.resize(path.size() - 3);
            gzipped.emplace_back(std::move(path), std::move(bytes));
        } else {
            TRY_(site.add(std::move(path), std::move(bytes)));
        }
    }
    if (failed) return Error{Code::io, "the folder of the site cannot be read"};
    for (auto& [path, bytes] : gzipped) TRY_(site.add_gzipped(path, std::move(bytes)));
    return site;
}

Status Site::add(std::string path, Bytes bytes) {
    const auto* kind =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return path.ends_with(k.first); });
    if (kind == kKinds.end()) return Error{Code::configuration, "the site has a file of an unknown kind"};
    files_.insert_or_assign(std::string(answered_at(path)), SiteFile{std::move(bytes), {}, kind->second});
    return Done{};
}

Status Site::add_gzipped(std::string_view path, Bytes bytes) {
    const auto found = files_.find(answered_at(path));
    if (found == files_.end())
        return Error{Code::configuration, "the site has a .gz without the file it is of"};
    found->second.gzipped = std::move(bytes);
    return Done{};
}

const SiteFile* Site::find(std::string_view path) const {
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second;
}

}  // namespace parapet::service
