#include "intake/client/metadata/exif.h"

#include <algorithm>
#include <array>
#include <optional>

#include "crypto/base/reader.h"

namespace parapet::metadata {
namespace {

using namespace std::string_view_literals;

constexpr std::uint16_t kOrientation = 0x0112;
constexpr std::uint16_t kCameraDirectory = 0x8769;
constexpr std::uint16_t kPlaceDirectory = 0x8825;

// Tags that say nothing about anybody.
constexpr std::array<std::uint16_t, 15> kNothing{
    0x0100, 0x0101, kOrientation, 0x011a, 0x011b, 0x0128,           0x0213,         0x9000,
    0x9101, 0xa000, 0xa001,       0xa002, 0xa003, kCameraDirectory, kPlaceDirectory};
struct Told {
    std::uint16_t tag;
    Finding finding;
};
constexpr std::array kTold{
    Told{0x0132, Finding::time},    Told{0x9003, Finding::time},    Told{0x9004, Finding::time},
    Told{0x9010, Finding::time},    Told{0x9011, Finding::time},    Told{0x9012, Finding::time},
    Told{0x9290, Finding::time},    Told{0x9291, Finding::time},    Told{0x9292, Finding::time},
    Told{0x010f, Finding::device},  Told{0x0110, Finding::device},  Told{0x013c, Finding::device},
    Told{0x927c, Finding::device},  Told{0xa420, Finding::device},  Told{0xa431, Finding::device},
    Told{0xa432, Finding::device},  Told{0xa433, Finding::device},  Told{0xa434, Finding::device},
    Told{0xa435, Finding::device},  Told{0x013b, Finding::author},  Told{0x8298, Finding::author},
    Told{0x9c9d, Finding::author},  Told{0xa430, Finding::author},  Told{0x0131, Finding::software},
    Told{0x010e, Finding::comment}, Told{0x9286, Finding::comment}, Told{0x9c9b, Finding::comment},
    Told{0x9c9c, Finding::comment}, Told{0x9c9e, Finding::comment}, Told{0x9c9f, Finding::comment},
};

struct Entry {
    std::uint16_t tag;
    std::uint16_t type;
    ByteView value;  // four octets
};
struct Directory {
    std::vector<Entry> entries;
    std::uint32_t next = 0;
};

class Tiff {
public:
    Tiff(ByteView bytes, bool little) : bytes_(bytes), little_(little) {}

    [[nodiscard]] std::uint16_t u16(ByteView raw) const {
        return static_cast<std::uint16_t>(little_ ? raw[1] << 8 | raw[0] : raw[0] << 8 | raw[1]);
    }
    [[nodiscard]] std::uint32_t u32(ByteView raw) const {
        const std::uint32_t first = u16(raw.first(2));
        const std::uint32_t second = u16(raw.subspan(2));
        return little_ ? second << 16 | first : first << 16 | second;
    }
    // The directory at this place; nothing when it is not wholly there.
    [[nodiscard]] std::optional<Directory> directory(std::uint32_t at) const {
        Reader reader(bytes_);
        if (!reader.take(at).ok()) return std::nullopt;
        const auto count = reader.take(2);
        if (!count.ok()) return std::nullopt;
        const std::size_t n = u16(count.value());
        if (reader.left() < n * 12) return std::nullopt;
        Directory out;
        for (std::size_t i = 0; i < n; ++i) {
            const ByteView raw = reader.take(12).value();
            out.entries.push_back({u16(raw), u16(raw.subspan(2)), raw.subspan(8)});
        }
        if (const auto next = reader.take(4); next.ok()) out.next = u32(next.value());
        return out;
    }

private:
    ByteView bytes_;
    bool little_;
};

const Entry* find(const std::vector<Entry>& entries, std::uint16_t tag) {
    const auto found = std::ranges::find(entries, tag, &Entry::tag);
    return found == entries.end() ? nullptr : &*found;
}

void look_at_entries(const std::vector<Entry>& entries, Found& found) {
    for (const Entry& entry : entries) {
        if (std::ranges::find(kNothing, entry.tag) != kNothing.end()) continue;
        const auto* const told = std::ranges::find(kTold, entry.tag, &Told::tag);
        found.add(told == kTold.end() ? Finding::more : told->finding);
    }
}

// Cameras without a position write a directory that holds its version (tag 0) and nothing else.
bool tells_place(const std::optional<Directory>& directory) {
    return !directory || std::ranges::any_of(directory->entries, [](const Entry& e) { return e.tag != 0; });
}

}  // namespace

std::uint16_t look_at_exif(ByteView bytes, Found& found) {
    Reader start(bytes);
    const bool little = start.take_magic("II*\0"sv);
    const Tiff tiff(bytes, little);
    const bool begins = little || start.take_magic("MM\0*"sv);
    const auto at = start.take(4);
    const std::optional<Directory> first =
        begins && at.ok() ? tiff.directory(tiff.u32(at.value())) : std::nullopt;
    if (!first) {
        found.add(Finding::more);
        return 1;
    }
    look_at_entries(first->entries, found);
    if (first->next != 0) found.add(Finding::thumbnail);
    if (const Entry* const pointer = find(first->entries, kCameraDirectory)) {
        const std::optional<Directory> camera = tiff.directory(tiff.u32(pointer->value));
        if (!camera) found.add(Finding::more);
        if (camera) look_at_entries(camera->entries, found);
    }
    if (const Entry* const pointer = find(first->entries, kPlaceDirectory))
        if (tells_place(tiff.directory(tiff.u32(pointer->value)))) found.add(Finding::place);
    const Entry* const entry = find(first->entries, kOrientation);
    const std::uint16_t way = entry != nullptr && entry->type == 3 ? tiff.u16(entry->value) : 1;
    return way >= 1 && way <= 8 ? way : 1;
}

Bytes orientation_only(std::uint16_t way) {
    Bytes out;
    put(out, "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01"sv);
    put_u16(out, way);
    put(out, "\0\0\0\0\0\0"sv);
    return out;
}

}  // namespace parapet::metadata
