#include "intake/client/mailbox.h"

#include "crypto/base/hash.h"
#include "crypto/open/message.h"
#include "crypto/open/wrap.h"
#include "crypto/sign/sign_note.h"
#include "crypto/verify/auth.h"
#include "crypto/verify/bundle.h"
#include "crypto/verify/mailbox_page.h"
#include "crypto/verify/submit.h"

namespace parapet::reporter {
namespace {

using verify::RecordType;

// Answers a fresh challenge with a note over this body, signed by the case key.
Result<Bytes> ask(service::Client& intake, const Holder& holder, const char* path, verify::Op op,
                  ByteView body) {
    TRY(const Bytes raw, intake.get("/api/challenge"));
    verify::AuthLines lines;
    TRY(lines.challenge, verify::Challenge::from(raw));
    lines.deployment = holder.office.root.deployment();
    lines.subject = verify::Subject::copy(holder.keys.case_id().bytes);
    lines.key = holder.keys.signing().public_key();
    lines.origin = holder.office.root.lines().origins.front();
    lines.op = op;
    lines.body = sha256(body);
    verify::BundleWriter request;
    request.add(RecordType::note, sign::sign_note(lines.print(), lines.signer().name, holder.keys.signing()));
    request.add(RecordType::body, body);
    return intake.post(path, request.finish());
}

Result<verify::MailboxPage> view_page(service::Client& intake, const Holder& holder, std::uint32_t page) {
    Bytes body;
    put_u32(body, page);
    TRY(const Bytes answer, ask(intake, holder, "/api/mailbox", verify::Op::view, body));
    return verify::MailboxPage::parse(answer);
}

Result<CheckedReply> check_reply(const verify::MailboxSlot& slot, const Holder& holder) {
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
    const std::span rosters(&holder.office.roster, 1);
    TRY(const open::OpenedMessage opened, open::open_office_message(slot.core, dek, open::Office{rosters}));
    TRY(content::Reply reply, content::read_reply(opened.json.reveal()));
    return CheckedReply{env, header.seq, opened.member->label, std::move(reply)};
}

void add_reply(Mailbox& out, std::uint32_t place, const verify::MailboxSlot& slot, const Holder& holder) {
    auto checked = check_reply(slot, holder);
    if (!checked.ok()) {
        out.refused.push_back(checked.error());
        return;
    }
    const std::optional<EnvelopeId> before =
        out.replies.empty() ? std::nullopt : std::optional(out.replies.back().env);
    if (checked->seq != place || checked->reply.prev != before) out.gaps.push_back(place);
    out.replies.push_back(std::move(*checked));
}

}  // namespace

Result<Mailbox> look(service::Client& intake, const Holder& holder) {
    Mailbox out;
    std::uint32_t place = 0;
    std::uint32_t pages = 1;
    for (std::uint32_t n = 0; n < pages; ++n) {
        TRY(const verify::MailboxPage page, view_page(intake, holder, n));
        pages = page.pages;
        out.held = page.held;
        out.next_seq = page.next_seq;
        for (const verify::MailboxSlot& slot : page.slots) add_reply(out, place++, slot, holder);
    }
    return out;
}

Result<std::set<PersonId>> left_out(service::Client& intake, const Holder& holder, const Mailbox& mailbox) {
    Bytes body;
    put_u32(body, 0);
    TRY(const Bytes answer, ask(intake, holder, "/api/own", verify::Op::own, body));
    TRY(const auto records, verify::parse_bundle(answer));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(RecordType::note));
    TRY(const ByteView core, in.take(RecordType::core));
    TRY(const ByteView wraps_bytes, in.take(RecordType::wrapset));
    TRY(const auto submit, verify::Submit::verify(note, holder.office.root.deployment()));
    TRY(const auto header, verify::EnvelopeHeader::of_core(core));
    TRY_(submit.check_header(0, header));
    if (header.case_id != holder.keys.case_id()) return Error{Code::wrong_case, "a report of another case"};
    TRY(const auto wraps, verify::Wrapset::parse(wraps_bytes));
    TRY(const keys::Dek dek, open::unwrap(header, wraps, holder.keys.box()));
    TRY(const auto opened, open::open_reporter_message(core, dek));
    TRY(content::Report report, content::read_report(opened.json.reveal()));
    for (const CheckedReply& reply : mailbox.replies)
        report.exclude.insert(reply.reply.recused.begin(), reply.reply.recused.end());
    return std::move(report.exclude);
}

}  // namespace parapet::reporter
