#include "intake/server/acceptance.h"

namespace parapet::intake {

Result<const verify::Roster*> accepted_roster(const vault::DeploymentFolder& deployment, verify::Day today,
                                              const verify::EnvelopeHeader& message) {
    const verify::Roster* roster = deployment.by_hash(message.roster_hash);
    if (roster == nullptr) return Error{Code::unknown_roster, "sealed to a roster that is not known here"};
    const auto superseded = deployment.superseded(message.roster_hash);
    if (superseded && today > superseded->plus(kSupersededDays))
        return Error{Code::unknown_roster, "sealed to a roster superseded long ago"};
    if (message.kind == verify::Kind::report) TRY_(deployment.roster().check_dates(today));
    return roster;
}

Result<DividedWraps> divide_wraps(const verify::Roster& sealed_to, const verify::Roster& now,
                                  const verify::Wrapset& wraps) {
    constexpr Error kFault{Code::not_a_recipient, "a message is for members and for its reporter"};
    verify::Wrapset own{wraps.env, {}};
    verify::Wrapset members{wraps.env, {}};
    std::size_t of_members = 0;
    for (const verify::Wrap& wrap : wraps.wraps) {
        if (sealed_to.by_rid(wrap.rid) == nullptr) {
            own.wraps.push_back(wrap);
            continue;
        }
        ++of_members;
        const verify::Member* member = now.by_rid(wrap.rid);
        if (member != nullptr && member->state != verify::MemberState::revoked) members.wraps.push_back(wrap);
    }
    if (own.wraps.size() != 1 || of_members == 0) return kFault;
    if (members.wraps.empty()) return DividedWraps{std::nullopt, std::move(own)};
    return DividedWraps{std::move(members), std::move(own)};
}

verify::ShareWrapset without_revoked(const verify::Roster& now, verify::ShareWrapset shares) {
    std::erase_if(shares.wraps, [&](const verify::ShareWrap& wrap) {
        const verify::Member* member = now.by_rid(wrap.rid);
        return member == nullptr || member->state == verify::MemberState::revoked;
    });
    return shares;
}

}  // namespace parapet::intake
