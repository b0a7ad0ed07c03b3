// A mailbox page. Whole ones have 81 936 octets, nearly all of them ciphertext; so an input is also laid out
// over the page: its head, then for each slot the length and what comes after the core.
#include "crypto/verify/mailbox_page.h"

#include <algorithm>

using namespace parapet;

namespace {

constexpr std::size_t kHead = 16;
constexpr std::size_t kLength = 4;
constexpr std::size_t kBeforeDigests = 16'512 + verify::WrapBlob::kSize;

void read(ByteView page) {
    const auto read = verify::MailboxPage::parse(page);
    if (!read.ok()) return;
    INVARIANT(read->page < read->pages && read->slots.size() <= verify::kSlotsPerPage);
    INVARIANT(read->held || read->slots.empty());
    for (const verify::MailboxSlot& slot : read->slots) {
        INVARIANT(slot.core.size() == 16'512);
        INVARIANT(verify::Digests::parse(slot.digests.encode()).value() == slot.digests);
    }
}

Bytes laid_out(ByteView in) {
    Bytes page(verify::kMailboxPageSize);
    const auto lay = [&](std::size_t at, std::size_t most) {
        const ByteView part = in.first(std::min(in.size(), most));
        std::ranges::copy(part, page.begin() + static_cast<std::ptrdiff_t>(at));
        in = in.subspan(part.size());
    };
    const std::size_t each = in.size() <= kHead ? 0 : (in.size() - kHead) / verify::kSlotsPerPage;
    lay(0, kHead);
    for (std::size_t slot = 0; slot < verify::kSlotsPerPage; ++slot) {
        const std::size_t at = kHead + slot * verify::kSlotSize;
        const std::size_t front = std::min(each, kLength);
        lay(at, front);
        lay(at + kLength + kBeforeDigests,
            std::min(each - front, verify::kSlotSize - kLength - kBeforeDigests));
    }
    return page;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    read(in);
    read(laid_out(in));
    return 0;
}
