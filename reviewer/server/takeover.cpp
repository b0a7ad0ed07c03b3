#include "reviewer/server/takeover.h"

#include "crypto/base/reader.h"
#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/ed25519.h"
#include "crypto/verify/tags.h"
#include "reviewer/cases/case_state.h"
#include "reviewer/server/arrival.h"
#include "reviewer/server/at_rest.h"
#include "reviewer/server/outbox.h"

namespace parapet::reviewer {
namespace {

// Uniform, by drawing again: a number below n.
std::size_t below(std::size_t n, Random& random) {
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % n;
    while (true) {
        const auto raw = random.fixed<Fixed<8, struct DrawTag>>();
        Reader reader(raw);
        const std::uint64_t drawn = reader.take_u64().value();
        if (drawn < limit) return drawn % n;
    }
}

Result<std::vector<vault::WaitingSubmission>> waiting(App& app) {
    TRY(auto all, app.drop->waiting());
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[below(i, app.random)]);
    return all;
}

struct Tagged {
    verify::TagKey key;
    LogTag case_tag;
    std::vector<LogTag> objects;
};

Tagged tag(const Arrival& arrival, const verify::CaseSecret& secret) {
    Tagged out{verify::tag_key_of(secret), {}, {}};
    out.case_tag = verify::case_tag(out.key, arrival.case_id());
    for (const verify::SubmitObject& object : arrival.submit.lines().objects)
        out.objects.push_back(verify::object_tag(out.key, object.env, object.core_hash));
    return out;
}

// The day and no more: what a reporter does has no minute on the log.
verify::AuditLines received_lines(const App& app, const Tagged& tags, vault::Day day) {
    verify::AuditLines lines;
    lines.deployment = app.root().deployment();
    lines.event = verify::AuditEvent::received;
    lines.time = shown_day(day);
    lines.actor = verify::service_actor(app.service_key.public_key());
    lines.case_tag = tags.case_tag;
    lines.objects = tags.objects;
    lines.tag_key = verify::tag_key_hash(tags.key);
    lines.nonce = app.random.fixed<Nonce16>();
    return lines;
}

vault::Record record_of(const Arrival& arrival, const vault::StoredSubmission& stored, const Tagged& tags,
                        std::uint64_t leaf) {
    vault::Record out{leaf, arrival.case_id(), stored.day, stored.note, {}};
    for (std::size_t i = 0; i < arrival.headers.size(); ++i) {
        const vault::StoredObject& from = stored.objects[i];
        out.objects.push_back({.env_id = from.env_id,
                               .otag = tags.objects[i],
                               .lane = vault::Lane::reporter,
                               .kind = from.kind,
                               .seq = stored.seq,
                               .part = from.part,
                               .core_len = from.core_len,
                               .core_hash = arrival.submit.lines().objects[i].core_hash,
                               .digests = from.digests});
    }
    return out;
}

// Not for keys that were revoked, nor for persons who stepped out of the case before this message came.
Result<bool> may_keep(const App& app, const vault::CaseLook& look, const CaseId& case_id,
                      const RecipientId& rid) {
    const verify::Member* member = app.roster().by_rid(rid);
    if (member == nullptr || member->state == verify::MemberState::revoked) return false;
    TRY(const bool recused, look.recused(case_id, member->person));
    return !recused;
}

Status keep_wraps(App& app, vault::CaseAct& act, const Arrival& arrival, const verify::StoreKey& store_key) {
    const CaseId& case_id = arrival.case_id();
    for (const verify::Wrap& wrap : arrival.wraps->wraps) {
        TRY(const bool kept, may_keep(app, act, case_id, wrap.rid));
        if (!kept) continue;
        const verify::Wrapset one{arrival.wraps->env, {wrap}};
        TRY_(act.put_wrap(case_id, one.env, wrap.rid, seal_at_rest(store_key, case_id, one, app.random)));
    }
    if (!arrival.shares) return Done{};
    for (const verify::ShareWrap& wrap : arrival.shares->wraps) {
        TRY(const bool kept, may_keep(app, act, case_id, wrap.rid));
        if (!kept) continue;
        const verify::ShareWrapset one{arrival.shares->env, {wrap}};
        TRY_(act.put_share(case_id, one.env, wrap.rid, seal_at_rest(store_key, case_id, one, app.random)));
    }
    return Done{};
}

Bytes taken_row(const App& app, const vault::StoredSubmission& stored) {
    std::vector<EnvelopeId> envs;
    for (const vault::StoredObject& object : stored.objects) envs.push_back(object.env_id);
    return taken_payload(app.clock().day(), envs);
}

Status commit_arrival(App& app, const vault::StoredSubmission& stored, const Arrival& arrival) {
    TRY(const verify::CaseSecret secret,
        app.keys->find_or_keep(arrival.case_id(), verify::CaseSecret::random(app.random)));
    const Tagged tags = tag(arrival, secret);
    const verify::StoreKey store_key = verify::store_key_of(secret);
    return app.cases->write([&](vault::CaseAct& act) -> Status {
        TRY_(act.put_case({arrival.case_id(), tags.case_tag, std::string(cases::kOpen), stored.day}));
        const verify::AuditLines lines = received_lines(app, tags, stored.day);
        const Bytes leaf = sign::sign_note(lines.print(), app.root().lines().service.name, app.service_key);
        TRY(const vault::LeafPlace place, act.append_leaf({lines.actor, lines.nonce, leaf}));
        TRY_(act.put_record(record_of(arrival, stored, tags, place.index)));
        TRY_(keep_wraps(app, act, arrival, store_key));
        return act.put_outbox(static_cast<std::uint8_t>(Effect::taken), taken_row(app, stored));
    });
}

Result<bool> take_one(App& app, const vault::WaitingSubmission& one) {
    TRY(const vault::StoredSubmission stored, app.drop->submission(one.name));
    TRY(const bool held,
        app.cases->read([&](const vault::CaseLook& look) { return look.holds(one.message); }));
    if (held) {
        // Taken before, and intake has not heard: its mark was forgotten, or is still on its way.
        std::vector<EnvelopeId> envs;
        for (const vault::StoredObject& object : stored.objects) envs.push_back(object.env_id);
        TRY_(app.mail->put_taken(envs, stored_day(app.clock().day())));
        return false;
    }
    TRY(const Arrival arrival, verify_arrival(app, stored));
    TRY_(commit_arrival(app, stored, arrival));
    return true;
}

}  // namespace

Result<std::size_t> take_over(App& app, Refused& refused) {
    std::size_t out = 0;
    TRY(const auto submissions, waiting(app));
    for (const vault::WaitingSubmission& one : submissions) {
        if (refused.contains(one.name)) continue;
        const Result<bool> taken = take_one(app, one);
        if (taken.ok() && *taken) ++out;
        if (taken.ok() || taken.error().code == Code::not_found) continue;
        refused.insert(one.name);
        app.events.write(service::Event::failed, taken.error());
    }
    return out;
}

}  // namespace parapet::reviewer
