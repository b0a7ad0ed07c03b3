// Texts that travel beside a picture: XMP, IPTC and the keywords of PNG. Each adds what it told.
#pragma once

#include "crypto/base/bytes.h"
#include "intake/client/metadata/found.h"

namespace parapet::metadata {

// By the names of properties in the packet; what is none of those known is `more`.
void look_at_xmp(ByteView packet, Found& found);

// Photoshop's resources, after "Photoshop 3.0\0": "8BIM", u16 id, name (length octet, padded to even), u32
// length, data (padded to even). What cannot be walked is `more`.
void look_at_photoshop(ByteView resources, Found& found);

// A text chunk of PNG: its keyword, and the packet where it is XMP.
void look_at_png_text(ByteView data, Found& found);

}  // namespace parapet::metadata
