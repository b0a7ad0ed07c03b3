#include "reviewer/desk/files_from_disk.h"

#include <filesystem>

namespace parapet::desk {
namespace {

constexpr std::size_t kRun = 256 * 1024;

}  // namespace

Result<std::vector<officer::FileToSend>> FilesFromDisk::look(const std::vector<std::string>& paths) {
    std::vector<officer::FileToSend> out;
    for (const std::string& path : paths) {
        std::error_code failed;
        const auto size = std::filesystem::file_size(path, failed);
        if (failed) return Error{Code::io, "a file to attach cannot be read"};
        out.push_back({std::filesystem::path(path).filename().string(), "application/octet-stream", size});
    }
    return out;
}

FilesFromDisk::FilesFromDisk(const std::string& head, std::vector<std::string> paths,
                             const std::vector<officer::FileToSend>& files)
    : paths_(std::move(paths)) {
    put_u32(head_, static_cast<std::uint32_t>(head.size()));
    put(head_, head);
    size_ = head_.size();
    for (const officer::FileToSend& file : files) size_ += file.size;
}

Result<ByteView> FilesFromDisk::next() {
    if (!head_given_) {
        head_given_ = true;
        return ByteView(head_);
    }
    run_.resize(kRun);
    while (true) {
        if (file_.is_open()) {
            file_.read(reinterpret_cast<char*>(run_.data()), static_cast<std::streamsize>(run_.size()));
            const auto got = static_cast<std::size_t>(file_.gcount());
            if (file_.bad()) return Error{Code::io, "a file to attach cannot be read"};
            if (got > 0) return ByteView(run_).first(got);
            file_.close();
        }
        if (next_path_ == paths_.size()) return ByteView();
        file_.clear();
        file_.open(paths_[next_path_++], std::ios::binary);
        if (!file_.is_open()) return Error{Code::io, "a file to attach cannot be read"};
    }
}

}  // namespace parapet::desk
