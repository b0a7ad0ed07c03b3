#include "crypto/base/reader.h"
#include "intake/server/asked.h"
#include "intake/server/even_time.h"
#include "intake/server/mailbox_page.h"
#include "intake/server/routes.h"
#include "vault/piece_reader.h"

namespace parapet::intake {
namespace {

constexpr std::uint32_t kMostPages = 65'535;

Result<std::uint32_t> one_number(ByteView body) {
    Reader in(body);
    TRY(const std::uint32_t n, in.take_u32());
    TRY_(in.finish());
    return n;
}

Result<Bytes> core_of(const App& app, const vault::StoredObject& object) {
    if (!object.file) return object.core;
    TRY(const auto file, vault::PieceReader::open(app.pieces, *object.file, object.core_len));
    Bytes out(static_cast<std::size_t>(object.core_len));
    TRY_(file.read(0, out));
    return out;
}

}  // namespace

service::Answer mailbox(App& app, const service::Request& request) {
    const EvenTime even(kLookGrid);
    TRY(const Asked asked, open_asked(app, request, verify::Op::view));
    TRY(const std::uint32_t page, one_number(asked.body));
    if (page > kMostPages) return Error{Code::malformed, "no mailbox has so many pages"};
    // All three are asked whether or not anything is held, so that the work is the same.
    TRY(const vault::Access access, app.drop->access(asked.case_id));
    TRY(const std::uint32_t next_seq, app.drop->next_seq(asked.case_id));
    TRY(const vault::ReplyPage replies, app.mail->page(asked.case_id, page));
    TRY(Bytes out, mailbox_page(access, next_seq, page, replies, app.random));
    even.settle(out);
    return service::Answer::octets(std::move(out));
}

service::Answer own(App& app, const service::Request& request) {
    TRY(const Asked asked, open_asked(app, request, verify::Op::own));
    TRY(const std::uint32_t seq, one_number(asked.body));
    TRY(const vault::StoredSubmission sent, app.drop->own(asked.case_id, seq));
    const vault::StoredObject& message = sent.objects.front();
    if (message.own_wrap.empty()) return Error{Code::not_found, "the reporter took this access away"};
    TRY(const Bytes core, core_of(app, message));
    verify::BundleWriter out;
    out.add(verify::RecordType::note, sent.note);
    out.add(verify::RecordType::core, core);
    out.add(verify::RecordType::wrapset, message.own_wrap);
    out.add(verify::RecordType::digests, message.digests);
    out.add(verify::RecordType::day, view(shown_day(sent.day).print()));
    return service::Answer::octets(out.finish());
}

service::Answer burn(App& app, const service::Request& request) {
    const EvenTime even(kBurnGrid);
    TRY(const Asked asked, open_asked(app, request, verify::Op::burn));
    if (!asked.body.empty()) return Error{Code::malformed, "burn has no body"};
    TRY_(app.drop->burn(asked.case_id));
    return service::Answer::json(R"({"done":true})");
}

}  // namespace parapet::intake
