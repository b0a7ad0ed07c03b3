// Exif (TIFF 6.0 directories): what it told, and the one fact that is kept: which way up the picture is.
#pragma once

#include "crypto/base/bytes.h"
#include "intake/client/metadata/found.h"

namespace parapet::metadata {

// 1 to 8; 1, the picture as it lies, when nothing else is said in a readable way.
[[nodiscard]] std::uint16_t look_at_exif(ByteView tiff, Found& found);

// Exif that says this and nothing else, 26 octets.
[[nodiscard]] Bytes orientation_only(std::uint16_t way);

}  // namespace parapet::metadata
