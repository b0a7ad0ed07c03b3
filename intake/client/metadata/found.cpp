#include "intake/client/metadata/found.h"

#include <array>

namespace parapet::metadata {
namespace {

constexpr std::array<std::string_view, 11> kNames{"place",    "time",    "device",  "author",
                                                  "software", "comment", "history", "thumbnail",
                                                  "appended", "colours", "more"};

}  // namespace

std::string_view name_of(Finding finding) { return kNames[static_cast<std::size_t>(finding)]; }

std::vector<Finding> Found::list() const {
    std::vector<Finding> out;
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (has(static_cast<Finding>(i))) out.push_back(static_cast<Finding>(i));
    return out;
}

}  // namespace parapet::metadata
