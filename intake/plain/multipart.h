// A form with files, as a browser sends it: multipart/form-data. Files stay where they are in the body.
#pragma once

#include "intake/plain/fields.h"

namespace parapet::plain {

struct Upload {
    std::string name;  // as the person's device calls it, without folders
    ByteView bytes;    // in the body
};

struct Multipart {
    Fields fields;
    std::vector<Upload> files;  // chosen ones: a file field left empty is none
};

// `content_type` names the boundary. malformed; too_large over kMostFields.
[[nodiscard]] Result<Multipart> parse_multipart(std::string_view content_type, ByteView body);

// The fields of a form that was not taken, from its first octets: those before its files. malformed also
// where these octets end before the first file, or name none.
[[nodiscard]] Result<Fields> fields_before_files(std::string_view content_type, ByteView beginning);

}  // namespace parapet::plain
