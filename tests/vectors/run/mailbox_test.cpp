#include "crypto/verify/mailbox_page.h"

#include "crypto/base/hash.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::mailbox_test {

Result<Json> run(const Json& in) {
    TRY(const auto page, verify::MailboxPage::parse(bytes_of(in, "page")));
    Json slots = Json::array();
    for (const verify::MailboxSlot& slot : page.slots) {
        Json rids = Json::array();
        for (const auto& entry : slot.digests.entries) rids.push_back(hex(entry.rid));
        slots.push_back({{"core", hex(sha256(slot.core))}, {"blob", hex(sha256(slot.blob))}, {"rids", rids}});
    }
    return Json{{"held", page.held},   {"removed", page.removed},   {"page", page.page},
                {"pages", page.pages}, {"next_seq", page.next_seq}, {"slots", slots}};
}

TEST_CASE("mailbox pages are what the vectors say") { run_group("mailbox", run); }

}  // namespace parapet::vectors::mailbox_test
