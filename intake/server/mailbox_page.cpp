#include "intake/server/mailbox_page.h"

namespace parapet::intake {
namespace {

Status put_slot(Bytes& out, const vault::Reply& reply) {
    const std::size_t length = reply.core.size() + reply.own_wrap.size() + reply.digests.size();
    if (length > verify::kSlotSize - 4) return Error{Code::storage, "a reply larger than its slot"};
    put_u32(out, static_cast<std::uint32_t>(length));
    put(out, reply.core);
    put(out, reply.own_wrap);
    put(out, reply.digests);
    return Done{};
}

// The rest of the slot that began at `from`.
void fill(Bytes& out, std::size_t to, Random& random) {
    const std::size_t from = out.size();
    out.resize(to);
    random.fill(MutableBytes(out).subspan(from));
}

std::uint8_t state_of(vault::Access access) {
    switch (access) {
        case vault::Access::nothing:
            return 0;
        case vault::Access::held:
            return 1;
        case vault::Access::removed:
            return 2;
    }
    return 0;
}

}  // namespace

Result<Bytes> mailbox_page(vault::Access access, std::uint32_t next_seq, std::uint32_t page,
                           const vault::ReplyPage& replies, Random& random) {
    const std::uint32_t pages = (replies.total + vault::kRepliesPerPage - 1) / vault::kRepliesPerPage;
    const bool held = access == vault::Access::held;
    Bytes out;
    out.reserve(verify::kMailboxPageSize);
    put(out, "PPM1");
    put_u8(out, state_of(access));
    put_u8(out, held ? static_cast<std::uint8_t>(replies.replies.size()) : 0);
    put_u16(out, held ? static_cast<std::uint16_t>(page) : 0);
    put_u16(out, held ? static_cast<std::uint16_t>(std::max(pages, 1U)) : 1);
    put_u16(out, 0);
    put_u32(out, held ? next_seq : 0);
    for (std::size_t i = 0; i < vault::kRepliesPerPage; ++i) {
        const std::size_t end = out.size() + verify::kSlotSize;
        if (held && i < replies.replies.size()) TRY_(put_slot(out, replies.replies[i]));
        fill(out, end, random);
    }
    INVARIANT(out.size() == verify::kMailboxPageSize);
    return out;
}

}  // namespace parapet::intake
