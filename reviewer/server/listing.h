// Lists an officer asks for (inbox, names): made at one state of the log. Before the list stand that state's
// checkpoint and its growth since the state that the desk saw last.
#pragma once

#include "crypto/verify/bundle.h"
#include "reviewer/server/app.h"
#include "service/http/answer.h"

namespace parapet::reviewer {

// `list`: a function of (const vault::CaseLook&, const vault::TreeHead&) -> Result<std::string>, JSON.
template <class List>
[[nodiscard]] service::Answer list_at_head(const App& app, std::uint64_t seen, List&& list) {
    TRY(Bytes answer, app.cases->read([&](const vault::CaseLook& look) -> Result<Bytes> {
        TRY(const SignedHead now, app.log.sign_head(look));
        TRY(const Bytes growth, app.log.growth(look, seen, now));
        TRY(const std::string json, list(look, now.head));
        verify::BundleWriter out;
        out.add(verify::RecordType::checkpoint, now.checkpoint);
        out.add(verify::RecordType::consistency, growth);
        out.add(verify::RecordType::json, view(json));
        return out.finish();
    }));
    return service::Answer::octets(std::move(answer));
}

}  // namespace parapet::reviewer
