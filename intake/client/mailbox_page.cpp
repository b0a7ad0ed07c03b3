#include "intake/client/mailbox_page.h"

#include "crypto/base/reader.h"
#include "crypto/verify/lengths.h"

namespace parapet::reporter {
namespace {

constexpr Error kForm{Code::malformed, "not a mailbox page"};

Result<Slot> parse_slot(ByteView bytes) {
    Reader in(bytes);
    TRY(const std::uint32_t length, in.take_u32());
    if (length > kSlotSize - 4) return kForm;
    TRY(const ByteView filled, in.take(length));
    Reader inside(filled);
    TRY(const ByteView core, inside.take(verify::core_length(verify::max_padded(verify::Kind::reply))));
    TRY(const verify::WrapBlob blob, inside.take_fixed<verify::WrapBlob>());
    TRY(verify::Digests digests, verify::Digests::parse(inside.rest()));
    return Slot{{core.begin(), core.end()}, blob, std::move(digests)};
}

}  // namespace

Result<MailboxPage> MailboxPage::parse(ByteView bytes) {
    if (bytes.size() < kPageSize) return Error{Code::truncated, "a mailbox page has 81 936 octets"};
    if (bytes.size() > kPageSize) return Error{Code::trailing_bytes, "a mailbox page has 81 936 octets"};
    Reader in(bytes);
    if (!in.take_magic("PPM1")) return Error{Code::unknown_version, "a mailbox page of another version"};
    TRY(const std::uint8_t state, in.take_u8());
    TRY(const std::uint8_t used, in.take_u8());
    MailboxPage out;
    TRY(out.page, in.take_u16());
    TRY(out.pages, in.take_u16());
    TRY(const std::uint16_t zero, in.take_u16());
    TRY(out.next_seq, in.take_u32());
    out.held = state == 1;
    if (state > 1 || used > kSlots || out.pages < 1 || out.page >= out.pages || zero != 0) return kForm;
    if (!out.held && (used != 0 || out.page != 0 || out.pages != 1 || out.next_seq != 0)) return kForm;
    for (std::uint8_t i = 0; i < used; ++i) {
        TRY(const ByteView raw, in.take(kSlotSize));
        TRY(Slot slot, parse_slot(raw));
        out.slots.push_back(std::move(slot));
    }
    return out;
}

}  // namespace parapet::reporter
