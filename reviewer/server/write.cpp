#include "crypto/verify/bundle.h"
#include "crypto/verify/tags.h"
#include "reviewer/server/act.h"
#include "reviewer/server/at_rest.h"
#include "reviewer/server/outbox.h"
#include "reviewer/server/routes.h"
#include "reviewer/server/writing.h"

namespace parapet::reviewer {
namespace {

using verify::AuditEvent;
using verify::RecordType;

// That the leaf, the case and the core speak of one thing, and that it is this writer's turn and place.
Status check_place(const App& app, const vault::CaseLook& look, const OfficerLeaf& leaf,
                   const Writing& writing, const verify::TagKey& tags) {
    TRY(const vault::CaseRow row, case_of(look, leaf));
    if (row.case_id != writing.header.case_id) return Error{Code::wrong_case, "sealed for another case"};
    std::vector<LogTag> objects{verify::object_tag(tags, writing.env, writing.core_hash)};
    for (const WrittenFile& file : writing.files)
        objects.push_back(verify::object_tag(tags, file.upload.env_id, file.upload.core_hash));
    if (objects != leaf.lines().objects) return Error{Code::wrong_tag, "the leaf names other objects"};
    TRY(const Team team, team_of(app, look, row.case_id));
    if (!team.has(leaf.lines().actor)) return Error{Code::not_a_recipient, "not of this case's team"};
    TRY_(check_recipients(writing, team));
    TRY(const std::uint32_t next, look.next_seq(row.case_id, writing.lane()));
    if (writing.header.seq != next) return Error{Code::duplicate, "that number is taken, or not the next"};
    return Done{};
}

// The members' wraps, one row each, so that a person's can be deleted alone. The reporter's goes to the
// mailbox and is not kept here.
Status keep_wraps(App& app, vault::CaseAct& act, const Writing& writing, const verify::StoreKey& store_key) {
    const CaseId& case_id = writing.header.case_id;
    for (const verify::Wrap& wrap : writing.wraps.wraps) {
        if (app.roster().by_rid(wrap.rid) == nullptr) {
            TRY_(act.put_outbox(static_cast<std::uint8_t>(Effect::reply),
                                reply_payload(writing.env, wrap.blob)));
            continue;
        }
        const verify::Wrapset one{writing.env, {wrap}};
        TRY_(act.put_wrap(case_id, writing.env, wrap.rid, seal_at_rest(store_key, case_id, one, app.random)));
    }
    return Done{};
}

Result<std::uint64_t> commit_writing(App& app, const OfficerLeaf& leaf, const Writing& writing) {
    Result<verify::CaseSecret> secret = app.keys->find(writing.header.case_id);
    if (!secret.ok() && secret.error().code == Code::not_found)
        return Error{Code::wrong_tag, "no such case is on the log"};
    TRY(const verify::CaseSecret found, std::move(secret));
    const verify::TagKey tags = verify::tag_key_of(found);
    const verify::StoreKey store_key = verify::store_key_of(found);
    return app.cases->write([&](vault::CaseAct& act) -> Result<std::uint64_t> {
        TRY(const auto before, act.find_leaf(leaf.row()));
        if (before) return *before;
        TRY_(check_place(app, act, leaf, writing, tags));
        TRY_(check_seen(act, leaf));
        TRY(const vault::LeafPlace place, act.append_leaf(leaf.row()));
        const vault::Day today = stored_day(app.clock().day());
        TRY_(act.put_record(
            {place.index, writing.header.case_id, today, {}, writing.rows(leaf.lines().objects)}));
        TRY_(act.put_core(writing.env, writing.core));
        for (const WrittenFile& file : writing.files) TRY_(act.put_file(file.upload));
        TRY_(keep_wraps(app, act, writing, store_key));
        return place.index;
    });
}

}  // namespace

service::Answer write(App& app, const service::Request& request) {
    TRY(const auto records, verify::parse_bundle(request.body));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(RecordType::leaf));
    WritingParts parts;
    TRY(parts.core, in.take(RecordType::core));
    TRY(parts.wrapset, in.take(RecordType::wrapset));
    while (in.next_is(RecordType::upload)) {
        TRY(const ByteView raw, in.take(RecordType::upload));
        TRY(const verify::UploadRef file, verify::UploadRef::parse(raw));
        parts.files.push_back(file);
    }
    TRY_(in.finish());
    if (parts.files.size() > verify::kMaxAttachments) return Error{Code::too_large, "at most 20 files"};
    TRY(const OfficerLeaf leaf, open_leaf(app, note, {AuditEvent::reply, AuditEvent::note}));
    // The same leaf again: it is answered, although its uploads are objects by now.
    TRY(const auto before,
        app.cases->read([&](const vault::CaseLook& look) { return look.find_leaf(leaf.row()); }));
    if (before) return prove_leaf(app, leaf, *before);
    TRY(const Writing writing, open_writing(app, leaf, parts));
    TRY(const std::uint64_t index, commit_writing(app, leaf, writing));
    send_outbox_after_act(app);
    return prove_leaf(app, leaf, index);
}

}  // namespace parapet::reviewer
