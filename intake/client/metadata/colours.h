// Colour profiles (ICC.1): they name screens, cameras and days, so none is kept. A picture in Display P3, as
// many phones make them, gets a profile of ours, the same octets for everybody; without one it would look
// dull. Any other is shown as sRGB.
#pragma once

#include "crypto/base/bytes.h"

namespace parapet::metadata {

[[nodiscard]] bool is_display_p3(ByteView profile);
[[nodiscard]] Bytes display_p3();

}  // namespace parapet::metadata
