#include "reviewer/client/reply.h"

#include "crypto/seal/envelope.h"
#include "crypto/seal/wrap.h"
#include "reviewer/cases/public_status.h"

namespace parapet::officer {
namespace {

constexpr std::string_view kLanguage = "en";  // of what this version's desk writes

Result<SealedWriting> seal(const seal::HeaderFields& fields, const Plaintext& json,
                           const std::vector<SealKey>& recipients, const keys::MemberKeys& keys,
                           Random& random) {
    TRY(seal::SealedMessage sealed, seal::seal_message(fields, json, keys.signing(), random));
    TRY(const verify::Wrapset wraps, seal::wrap(sealed.env, sealed.dek, recipients, random));
    return SealedWriting{sealed.env, sealed.core_hash, std::move(sealed.core), wraps.encode()};
}

seal::HeaderFields header(const CaseFile& file, const Office& office, verify::Kind kind, std::uint32_t seq) {
    return {.kind = kind,
            .author = verify::Author::reviewer,
            .deployment = office.root().deployment(),
            .case_id = file.entry.case_id,
            .seq = seq,
            .part = verify::kMessagePart,
            .roster_hash = office.roster().hash()};
}

std::optional<content::Filed> filing_of(const CaseEntry& entry) {
    if (!entry.filed) return std::nullopt;
    const FiledReport& filed = *entry.filed;
    return content::Filed{filed.leaf, filed.proof.encode(), filed.checkpoint, entry.tag_key.duplicate()};
}

}  // namespace

seal::HeaderFields fields_of_file(const CaseFile& file, const Office& office, std::uint32_t part) {
    seal::HeaderFields out = header(file, office, verify::Kind::attachment, file.entry.next_reply);
    out.part = part;
    return out;
}

Result<SealedReply> seal_reply(const CaseFile& file, const ReplyDraft& draft,
                               std::vector<content::Attachment> files, verify::Day today,
                               const Office& office, const keys::MemberKeys& keys, Random& random) {
    TRY(Colleagues team, colleagues(file, office, keys.rid()));
    if (!cases::may_follow(file.told(), content::name_of(draft.status)))
        return Error{Code::out_of_order, "that status may not follow the last one"};
    content::Reply reply;
    reply.lang = kLanguage;
    reply.type = draft.type;
    reply.status = draft.status;
    reply.text = draft.text;
    reply.day = today;
    reply.look_again = draft.look_again;
    reply.due = draft.due;
    if (const OpenedMessage* last = file.last_reply()) reply.prev = last->logged.listed.env;
    reply.recused = std::move(team.recused);
    reply.attachments = std::move(files);
    if (draft.type == content::ReplyType::acknowledgement) reply.filed = filing_of(file.entry);
    TRY(const Plaintext json, content::write(reply));
    std::vector<SealKey> recipients = std::move(team.keys);
    recipients.push_back(std::get<content::Report>(*file.report()->content).box);
    TRY(SealedWriting writing, seal(header(file, office, verify::Kind::reply, file.entry.next_reply), json,
                                    recipients, keys, random));
    return SealedReply{std::move(writing), std::move(reply)};
}

Result<SealedWriting> seal_note(const CaseFile& file, const std::string& text, const Office& office,
                                const keys::MemberKeys& keys, Random& random) {
    TRY(const Colleagues team, colleagues(file, office, keys.rid()));
    TRY(const Plaintext json, content::write(content::OfficeNote{std::string(kLanguage), text}));
    return seal(header(file, office, verify::Kind::note, file.entry.next_note), json, team.keys, keys,
                random);
}

}  // namespace parapet::officer
