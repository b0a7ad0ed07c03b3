#include "intake/client/mailbox.h"

#include "crypto/open/message.h"
#include "crypto/open/wrap.h"
#include "crypto/verify/mailbox_page.h"

namespace parapet::reporter {
namespace {

Result<verify::MailboxPage> view_page(service::Client& intake, const Holder& holder, std::uint32_t n) {
    Bytes body;
    put_u32(body, n);
    TRY(const Bytes answer, ask(intake, holder, "/api/mailbox", verify::Op::view, body));
    TRY(verify::MailboxPage page, verify::MailboxPage::parse(answer));
    if (page.page != n) return Error{Code::malformed, "another mailbox page than was asked for"};
    return page;
}

Result<CheckedReply> check_reply(const verify::MailboxSlot& slot, const Holder& holder, open::Office office) {
    TRY(const auto header, verify::EnvelopeHeader::of_core(slot.core));
    if (header.kind != verify::Kind::reply) return Error{Code::bad_header, "not a reply"};
    if (header.deployment != holder.office.root.deployment())
        return Error{Code::wrong_deployment, "a reply of another deployment"};
    if (header.case_id != holder.keys.case_id()) return Error{Code::wrong_case, "a reply of another case"};
    const EnvelopeId env = header.env_id();
    const verify::Wrap wrap{holder.keys.box().rid(), slot.blob};
    if (slot.digests.env != env) return Error{Code::wraps_hash, "digests of another reply"};
    TRY_(slot.digests.check_contains(wrap));
    TRY(const keys::Dek dek, open::unwrap(header, verify::Wrapset{env, {wrap}}, holder.keys.box()));
    TRY(const open::OpenedMessage opened, open::open_office_message(slot.core, dek, office));
    TRY(content::Reply reply, content::read_reply(opened.json.reveal()));
    return CheckedReply{env, header.seq, opened.member->label, opened.member->roles, std::move(reply)};
}

void add_reply(Mailbox& out, std::uint32_t place, const verify::MailboxSlot& slot, const Holder& holder,
               open::Office office) {
    auto checked = check_reply(slot, holder, office);
    if (!checked.ok()) {
        out.refused.push_back({place, checked.error()});
        return;
    }
    const std::optional<EnvelopeId> before =
        out.replies.empty() ? std::nullopt : std::optional(out.replies.back().env);
    if (checked->seq != place || checked->reply.prev != before) out.gaps.push_back(place);
    out.replies.push_back(std::move(*checked));
}

}  // namespace

Result<Mailbox> look(service::Client& intake, const Holder& holder) {
    TRY(const Bytes bundle, intake.get("/api/rosters"));
    TRY(const std::vector<verify::Roster> rosters, holder.office.with_older(bundle));
    Mailbox out;
    std::uint32_t place = 0;
    std::uint32_t pages = 1;
    for (std::uint32_t n = 0; n < pages; ++n) {
        TRY(const verify::MailboxPage page, view_page(intake, holder, n));
        pages = page.pages;
        out.held = page.held;
        out.removed = page.removed;
        out.next_seq = page.next_seq;
        for (const verify::MailboxSlot& slot : page.slots)
            add_reply(out, place++, slot, holder, open::Office{rosters});
    }
    return out;
}

}  // namespace parapet::reporter
