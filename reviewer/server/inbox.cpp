#include "crypto/base/reader.h"
#include "reviewer/server/asked.h"
#include "reviewer/server/inbox_page.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer {

service::Answer inbox(App& app, const service::Request& request) {
    TRY(const Asked asked, open_asked(app, request, verify::Op::inbox));
    Reader in(asked.body);
    TRY(const std::uint64_t seen, in.take_u64());
    TRY(const std::uint32_t first_row, in.take_u32());
    TRY_(in.finish());
    TRY(Bytes answer, app.cases->read([&](const vault::CaseLook& look) -> Result<Bytes> {
        TRY(const SignedHead now, app.log.sign_head(look));
        TRY(const Bytes growth, app.log.growth(look, seen, now));
        TRY(const std::string page, inbox_page(app, look, asked.member, first_row, now.head));
        verify::BundleWriter out;
        out.add(verify::RecordType::checkpoint, now.checkpoint);
        out.add(verify::RecordType::consistency, growth);
        out.add(verify::RecordType::json, view(page));
        return out.finish();
    }));
    return service::Answer::octets(std::move(answer));
}

}  // namespace parapet::reviewer
