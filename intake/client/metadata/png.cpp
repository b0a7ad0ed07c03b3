// PNG (W3C, third edition, and APNG): chunks that draw the picture are kept as they are, with their
// checksums.
#include <algorithm>
#include <array>

#include "crypto/base/reader.h"
#include "intake/client/metadata/clean.h"
#include "intake/client/metadata/exif.h"
#include "intake/client/metadata/texts.h"

namespace parapet::metadata {
namespace {

using namespace std::string_view_literals;

constexpr std::array kKept{"IHDR"sv, "PLTE"sv, "tRNS"sv, "gAMA"sv, "sRGB"sv, "cICP"sv,
                           "acTL"sv, "fcTL"sv, "fdAT"sv, "IDAT"sv, "IEND"sv};
// Of no use for showing, and they say nothing about anybody: they go in silence.
constexpr std::array kSilent{"pHYs"sv, "sBIT"sv, "bKGD"sv, "hIST"sv};
// White, red, green and blue of sRGB: the only ones that name no screen.
constexpr auto kColoursOfSrgb =
    "\0\0\x7a\x26\0\0\x80\x84\0\0\xfa\0\0\0\x80\xe8\0\0\x75\x30\0\0\xea\x60\0\0\x3a\x98\0\0\x17\x70"sv;
constexpr Error kNoPicture{Code::malformed, "not the form of a PNG"};

template <std::size_t N>
bool is_one_of(std::string_view type, const std::array<std::string_view, N>& all) {
    return std::ranges::find(all, type) != all.end();
}

// The checksum of PNG's appendix D, over the few octets that we write ourselves.
std::uint32_t crc(ByteView bytes) {
    std::uint32_t c = 0xffffffff;
    for (const std::uint8_t byte : bytes) {
        c ^= byte;
        for (int k = 0; k < 8; ++k) c = (c & 1) != 0 ? 0xedb88320 ^ (c >> 1) : c >> 1;
    }
    return ~c;
}

Bytes chunk(std::string_view type, ByteView data) {
    Bytes out;
    put_u32(out, static_cast<std::uint32_t>(data.size()));
    put(out, type);
    put(out, data);
    put_u32(out, crc(ByteView(out).subspan(4)));
    return out;
}

// What stands in the new file instead of this chunk; empty: nothing.
Bytes instead(std::string_view type, ByteView data, Found& found) {
    if (type == "eXIf") {
        const std::uint16_t way = look_at_exif(data, found);
        return way == 1 ? Bytes() : chunk(type, orientation_only(way));
    }
    if (type == "tEXt" || type == "zTXt" || type == "iTXt")
        look_at_png_text(data, found);
    else if (type == "tIME")
        found.add(Finding::time);
    else if (type == "caBX")  // C2PA
        found.add(Finding::history);
    else if (type == "iCCP" || type == "cHRM" || type == "mDCV")
        found.add(Finding::colours);
    else if (!is_one_of(type, kSilent))
        found.add(Finding::more);
    return {};
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Walk {
public:
    Walk(Window& file, Found& found) : file_(file), found_(found) {}

    Result<Parts> all() {
        out_.keep(0, 8);
        for (std::string type; type != "IEND";) {
            TRY(type, step());
        }
        if (!drawn_) return kNoPicture;
        if (at_ < file_.size()) found_.add(Finding::appended);
        return std::move(out_);
    }

private:
    // The type of the chunk that it took.
    Result<std::string> step() {
        TRY(const ByteView head, file_.at(at_, 8));
        Reader reader(head);
        const std::uint32_t length = reader.take_u32().value();
        const std::string type(text(reader.rest()));
        const std::uint64_t end = at_ + 12 + length;
        if (!std::ranges::all_of(type, is_letter) || length > 0x7fffffff) return kNoPicture;
        if (end > file_.size()) return Error{Code::truncated, "a chunk is longer than its file"};
        if ((at_ == 8) != (type == "IHDR")) return kNoPicture;
        if (is_one_of(type, kKept)) {
            out_.keep(at_, end);
        } else {
            TRY(const ByteView data, file_.look(at_ + 8, end - 4));
            take(type, data, end);
        }
        drawn_ = drawn_ || type == "IDAT";
        at_ = end;
        return type;
    }

    void take(std::string_view type, ByteView data, std::uint64_t end) {
        if (type == "cHRM" && text(data) == kColoursOfSrgb) return out_.keep(at_, end);
        if (Bytes written = instead(type, data, found_); !written.empty() && !turned_)
            out_.write(std::move(written));
        turned_ = turned_ || type == "eXIf";
    }

    Window& file_;
    Found& found_;
    Parts out_;
    std::uint64_t at_ = 8;
    bool turned_ = false;
    bool drawn_ = false;
};

}  // namespace

Result<Parts> clean_png(Window& file, Found& found) { return Walk(file, found).all(); }

}  // namespace parapet::metadata
