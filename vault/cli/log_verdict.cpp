#include "vault/cli/log_verdict.h"

#include <algorithm>
#include <set>

#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/checkpoint.h"
#include "crypto/verify/merkle.h"

namespace parapet::vault::cli {
namespace {

using verify::AuditEvent;
using verify::AuditLeaf;

constexpr std::int64_t kMinutesOfDay = 1'440;
// The server took each leaf within ten minutes of its own clock, so two of them lie at most twenty back.
constexpr std::int64_t kMostBack = 2 * verify::kMaxClockMinutes;

class KeptNodes final : public verify::NodeReader {
public:
    void add(const verify::TreeNode& node) { nodes_[{node.level, node.number}] = node.hash; }
    [[nodiscard]] Result<Hash> node(std::uint8_t level, std::uint64_t number) const override {
        const auto found = nodes_.find({level, number});
        if (found == nodes_.end()) return Error{Code::malformed, "no such node"};
        return found->second;
    }

private:
    std::map<std::pair<std::uint8_t, std::uint64_t>, Hash> nodes_;
};

class Walk {
public:
    Walk(const verify::Root& root, const std::vector<verify::Roster>& rosters)
        : root_(root), rosters_(rosters) {}

    // The name of its event.
    Result<std::string_view> step(ByteView bytes) {
        TRY(const AuditLeaf leaf, verify_signer(bytes));
        const verify::AuditLines& lines = leaf.lines();
        if (!nonces_.insert({lines.actor, lines.nonce}).second)
            return Error{Code::duplicate, "this actor used that nonce before"};
        if (lines.seen) TRY_(check_seen(*lines.seen));
        TRY_(check_time(lines.time));
        if (lines.event == AuditEvent::config) TRY_(note_configuration(*lines.hash));
        for (const verify::TreeNode& node : edge_.append(leaf.leaf_hash())) nodes_.add(node);
        return verify::event_name(lines.event);
    }

    Status finish(ByteView checkpoint) const {
        TRY(const verify::Checkpoint signed_head, verify::Checkpoint::verify(checkpoint, root_.lines().log));
        if (signed_head.size() != edge_.size() || signed_head.root() != edge_.root())
            return Error{Code::bad_proof, "the checkpoint is not over exactly these leaves"};
        return Done{};
    }

private:
    // A service's leaf says so by its event; what neither can be is refused with the member's error.
    Result<AuditLeaf> verify_signer(ByteView bytes) const {
        Result<AuditLeaf> by_service = AuditLeaf::verify_service(bytes, root_);
        if (by_service.ok() || by_service.error().code != Code::unknown_signer) return by_service;
        if (in_force_ != nullptr) return AuditLeaf::verify_member(bytes, *in_force_);
        Result<AuditLeaf> last = by_service;
        for (const verify::Roster& roster : rosters_) {
            last = AuditLeaf::verify_member(bytes, roster);
            if (last.ok() || last.error().code != Code::unknown_signer) return last;
        }
        return last;
    }

    Status check_seen(const verify::Seen& seen) const {
        if (seen.size > edge_.size()) return Error{Code::forked, "it had seen a log longer than this one"};
        TRY(const Hash root, verify::root_at(seen.size, nodes_));
        if (root != seen.root) return Error{Code::forked, "it had seen another log than this one"};
        return Done{};
    }

    // A day says little: only that what follows is not of an earlier day.
    Status check_time(const std::variant<verify::Minute, verify::Day>& time) {
        const auto* minute = std::get_if<verify::Minute>(&time);
        const std::int64_t at =
            minute != nullptr ? minute->number : std::get<verify::Day>(time).number * kMinutesOfDay;
        if (minute != nullptr && at < latest_ - kMostBack)
            return Error{Code::wrong_time, "it is older than a leaf before it"};
        latest_ = std::max(latest_, at);
        return Done{};
    }

    Status note_configuration(const Hash& hash) {
        if (hash == root_.hash()) return Done{};
        const auto named = std::ranges::find(rosters_, hash, &verify::Roster::hash);
        if (named == rosters_.end())
            return Error{Code::unknown_roster, "it puts a roster in force that was not given"};
        in_force_ = &*named;
        return Done{};
    }

    const verify::Root& root_;
    const std::vector<verify::Roster>& rosters_;
    const verify::Roster* in_force_ = nullptr;
    std::set<std::pair<RecipientId, Nonce16>> nonces_;
    verify::Frontier edge_;
    KeptNodes nodes_;
    std::int64_t latest_ = 0;
};

}  // namespace

LogVerdict verify_log(const verify::Root& root, const std::vector<verify::Roster>& rosters,
                      const verify::LogFile& log) {
    INVARIANT(!rosters.empty());
    LogVerdict out;
    Walk walk(root, rosters);
    for (const ByteView leaf : log.leaves) {
        const Result<std::string_view> event = walk.step(leaf);
        if (!event.ok()) {
            out.fault = LogFault{out.leaves, event.error()};
            return out;
        }
        ++out.leaves;
        ++out.events[*event];
    }
    if (const Status whole = walk.finish(log.checkpoint); !whole.ok())
        out.fault = LogFault{std::nullopt, whole.error()};
    return out;
}

}  // namespace parapet::vault::cli
