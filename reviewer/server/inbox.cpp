#include "crypto/base/reader.h"
#include "reviewer/server/asked.h"
#include "reviewer/server/inbox_page.h"
#include "reviewer/server/listing.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer {

service::Answer inbox(App& app, const service::Request& request) {
    TRY(const Asked asked, open_asked(app, request, verify::Op::inbox));
    Reader in(asked.body);
    TRY(const std::uint64_t seen, in.take_u64());
    TRY(const std::uint32_t first_row, in.take_u32());
    TRY_(in.finish());
    return list_at_head(app, seen, [&](const vault::CaseLook& look, const vault::TreeHead& head) {
        return inbox_page(app, look, asked.member, first_row, head);
    });
}

}  // namespace parapet::reviewer
