// The files of a site, read into memory when the program starts. Nothing is looked for in the file system
// by the path of a request.
#pragma once

#include <map>
#include <string>

#include "crypto/base/bytes.h"

namespace parapet::service {

struct SiteFile {
    Bytes bytes;
    Bytes gzipped;  // what the build made of it, for those who take it; empty where there is none
    std::string_view content_type;
};

class Site {
public:
    Site() = default;
    // Every file below `folder`, at its path below it; `index.html` answers its folder's path. `<file>.gz` is
    // no file of its own: it is sent in the place of the file it stands beside, to those who take gzip. io
    // when one cannot be read, configuration when its kind is not one we serve or it is over 16 MiB.
    [[nodiscard]] static Result<Site> read(const std::string& folder);

    // `path` starts with a slash. The content type follows the name's ending; configuration otherwise.
    [[nodiscard]] Status add(std::string path, Bytes bytes);
    // configuration when there is no such file.
    [[nodiscard]] Status add_gzipped(std::string_view path, Bytes bytes);
    [[nodiscard]] const SiteFile* find(std::string_view path) const;
    [[nodiscard]] std::size_t count() const { return files_.size(); }

private:
    std::map<std::string, SiteFile, std::less<>> files_;
};

}  // namespace parapet::service
