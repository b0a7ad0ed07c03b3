#include "service/http/site.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace parapet::service {

namespace {

constexpr std::uintmax_t kLargestFile = 16 * 1024 * 1024;

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
    if (size > kLargestFile) return Error{Code::configuration, "a file of the site is over 16 MiB"};
    std::ifstream in(entry.path(), std::ios::binary);
    Bytes bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.good() && !in.eof()) return Error{Code::io, "a file of the site cannot be read"};
    if (bytes.size() != size) return Error{Code::io, "a file of the site changed while it was read"};
    return bytes;
}

}  // namespace

Result<Site> Site::read(const std::string& folder) {
    Site site;
    std::error_code failed;
    const std::filesystem::path root(folder);
    std::filesystem::recursive_directory_iterator walk(root, failed);
    for (; !failed && walk != std::filesystem::recursive_directory_iterator(); walk.increment(failed)) {
        if (!walk->is_regular_file(failed)) continue;
        TRY(Bytes bytes, read_file(*walk));
        TRY_(site.add("/" + walk->path().lexically_relative(root).generic_string(), std::move(bytes)));
    }
    if (failed) return Error{Code::io, "the folder of the site cannot be read"};
    return site;
}

Status Site::add(std::string path, Bytes bytes) {
    const auto* kind =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return path.ends_with(k.first); });
    if (kind == kKinds.end()) return Error{Code::configuration, "the site has a file of an unknown kind"};
    constexpr std::string_view kIndex = "index.html";
    if (path.ends_with("/index.html")) path.resize(path.size() - kIndex.size());
    files_.insert_or_assign(std::move(path), SiteFile{std::move(bytes), kind->second});
    return Done{};
}

const SiteFile* Site::find(std::string_view path) const {
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second;
}

}  // namespace parapet::service
