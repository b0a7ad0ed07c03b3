#include "reviewer/server/outbox.h"

#include "crypto/base/reader.h"
#include "crypto/verify/wrapset.h"

namespace parapet::reviewer {
namespace {

constexpr std::size_t kBatch = 64;

Status send_reply(App& app, ByteView payload) {
    Reader in(payload);
    TRY(const auto env, in.take_fixed<EnvelopeId>());
    TRY(const auto blob, in.take_fixed<verify::WrapBlob>());
    TRY_(in.finish());
    std::vector<vault::ReplyFile> files;
    TRY(const vault::Reply reply, app.cases->read([&](const vault::CaseLook& look) -> Result<vault::Reply> {
        TRY(const vault::PlacedObject placed, look.object(env));
        TRY(const vault::Record record, look.record(placed.leaf));
        TRY(Bytes core, look.core(env));
        for (const vault::CaseObject& object : record.objects)
            if (object.file) files.push_back({object.env_id, *object.file, object.core_len});
        return vault::Reply{placed.case_id,       placed.object.seq, env,
                            record.day,           std::move(core),   {blob.bytes.begin(), blob.bytes.end()},
                            placed.object.digests};
    }));
    return app.mail->put_reply(reply, files);
}

Status send_taken(App& app, ByteView payload) {
    Reader in(payload);
    TRY(const std::uint32_t day, in.take_u32());
    std::vector<EnvelopeId> envs;
    while (!in.done()) {
        TRY(const auto env, in.take_fixed<EnvelopeId>());
        envs.push_back(env);
    }
    return app.mail->put_taken(envs, stored_day({static_cast<std::int32_t>(day)}));
}

Status send(App& app, const vault::OutboxRow& row) {
    if (row.kind == static_cast<std::uint8_t>(Effect::reply)) return send_reply(app, row.payload);
    if (row.kind == static_cast<std::uint8_t>(Effect::taken)) return send_taken(app, row.payload);
    return Error{Code::storage, "an outbox row of a kind this program does not know"};
}

}  // namespace

Bytes reply_payload(const EnvelopeId& env, ByteView own_blob) {
    Bytes out;
    put(out, env);
    put(out, own_blob);
    return out;
}

Bytes taken_payload(verify::Day day, const std::vector<EnvelopeId>& envs) {
    Bytes out;
    put_u32(out, static_cast<std::uint32_t>(day.number));
    for (const EnvelopeId& env : envs) put(out, env);
    return out;
}

Status send_outbox(App& app) {
    const std::lock_guard one_at_a_time(app.outbox);
    while (true) {
        TRY(const std::vector<vault::OutboxRow> rows, app.cases->outbox(kBatch));
        if (rows.empty()) return Done{};
        for (const vault::OutboxRow& row : rows) {
            TRY_(send(app, row));
            TRY_(app.cases->outbox_done(row.id));
        }
    }
}

void send_outbox_after_act(App& app) {
    if (const Status sent = send_outbox(app); !sent.ok())
        app.events.write(service::Event::failed, sent.error());
}

}  // namespace parapet::reviewer
