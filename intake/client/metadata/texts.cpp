#include "intake/client/metadata/texts.h"

#include <algorithm>
#include <array>

#include "crypto/base/reader.h"

namespace parapet::metadata {
namespace {

struct Named {
    std::string_view name;
    Finding finding;
};

// Names of XMP properties, or parts of them, as they stand in the packet.
constexpr std::array kInXmp{
    Named{"GPS", Finding::place},
    Named{"photoshop:City", Finding::place},
    Named{"Iptc4xmpCore:Location", Finding::place},
    Named{"Date", Finding::time},
    Named{"tiff:Make", Finding::device},
    Named{"tiff:Model", Finding::device},
    Named{"SerialNumber", Finding::device},
    Named{"aux:Lens", Finding::device},
    Named{"dc:creator", Finding::author},
    Named{"dc:rights", Finding::author},
    Named{"AuthorsPosition", Finding::author},
    Named{"CreatorTool", Finding::software},
    Named{"dc:description", Finding::comment},
    Named{"dc:title", Finding::comment},
    Named{"dc:subject", Finding::comment},
    Named{"xmpMM:", Finding::history},
    Named{"crs:", Finding::history},
    Named{"Thumbnail", Finding::thumbnail},
};

struct Numbered {
    std::uint8_t set;
    Finding finding;
};
constexpr std::array kInIptc{
    Numbered{55, Finding::time},     Numbered{60, Finding::time},     Numbered{62, Finding::time},
    Numbered{63, Finding::time},     Numbered{65, Finding::software}, Numbered{80, Finding::author},
    Numbered{85, Finding::author},   Numbered{110, Finding::author},  Numbered{115, Finding::author},
    Numbered{116, Finding::author},  Numbered{122, Finding::author},  Numbered{26, Finding::place},
    Numbered{27, Finding::place},    Numbered{90, Finding::place},    Numbered{92, Finding::place},
    Numbered{95, Finding::place},    Numbered{100, Finding::place},   Numbered{101, Finding::place},
    Numbered{5, Finding::comment},   Numbered{25, Finding::comment},  Numbered{40, Finding::comment},
    Numbered{105, Finding::comment}, Numbered{120, Finding::comment},
};

constexpr std::array kKeywords{
    Named{"Author", Finding::author},       Named{"Copyright", Finding::author},
    Named{"Creation Time", Finding::time},  Named{"date:create", Finding::time},
    Named{"date:modify", Finding::time},    Named{"Software", Finding::software},
    Named{"Source", Finding::device},       Named{"Title", Finding::comment},
    Named{"Description", Finding::comment}, Named{"Comment", Finding::comment},
};

// The records of IPTC IIM: 0x1c, record, data set, u16 length. Record 2 is about the picture.
void look_at_iptc(ByteView bytes, Found& found) {
    Reader reader(bytes);
    while (reader.left() >= 5 && reader.take_u8().value() == 0x1c) {
        const std::uint8_t record = reader.take_u8().value();
        const std::uint8_t set = reader.take_u8().value();
        const std::uint16_t length = reader.take_u16().value();
        const auto* const known = std::ranges::find(kInIptc, set, &Numbered::set);
        if (record == 2 && set != 0) found.add(known == kInIptc.end() ? Finding::more : known->finding);
        if (!reader.take(length).ok()) return;
    }
}

// Takes one resource; false when it cannot be walked.
bool look_at_resource(Reader& reader, Found& found) {
    if (reader.left() < 12 || !reader.take_magic("8BIM")) return false;
    const std::uint16_t id = reader.take_u16().value();
    const unsigned name = reader.take_u8().value();
    if (!reader.take(name | 1U).ok()) return false;
    const auto length = reader.take_u32();
    if (!length.ok()) return false;
    const auto data = reader.take(length.value());
    if (!data.ok()) return false;
    if (length.value() % 2 == 1 && !reader.done()) (void)reader.take(1).value();
    if (id == 0x0404)
        look_at_iptc(data.value(), found);
    else
        found.add(id == 0x0409 || id == 0x040c ? Finding::thumbnail : Finding::more);
    return true;
}

}  // namespace

void look_at_xmp(ByteView packet, Found& found) {
    bool any = false;
    for (const Named& one : kInXmp) {
        if (text(packet).find(one.name) == std::string_view::npos) continue;
        found.add(one.finding);
        any = true;
    }
    if (!any) found.add(Finding::more);
}

void look_at_photoshop(ByteView resources, Found& found) {
    found.add(Finding::software);
    Reader reader(resources);
    while (!reader.done()) {
        if (look_at_resource(reader, found)) continue;
        found.add(Finding::more);
        return;
    }
}

void look_at_png_text(ByteView data, Found& found) {
    const std::string_view all = text(data);
    const std::size_t end = all.substr(0, 80).find('\0');
    const std::string_view keyword = all.substr(0, end == std::string_view::npos ? 0 : end);
    if (keyword == "XML:com.adobe.xmp") return look_at_xmp(data, found);
    const auto* const known = std::ranges::find(kKeywords, keyword, &Named::name);
    found.add(known == kKeywords.end() ? Finding::more : known->finding);
}

}  // namespace parapet::metadata
