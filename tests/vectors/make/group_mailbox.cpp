// mailbox: {page} -> {held, page, pages, next_seq, slots: [{core: SHA-256 of it, blob: the same, rids:
// [rid]}]}. Unused bytes are zero here, which keeps the files small; a server fills them with random ones.
#include "crypto/verify/mailbox_page.h"

#include <algorithm>

#include "crypto/base/hash.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_mailbox {

verify::Wrapset wraps(const EnvelopeId& env) {
    verify::Wrapset out{env, {}};
    for (const char* name : {"reporter", "clerk"})
        out.wraps.push_back({cast::fixed<RecipientId>(name), cast::fixed<verify::WrapBlob>(name)});
    std::ranges::sort(out.wraps, {}, &verify::Wrap::rid);
    return out;
}

Bytes slot(std::uint32_t seq) {
    const auto header = cast::header(verify::Kind::reply, seq, 0);
    Bytes inside = header.encode();
    inside.resize(verify::core_length(16'384), 0xA5);
    put(inside, cast::fixed<verify::WrapBlob>("reporter"));
    put(inside, verify::digests_of(wraps(header.env_id())).encode());
    Bytes out;
    put_u32(out, static_cast<std::uint32_t>(inside.size()));
    put(out, inside);
    out.resize(verify::kSlotSize);
    return out;
}

struct Page {
    std::uint8_t state = 1, used = 0;
    std::uint16_t page = 0, pages = 1, zero = 0;
    std::uint32_t next_seq = 1;
    [[nodiscard]] Bytes encode() const {
        Bytes out;
        put(out, "PPM1");
        put_u8(out, state);
        put_u8(out, used);
        put_u16(out, page);
        put_u16(out, pages);
        put_u16(out, zero);
        put_u32(out, next_seq);
        for (std::uint32_t i = 0; i < used && i < 4; ++i) put(out, slot(4U * page + i));
        out.resize(verify::kMailboxPageSize);
        return out;
    }
};

Json ok_of(const Page& p) {
    Json slots = Json::array();
    for (std::uint32_t i = 0; i < p.used; ++i) {
        const Bytes raw = slot(4U * p.page + i);
        const ByteView core = ByteView(raw).subspan(4, verify::core_length(16'384));
        Json rids = Json::array();
        const verify::Wrapset all = wraps({});
        for (const auto& w : all.wraps) rids.push_back(hex(w.rid));
        slots.push_back({{"core", hex(sha256(core))},
                         {"blob", hex(sha256(cast::fixed<verify::WrapBlob>("reporter")))},
                         {"rids", rids}});
    }
    return {{"held", p.state == 1}, {"removed", p.state == 2}, {"page", p.page},
            {"pages", p.pages},     {"next_seq", p.next_seq},  {"slots", slots}};
}

void write_mailbox(VectorFolder& out) {
    const auto good = [&](const char* fact, const char* about, const Page& p) {
        out.ok(fact, about, {{"page", packed(p.encode())}}, ok_of(p));
    };
    const auto bad = [&](const char* fault, const char* about, const Bytes& page, Code code) {
        out.refused(fault, about, {{"page", packed(page)}}, code);
    };
    Page nothing;
    nothing.state = 0;
    nothing.next_seq = 0;
    good("nothing-held", "No case under this code.", nothing);
    Page removed = nothing;
    removed.state = 2;
    good("access-removed", "The holder of the code took the access away.", removed);
    good("no-reply-yet", "A case without a reply.", Page{});
    Page two;
    two.used = 2;
    good("two-replies", "Two slots of four.", two);
    Page second;
    second.used = 1;
    second.page = 1;
    second.pages = 2;
    second.next_seq = 7;
    good("second-page", "The fifth reply.", second);

    const auto changed = [&](const char* fault, const char* about, auto change) {
        Page p;
        change(p);
        bad(fault, about, p.encode(), Code::malformed);
    };
    changed("state-3", "No such state.", [](Page& p) { p.state = 3; });
    changed("access-removed-but-a-reply", "Nothing is shown any more.", [](Page& p) {
        p.state = 2;
        p.next_seq = 0;
        p.used = 1;
    });
    changed("five-slots-used", "There are four.", [](Page& p) { p.used = 5; });
    changed("page-outside", "Page 1 of 1.", [](Page& p) { p.page = 1; });
    changed("no-pages", "At least one.", [](Page& p) { p.pages = 0; });
    changed("reserved-set", "These two bytes are zero.", [](Page& p) { p.zero = 1; });
    changed("nothing-held-but-a-seq", "Nothing is held, so nothing is free.", [](Page& p) { p.state = 0; });
    Bytes raw = two.encode();
    raw[16] = 1;
    bad("slot-longer-than-itself", "More than 20 476 bytes.", raw, Code::malformed);
    raw = two.encode();
    raw[18] = 0x10;
    bad("slot-too-short-for-a-reply", "No room for a core and a wrap.", raw, Code::malformed);
    raw = two.encode();
    raw[19] = static_cast<std::uint8_t>(raw[19] - 1);
    bad("digests-one-byte-short", "The last digest is not whole.", raw, Code::truncated);
    raw = two.encode();
    raw[3] = '2';
    bad("magic-of-another-version", "PPM2.", raw, Code::unknown_version);
    raw = two.encode();
    raw.pop_back();
    bad("one-byte-short", "Every page has one size.", raw, Code::truncated);
    raw.resize(verify::kMailboxPageSize + 1);
    bad("one-byte-long", "Every page has one size.", raw, Code::trailing_bytes);
}

const Registered kRegistered{"mailbox", write_mailbox};

}  // namespace parapet::vectors::group_mailbox
