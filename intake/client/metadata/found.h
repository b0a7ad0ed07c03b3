// What a picture told about its maker, as codes, in the order of telling. Never what it said.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace parapet::metadata {

enum class Finding : std::uint8_t {
    place,
    time,
    device,
    author,
    software,
    comment,
    history,    // how it was edited
    thumbnail,  // a small picture of the picture
    appended,   // a second picture, a film, an older picture behind the end
    colours,    // a colour profile
    more,       // anything not understood
};

[[nodiscard]] std::string_view name_of(Finding finding);

class Found {
public:
    void add(Finding finding) { bits_ |= bit(finding); }
    [[nodiscard]] bool has(Finding finding) const { return (bits_ & bit(finding)) != 0; }
    [[nodiscard]] std::vector<Finding> list() const;

private:
    static unsigned bit(Finding finding) { return 1U << static_cast<unsigned>(finding); }
    unsigned bits_ = 0;
};

}  // namespace parapet::metadata
