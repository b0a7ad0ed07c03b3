// The mailbox page: 81 936 octets whatever is in it (crypto/SPEC.md section 8). What distinguishes a full, an
// empty and an unknown mailbox is inside, for the holder of the code.
#pragma once

#include "crypto/base/secret.h"
#include "crypto/verify/mailbox_page.h"
#include "vault/mail_rows.h"

namespace parapet::intake {

static_assert(vault::kRepliesPerPage == verify::kSlotsPerPage);

// Unless `access` is held, nothing else is looked at. storage when a reply does not fit its slot.
[[nodiscard]] Result<Bytes> mailbox_page(vault::Access access, std::uint32_t next_seq, std::uint32_t page,
                                         const vault::ReplyPage& replies, Random& random);

}  // namespace parapet::intake
