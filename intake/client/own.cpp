#include "intake/client/own.h"

#include <algorithm>

#include "crypto/open/message.h"
#include "crypto/open/wrap.h"
#include "crypto/verify/bundle.h"
#include "crypto/verify/core_hash.h"
#include "crypto/verify/submit.h"

namespace parapet::reporter {
namespace {

using verify::RecordType;

// The core of a message of this number, as the case key announced it.
Result<verify::EnvelopeHeader> check_core(ByteView note, ByteView core, const Holder& holder,
                                          std::uint32_t seq) {
    TRY(const auto submit, verify::Submit::verify(note, holder.office.root.deployment()));
    if (submit.lines().case_id != holder.keys.case_id())
        return Error{Code::wrong_case, "a message of another case"};
    TRY(const auto header, verify::EnvelopeHeader::of_core(core));
    TRY_(submit.check_header(0, header));
    if (header.seq != seq) return Error{Code::bad_header, "another message than was asked for"};
    TRY(const Hash hash, verify::core_hash(core));
    if (hash != submit.lines().objects[0].core_hash)
        return Error{Code::core_hash, "another core than was announced"};
    return header;
}

Result<OwnMessage> read(const open::OpenedMessage& opened, verify::Day day) {
    if (opened.header.kind == verify::Kind::report) {
        TRY(content::Report report, content::read_report(opened.json.reveal()));
        return OwnMessage{day, std::move(report)};
    }
    TRY(content::Message message, content::read_message(opened.json.reveal()));
    return OwnMessage{day, std::move(message)};
}

Result<OwnMessage> open_own(const OwnSealed& own, const Holder& holder) {
    TRY(const keys::Dek dek, open::unwrap(own.header, own.wraps, holder.keys.box()));
    TRY(const auto opened, open::open_reporter_message(own.core, dek));
    return read(opened, own.day);
}

bool are_these(const std::vector<content::Attachment>& sent, const std::vector<seal::FileToSeal>& files) {
    return std::ranges::equal(sent, files, [](const content::Attachment& one, const seal::FileToSeal& file) {
        return one.name == file.name && one.size == file.source->size();
    });
}

}  // namespace

Result<OwnSealed> own_sealed(service::Client& intake, const Holder& holder, std::uint32_t seq) {
    Bytes body;
    put_u32(body, seq);
    TRY(const Bytes answer, ask(intake, holder, "/api/own", verify::Op::own, body));
    TRY(const auto records, verify::parse_bundle(answer));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(RecordType::note));
    TRY(const ByteView core, in.take(RecordType::core));
    TRY(const ByteView wraps_bytes, in.take(RecordType::wrapset));
    TRY(const ByteView digests_bytes, in.take(RecordType::digests));
    TRY(const ByteView day_text, in.take(RecordType::day));
    TRY_(in.finish());

    TRY(const auto header, check_core(note, core, holder, seq));
    TRY(auto wraps, verify::Wrapset::parse(wraps_bytes));
    TRY(const auto digests, verify::Digests::parse(digests_bytes));
    for (const verify::Wrap& wrap : wraps.wraps) TRY_(digests.check_contains(wrap));
    TRY(const verify::Day day, verify::Day::parse(text(day_text)));
    return OwnSealed{{note.begin(), note.end()}, {core.begin(), core.end()}, header, std::move(wraps), day};
}

Result<OwnMessage> own_message(service::Client& intake, const Holder& holder, std::uint32_t seq) {
    TRY(const OwnSealed own, own_sealed(intake, holder, seq));
    return open_own(own, holder);
}

Result<std::vector<SentBefore>> all_own(service::Client& intake, const Holder& holder,
                                        const Mailbox& mailbox) {
    return all_own(intake, holder, mailbox, own_sealed(intake, holder, 0));
}

Result<std::vector<SentBefore>> all_own(service::Client& intake, const Holder& holder, const Mailbox& mailbox,
                                        const Result<OwnSealed>& report) {
    const auto fetch = [&](std::uint32_t seq) -> Result<OwnMessage> {
        if (seq > 0) return own_message(intake, holder, seq);
        if (!report.ok()) return report.error();
        return open_own(*report, holder);
    };
    std::vector<SentBefore> out;
    for (std::uint32_t seq = 0; seq < mailbox.next_seq; ++seq) {
        Result<OwnMessage> own = fetch(seq);
        if (!own.ok() && own.error().code == Code::not_found) continue;
        if (!own.ok()) return own.error();
        out.push_back({seq, std::move(*own)});
    }
    return out;
}

bool says(const OwnMessage& sent, const content::Message& draft, const std::vector<seal::FileToSeal>& files) {
    const auto* const message = std::get_if<content::Message>(&sent.said);
    return message != nullptr && message->text == draft.text && message->answers == draft.answers &&
           are_these(message->attachments, files);
}

bool says(const OwnMessage& sent, const content::Report& draft, const std::vector<seal::FileToSeal>& files) {
    const auto* const report = std::get_if<content::Report>(&sent.said);
    return report != nullptr && report->form_id == draft.form_id &&
           report->form_version == draft.form_version && report->answers == draft.answers &&
           report->exclude == draft.exclude && are_these(report->attachments, files);
}

}  // namespace parapet::reporter
