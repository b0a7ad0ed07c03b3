// A reply with files as the page would send it, read from this machine's disk: u32 length || JSON || octets
// of each file.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "reviewer/client/outgoing_file.h"

namespace parapet::desk {

class FilesFromDisk final : public service::ByteSource {
public:
    // io for what is no readable file. The name sealed is that of the file, without its folder.
    [[nodiscard]] static Result<std::vector<officer::FileToSend>> look(const std::vector<std::string>& paths);

    // `head` is the JSON; `files` what look() said of these paths.
    FilesFromDisk(const std::string& head, std::vector<std::string> paths,
                  const std::vector<officer::FileToSend>& files);
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Result<ByteView> next() override;

private:
    Bytes head_;
    std::vector<std::string> paths_;
    std::uint64_t size_;
    bool head_given_ = false;
    std::size_t next_path_ = 0;
    std::ifstream file_;
    Bytes run_;
};

}  // namespace parapet::desk
