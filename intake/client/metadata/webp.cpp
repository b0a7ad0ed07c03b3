// WebP (RFC 9649): chunks that draw the picture are kept; the flags of VP8X say what is left.
#include <algorithm>
#include <set>
#include <string>

#include "crypto/base/reader.h"
#include "intake/client/metadata/clean.h"
#include "intake/client/metadata/colours.h"
#include "intake/client/metadata/exif.h"
#include "intake/client/metadata/texts.h"

namespace parapet::metadata {
namespace {

using namespace std::string_view_literals;

constexpr std::uint8_t kProfileFlag = 0x20;
constexpr std::uint8_t kAlphaFlag = 0x10;
constexpr std::uint8_t kExifFlag = 0x08;
constexpr std::uint8_t kAnimationFlag = 0x02;
constexpr Error kNoPicture{Code::malformed, "not the form of a WebP"};
constexpr Error kTruncated{Code::truncated, "a chunk is longer than what holds it"};

void put_u32_little(Bytes& out, std::uint64_t n) {
    for (int i = 0; i < 4; ++i) put_u8(out, static_cast<std::uint8_t>(n >> (8 * i)));
}

std::uint32_t read_u32_little(ByteView raw) {
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < 4; ++i) n |= static_cast<std::uint32_t>(raw[i]) << (8 * i);
    return n;
}

Bytes chunk(std::string_view type, ByteView data) {
    Bytes out;
    put(out, type);
    put_u32_little(out, data.size());
    put(out, data);
    return out;
}

struct Chunk {
    std::string type;
    std::uint64_t from;  // of its data
    std::uint64_t to;
    std::uint64_t next;

    [[nodiscard]] bool draws_alone() const { return type == "VP8 " || type == "VP8L"; }
    [[nodiscard]] bool is_kept() const {
        return draws_alone() || type == "ALPH" || type == "ANIM" || type == "ANMF";
    }
};

// A chunk that lies wholly before `limit`. The pad octet of the last one may be missing.
Result<Chunk> chunk_at(Window& file, std::uint64_t at, std::uint64_t limit) {
    if (at + 8 > limit) return kTruncated;
    TRY(const ByteView head, file.at(at, 8));
    const std::uint64_t length = read_u32_little(head.subspan(4));
    const std::uint64_t to = at + 8 + length;
    if (to > limit) return kTruncated;
    return Chunk{std::string(text(head.first(4))), at + 8, to, std::min(to + length % 2, limit)};
}

// A frame of an animation holds a picture after its 16 octets, and nothing else.
Status check_frame(Window& file, const Chunk& frame) {
    if (frame.to - frame.from < 16) return kTruncated;
    for (std::uint64_t at = frame.from + 16; at < frame.to;) {
        TRY(const Chunk inner, chunk_at(file, at, frame.to));
        if (!inner.draws_alone() && inner.type != "ALPH") return kNoPicture;
        at = inner.next;
    }
    return Done{};
}

struct Instead {
    Bytes bytes;  // empty: nothing
    std::uint8_t flag = 0;
};

// What stands in the new file instead of this chunk, and the flag for it.
Instead instead(std::string_view type, ByteView data, Found& found) {
    if (type == "EXIF") {
        Reader reader(data);
        (void)reader.take_magic("Exif\0\0"sv);  // some write JPEG's beginning here
        const std::uint16_t way = look_at_exif(reader.rest(), found);
        return way == 1 ? Instead{} : Instead{chunk(type, orientation_only(way)), kExifFlag};
    }
    if (type == "ICCP") {
        found.add(Finding::colours);
        return is_display_p3(data) ? Instead{chunk(type, display_p3()), kProfileFlag} : Instead{};
    }
    if (type == "XMP ")
        look_at_xmp(data, found);
    else
        found.add(type == "C2PA" ? Finding::history : Finding::more);
    return {};
}

class Walk {
public:
    Walk(Window& file, Found& found) : file_(file), found_(found) {}

    Result<Parts> all() {
        TRY(const ByteView riff, file_.at(0, 12));
        const std::uint64_t limit = 8 + std::uint64_t{read_u32_little(riff.subspan(4))};
        if (limit > file_.size()) return kTruncated;
        if (limit < file_.size()) found_.add(Finding::appended);
        const std::size_t head = out_.hold(12);
        for (std::uint64_t at = 12; at < limit;) {
            TRY(const Chunk here, chunk_at(file_, at, limit));
            TRY_(take(here, at == 12));
            at = here.next;
        }
        if (!drawn_) return kNoPicture;
        if (!extended_.empty()) {
            extended_[8] = flags_;
            out_.put_in(extended_place_, std::move(extended_));
        }
        Bytes written;
        put(written, "RIFF"sv);
        put_u32_little(written, out_.size() - 8);
        put(written, "WEBP"sv);
        out_.put_in(head, std::move(written));
        return std::move(out_);
    }

private:
    Status take(const Chunk& here, bool first) {
        if (here.type == "VP8X") return take_head(here, first);
        if (here.is_kept()) return keep(here);
        TRY(const ByteView data, file_.look(here.from, here.to));
        Instead written = instead(here.type, data, found_);
        if (!before_.insert(here.type).second || written.bytes.empty()) return Done{};
        flags_ |= written.flag;
        out_.write(std::move(written.bytes));
        return Done{};
    }

    Status take_head(const Chunk& here, bool first) {
        if (!first || here.to - here.from != 10) return kNoPicture;
        TRY(const ByteView old, file_.at(here.from, 10));
        flags_ = old[0] & (kAlphaFlag | kAnimationFlag);
        extended_place_ = out_.hold(18);
        Bytes data(4);
        put(data, old.subspan(4));
        extended_ = chunk(here.type, data);
        return Done{};
    }

    // A pad octet could hold something; ours is zero.
    Status keep(const Chunk& here) {
        if (here.type == "ANMF") TRY_(check_frame(file_, here));
        drawn_ = drawn_ || here.draws_alone() || here.type == "ANMF";
        out_.keep(here.from - 8, here.to);
        if ((here.to - here.from) % 2 == 1) out_.write({0});
        return Done{};
    }

    Window& file_;
    Found& found_;
    Parts out_;
    Bytes extended_;  // VP8X as it will be, but for its flags
    std::size_t extended_place_ = 0;
    std::uint8_t flags_ = 0;
    bool drawn_ = false;
    std::set<std::string> before_;
};

}  // namespace

Result<Parts> clean_webp(Window& file, Found& found) { return Walk(file, found).all(); }

}  // namespace parapet::metadata
