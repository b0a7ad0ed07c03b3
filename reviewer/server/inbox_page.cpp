#include "reviewer/server/inbox_page.h"

#include <nlohmann/json.hpp>

#include "crypto/verify/tags.h"

namespace parapet::reviewer {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint32_t kMostRows = 100;
constexpr std::size_t kFullPage = 8 * 1024 * 1024;  // a page may go over it by one case

Result<bool> has_wrap(const vault::CaseLook& look, const vault::Record& record, const EnvelopeId& env,
                      const RecipientId& rid) {
    const Result<Bytes> wrap = look.sealed_wrap(record.case_id, env, rid);
    if (!wrap.ok() && wrap.error().code != Code::not_a_recipient) return wrap.error();
    return wrap.ok();
}

// An attachment has no wraps: its key is in the message it came with.
Result<Json> objects_json(const vault::CaseLook& look, const vault::Record& record, const RecipientId& rid) {
    Json out = Json::array();
    TRY(const bool message, has_wrap(look, record, record.objects.front().env_id, rid));
    for (const vault::CaseObject& object : record.objects) {
        bool mine = message;
        if (object.part == 1) {
            TRY(mine, has_wrap(look, record, object.env_id, rid));
        }
        out.push_back({{"env", to_hex(object.env_id)},
                       {"core_hash", to_hex(object.core_hash)},
                       {"core_len", object.core_len},
                       {"kind", object.kind},
                       {"seq", object.seq},
                       {"part", object.part},
                       {"mine", mine}});
    }
    return out;
}

Result<Json> leaf_json(const vault::CaseLook& look, std::uint64_t index, std::uint64_t size) {
    TRY(const Bytes leaf, look.leaf(index));
    TRY(const verify::InclusionProof proof, look.inclusion(index, size));
    return Json{{"index", index}, {"leaf", to_base64(leaf)}, {"proof", to_base64(proof.encode())}};
}

Result<Json> recused_json(const vault::CaseLook& look, const CaseId& case_id, std::uint64_t size) {
    Json out = Json::array();
    TRY(const std::vector<std::uint64_t> leaves, look.recusals(case_id));
    for (const std::uint64_t index : leaves) {
        TRY(Json one, leaf_json(look, index, size));
        out.push_back(std::move(one));
    }
    return out;
}

Result<Json> record_json(const vault::CaseLook& look, const vault::Record& record, const RecipientId& rid,
                         std::uint64_t size) {
    TRY(Json out, leaf_json(look, record.leaf, size));
    TRY(Json objects, objects_json(look, record, rid));
    out["objects"] = std::move(objects);
    return out;
}

Result<Json> case_json(App& app, const vault::CaseLook& look, const vault::CaseRow& row,
                       const RecipientId& rid, std::uint64_t size) {
    TRY(const verify::CaseSecret secret, app.keys->find(row.case_id));
    TRY(const std::uint32_t next_reply, look.next_seq(row.case_id, vault::Lane::reply));
    TRY(const std::uint32_t next_note, look.next_seq(row.case_id, vault::Lane::note));
    TRY(Json recused, recused_json(look, row.case_id, size));
    Json received = Json::array();
    Json written = Json::array();
    TRY(const std::vector<vault::Record> records, look.records(row.case_id));
    for (const vault::Record& record : records) {
        TRY(Json one, record_json(look, record, rid, size));
        (record.note.empty() ? written : received).push_back(std::move(one));
    }
    return Json{{"case", to_hex(row.case_id)},   {"tag_key", to_hex(verify::tag_key_of(secret).reveal())},
                {"next_reply", next_reply},      {"next_note", next_note},
                {"recused", std::move(recused)}, {"received", std::move(received)},
                {"written", std::move(written)}};
}

}  // namespace

Result<std::string> inbox_page(App& app, const vault::CaseLook& look, const verify::Member& member,
                               std::uint32_t first_row, const vault::TreeHead& head) {
    TRY(const vault::InboxPage page, look.inbox(member.person, member.rid, first_row, kMostRows));
    Json cases = Json::array();
    std::size_t octets = 0;
    for (const vault::CaseRow& row : page.cases) {
        TRY(Json one, case_json(app, look, row, member.rid, head.size));
        octets += one.dump().size();
        cases.push_back(std::move(one));
        if (octets >= kFullPage) break;
    }
    const bool more = page.more || cases.size() < page.cases.size();
    return Json{{"cases", std::move(cases)}, {"more", more}}.dump();
}

}  // namespace parapet::reviewer
