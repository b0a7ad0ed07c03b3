#include "crypto/verify/mailbox_page.h"

#include "crypto/base/reader.h"

namespace parapet::verify {
namespace {

constexpr Error kPageForm{Code::malformed, "a mailbox page of another form"};

Result<MailboxSlot> parse_slot(ByteView slot) {
    Reader r(slot);
    TRY(const std::uint32_t length, r.take_u32());
    if (length > r.left()) return kPageForm;
    TRY(const ByteView used, r.take(length));
    Reader in(used);
    const auto core = in.take(core_length(max_padded(Kind::reply)));
    const auto blob = in.take_fixed<WrapBlob>();
    if (!core.ok() || !blob.ok()) return kPageForm;
    TRY(Digests digests, Digests::parse(in.rest()));
    return MailboxSlot{Bytes(core->begin(), core->end()), *blob, std::move(digests)};
}

}  // namespace

Result<MailboxPage> MailboxPage::parse(ByteView bytes) {
    if (bytes.size() < kMailboxPageSize)
        return Error{Code::truncated, "a mailbox page is shorter than all are"};
    if (bytes.size() > kMailboxPageSize)
        return Error{Code::trailing_bytes, "a mailbox page is longer than all are"};
    Reader r(bytes);
    if (!r.take_magic("PPM1")) return Error{Code::unknown_version, "mailbox page: magic"};
    TRY(const std::uint8_t state, r.take_u8());
    TRY(const std::uint8_t used, r.take_u8());
    MailboxPage out;
    TRY(out.page, r.take_u16());
    TRY(out.pages, r.take_u16());
    TRY(const std::uint16_t zero, r.take_u16());
    TRY(out.next_seq, r.take_u32());
    if (state > 2 || used > kSlotsPerPage || out.pages < 1 || out.page >= out.pages || zero != 0)
        return kPageForm;
    out.held = state == 1;
    out.removed = state == 2;
    if (!out.held && (used != 0 || out.page != 0 || out.pages != 1 || out.next_seq != 0)) return kPageForm;
    for (std::uint8_t i = 0; i < used; ++i) {
        TRY(const ByteView bytes_of_slot, r.take(kSlotSize));
        TRY(MailboxSlot slot, parse_slot(bytes_of_slot));
        out.slots.push_back(std::move(slot));
    }
    return out;
}

}  // namespace parapet::verify
