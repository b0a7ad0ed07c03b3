// The files of pages/ and the sheets of the reporter's page, compiled in: CMakeLists.txt writes the source.
#pragma once

#include <string_view>

namespace parapet::plain {

extern const std::string_view kPageTemplate;
extern const std::string_view kStyleSheet;

}  // namespace parapet::plain
