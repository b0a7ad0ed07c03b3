// JPEG (ITU T.81): what draws the picture is kept, everything else goes. The compressed picture itself is not
// touched.
#include <algorithm>
#include <set>

#include "crypto/base/reader.h"
#include "intake/client/metadata/clean.h"
#include "intake/client/metadata/colours.h"
#include "intake/client/metadata/exif.h"
#include "intake/client/metadata/texts.h"

namespace parapet::metadata {
namespace {

using namespace std::string_view_literals;

constexpr std::uint8_t kStartOfScan = 0xda;
constexpr std::uint8_t kEndOfImage = 0xd9;
constexpr Error kNoPicture{Code::malformed, "not the form of a JPEG"};

// Frames (SOF) and tables between them, scans, quantisation tables, number of lines, restart interval.
bool is_kept(std::uint8_t marker) {
    return (marker >= 0xc0 && marker <= 0xcf && marker != 0xc8) || (marker >= 0xda && marker <= 0xdd);
}

// Markers without a length belong into a scan or to the ends of the file; no other place is theirs.
bool stands_alone(std::uint8_t marker) { return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8); }

bool is_inside_scan(std::uint8_t next) { return next == 0x00 || (next >= 0xd0 && next <= 0xd7); }

Bytes segment(std::uint8_t marker, std::string_view name, ByteView body) {
    Bytes out{0xff, marker};
    put_u16(out, static_cast<std::uint16_t>(2 + name.size() + body.size()));
    put(out, name);
    put(out, body);
    return out;
}

// Rewrites what has to be there for the picture to look right, as the same few octets for everybody.
class Replacing {
public:
    explicit Replacing(Found& found) : found_(found) {}

    // What stands in the new file instead of this segment; empty: nothing.
    Bytes segment_for(std::uint8_t marker, ByteView payload) {
        Reader reader(payload);
        if (marker == 0xe0 && reader.take_magic("JFIF\0"sv)) return jfif(reader);
        if (marker == 0xee && reader.take_magic("Adobe")) return adobe(reader);
        if (marker == 0xe1 && reader.take_magic("Exif\0\0"sv)) return exif(reader.rest());
        if (marker == 0xe2 && reader.take_magic("ICC_PROFILE\0"sv)) return profile(reader);
        look(marker, reader);
        return {};
    }

private:
    Bytes once(std::uint8_t marker, Bytes bytes) {
        return done_.insert(marker).second ? std::move(bytes) : Bytes();
    }

    Bytes jfif(const Reader& reader) {
        if (reader.left() > 9) found_.add(Finding::thumbnail);
        return once(0xe0, segment(0xe0, "JFIF\0"sv, view("\1\1\0\0\1\0\1\0\0"sv)));
    }

    // Only its last octet says how the colours are stored.
    Bytes adobe(const Reader& reader) {
        if (reader.left() < 7) return {};
        const std::uint8_t transform = reader.rest()[6];
        return once(0xee, segment(0xee, "Adobe\0\x64\0\0\0\0"sv, ByteView(&transform, 1)));
    }

    Bytes exif(ByteView tiff) {
        const std::uint16_t way = look_at_exif(tiff, found_);
        Bytes whole = once(0xe1, segment(0xe1, "Exif\0\0"sv, orientation_only(way)));
        return way == 1 ? Bytes() : whole;
    }

    Bytes profile(Reader& reader) {
        found_.add(Finding::colours);
        const bool alone = reader.take_magic("\1\1"sv);
        if (!alone || !is_display_p3(reader.rest())) return {};
        return once(0xe2, segment(0xe2, "ICC_PROFILE\0\1\1"sv, display_p3()));
    }

    void look(std::uint8_t marker, Reader& reader) {
        if (marker == 0xfe) return found_.add(Finding::comment);
        if (marker == 0xe0 && reader.take_magic("JFXX\0"sv)) return found_.add(Finding::thumbnail);
        if (marker == 0xe1 && reader.take_magic("http:")) return look_at_xmp(reader.rest(), found_);
        if (marker == 0xe2 && reader.take_magic("MPF\0"sv)) return found_.add(Finding::appended);
        if (marker == 0xed && reader.take_magic("Photoshop 3.0\0"sv))
            return look_at_photoshop(reader.rest(), found_);
        if (marker == 0xeb && reader.take_magic("JP")) return found_.add(Finding::history);  // C2PA
        found_.add(Finding::more);
    }

    Found& found_;
    std::set<std::uint8_t> done_;
};

// Where the next octet stands that may begin a marker, or the end of the file.
Result<std::uint64_t> next_mark(Window& file, std::uint64_t at) {
    for (;;) {
        TRY(const ByteView bytes, file.on(at));
        const auto here = std::find(bytes.begin(), bytes.end(), 0xff);
        if (here != bytes.end() || bytes.empty())
            return at + static_cast<std::uint64_t>(here - bytes.begin());
        at += bytes.size();
    }
}

// Past the compressed data of a scan: where the next marker stands, or the end of the file.
Result<std::uint64_t> after_scan(Window& file, std::uint64_t at) {
    for (;;) {
        TRY(const ByteView bytes, file.on(at));
        if (bytes.size() < 2) return file.size();
        const auto last = bytes.end() - 1;
        auto here = std::find(bytes.begin(), last, 0xff);
        while (here != last) {
            const std::uint8_t next = *(here + 1);
            if (!is_inside_scan(next) && next != 0xff)
                return at + static_cast<std::uint64_t>(here - bytes.begin());
            here = std::find(here + 1, last, 0xff);
        }
        // The last octet may begin a marker that the window does not show yet.
        at += bytes.size() - (*last == 0xff ? 1 : 0);
    }
}

class Walk {
public:
    Walk(Window& file, Found& found) : file_(file), found_(found), replacing_(found) {}

    Result<Parts> all() {
        out_.keep(0, 2);
        for (bool goes_on = true; goes_on;) {
            TRY(goes_on, step());
        }
        return std::move(out_);
    }

private:
    // False at the end of the picture. One that was cut off inside its scans is shown as far as it goes; one
    // without any is none.
    Result<bool> step() {
        if (scans_ > 0 && at_ + 2 > file_.size()) return false;
        TRY(const ByteView head, file_.at(at_, 2));
        const std::uint8_t marker = head[1];
        if (head[0] != 0xff || marker == 0x00) {
            // Decoders pass over octets that belong to no segment. Whatever they are, they draw nothing.
            found_.add(Finding::more);
            TRY(at_, next_mark(file_, at_ + 1));
            return true;
        }
        if (stands_alone(marker)) return kNoPicture;
        if (marker == 0xff) {
            ++at_;  // a fill octet
            return true;
        }
        if (marker == kEndOfImage) return end();
        if (scans_ > 0 && at_ + 4 > file_.size()) return false;
        TRY(const ByteView raw, file_.at(at_ + 2, 2));
        const std::uint16_t length = Reader(raw).take_u16().value();
        if (length < 2) return kNoPicture;
        if (at_ + 2 + length > file_.size()) {
            if (scans_ > 0) return false;
            return Error{Code::truncated, "a segment is longer than its file"};
        }
        TRY_(segment_at(marker, at_ + 2 + length));
        return true;
    }

    Result<bool> end() {
        if (scans_ == 0) return kNoPicture;
        out_.keep(at_, at_ + 2);
        if (at_ + 2 < file_.size()) found_.add(Finding::appended);
        return false;
    }

    Status segment_at(std::uint8_t marker, std::uint64_t end) {
        if (is_kept(marker)) {
            out_.keep(at_, end);
        } else {
            TRY(const ByteView payload, file_.look(at_ + 4, end));
            if (Bytes instead = replacing_.segment_for(marker, payload); !instead.empty())
                out_.write(std::move(instead));
        }
        at_ = end;
        if (marker != kStartOfScan) return Done{};
        ++scans_;
        TRY(at_, after_scan(file_, end));
        out_.keep(end, at_);
        return Done{};
    }

    Window& file_;
    Found& found_;
    Replacing replacing_;
    Parts out_;
    std::uint64_t at_ = 2;
    std::uint64_t scans_ = 0;
};

}  // namespace

Result<Parts> clean_jpeg(Window& file, Found& found) { return Walk(file, found).all(); }

}  // namespace parapet::metadata
