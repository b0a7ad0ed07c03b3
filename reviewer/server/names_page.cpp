// Requests for names as JSON (reviewer/API.md), for who asked and for the custodians who may answer. A
// custodian's own share leaves here, and only under a request that is on the log.
#include <nlohmann/json.hpp>

#include "crypto/base/reader.h"
#include "crypto/verify/tags.h"
#include "reviewer/server/asked.h"
#include "reviewer/server/at_rest.h"
#include "reviewer/server/core_stream.h"
#include "reviewer/server/listing.h"
#include "reviewer/server/name_request.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostRequests = 50;

struct Page {
    App& app;
    const vault::CaseLook& look;
    const verify::Member& member;
    std::uint64_t log_size;

    [[nodiscard]] Result<Json> leaf(std::uint64_t index) const {
        TRY(const Bytes bytes, look.leaf(index));
        TRY(const verify::InclusionProof proof, look.inclusion(index, log_size));
        return Json{{"index", index}, {"leaf", to_base64(bytes)}, {"proof", to_base64(proof.encode())}};
    }

    // "" for whoever is not one of its readers.
    [[nodiscard]] Result<std::string> my_wrap(const verify::StoreKey& key, const CaseId& case_id,
                                              ByteView core, ByteView sealed) const {
        if (core.empty()) return std::string();
        TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
        TRY(const verify::Wrapset wraps, open_at_rest(key, case_id, header.env_id(), sealed));
        const auto mine = wraps.only(member.rid);
        return mine ? to_base64(mine->encode()) : std::string();
    }

    [[nodiscard]] Result<Json> answers(const verify::StoreKey& key, const vault::UnsealRow& row) const {
        Json out = Json::array();
        TRY(const auto all, look.unseal_answers(row.leaf));
        for (const vault::UnsealAnswer& answer : all) {
            TRY(Json one, leaf(answer.leaf));
            TRY(const std::string wrap, my_wrap(key, row.case_id, answer.core, answer.wraps));
            one["core"] = wrap.empty() ? "" : to_base64(answer.core);
            one["wrapset"] = wrap;
            out.push_back(std::move(one));
        }
        return out;
    }

    // Still sealed for its custodian. "" for who is none of this name's, and once the request has run out.
    [[nodiscard]] Result<std::string> my_share(const verify::StoreKey& key,
                                               const NameRequest& request) const {
        if (!may_sign(member, verify::AuditEvent::unseal_approve) || has_expired(app, request))
            return std::string();
        const Result<Bytes> sealed = look.sealed_share(request.row.env_id, member.rid);
        if (!sealed.ok())
            return sealed.error().code == Code::not_a_recipient ? std::string()
                                                                : Result<std::string>(sealed.error());
        TRY(const verify::ShareWrapset share,
            open_shares_at_rest(key, request.row.case_id, request.row.env_id, *sealed));
        return to_base64(share.encode());
    }

    [[nodiscard]] Result<bool> concerns(const vault::UnsealRow& row) const {
        TRY(const bool recused, look.recused(row.case_id, member.person));
        if (recused) return false;
        const Result<Bytes> share = share_of(app, look, row.env_id, member.person);
        if (share.ok()) return true;
        if (share.error().code != Code::not_a_recipient) return share.error();
        TRY(const Team team, team_of(app, look, row.case_id));
        return team.has(member.rid);
    }

    [[nodiscard]] Result<Json> request(vault::UnsealRow row) const {
        TRY(const NameRequest request, read_request(look, std::move(row)));
        const vault::UnsealRow& asked = request.row;
        TRY(const verify::CaseSecret secret, app.keys->find(asked.case_id));
        const verify::StoreKey key = verify::store_key_of(secret);
        TRY(const vault::PlacedObject placed, look.object(asked.env_id));
        TRY(const Bytes core, whole_core(app, placed));
        TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
        TRY(Json out, leaf(asked.leaf));
        TRY(Json received, leaf(placed.leaf));
        TRY(const std::string wrap, my_wrap(key, asked.case_id, asked.core, asked.wraps));
        TRY(const std::string share, my_share(key, request));
        TRY(Json answered, answers(key, asked));
        out["received"] = std::move(received);
        out["case"] = to_hex(asked.case_id);
        out["tag_key"] = to_hex(verify::tag_key_of(secret).reveal());
        out["env"] = to_hex(asked.env_id);
        out["core_hash"] = to_hex(placed.object.core_hash);
        out["roster"] = to_hex(header.roster_hash);
        out["quorum"] = asked.quorum;
        out["expired"] = has_expired(app, request);
        out["core"] = wrap.empty() ? "" : to_base64(asked.core);
        out["wrapset"] = wrap;
        out["share"] = share;
        out["answers"] = std::move(answered);
        return out;
    }
};

Result<std::string> names_page(const Page& page, std::uint64_t before) {
    TRY(auto rows, page.look.unseals_before(before, kMostRequests));
    const std::uint64_t next = rows.size() == kMostRequests ? rows.back().leaf : 0;
    Json requests = Json::array();
    for (vault::UnsealRow& row : rows) {
        TRY(const bool shown, page.concerns(row));
        if (!shown) continue;
        TRY(Json one, page.request(std::move(row)));
        requests.push_back(std::move(one));
    }
    return Json{{"requests", std::move(requests)}, {"next", next}}.dump();
}

}  // namespace

service::Answer names(App& app, const service::Request& request) {
    TRY(const Asked asked, open_asked(app, request, verify::Op::unseals));
    Reader in(asked.body);
    TRY(const std::uint64_t seen, in.take_u64());
    TRY(const std::uint64_t before, in.take_u64());
    TRY_(in.finish());
    if (before > static_cast<std::uint64_t>(INT64_MAX)) return Error{Code::malformed, "no log is so long"};
    return list_at_head(app, seen, [&](const vault::CaseLook& look, const vault::TreeHead& head) {
        return names_page({app, look, asked.member, head.size}, before);
    });
}

}  // namespace parapet::reviewer
