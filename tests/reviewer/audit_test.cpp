// What parapet-audit says of the log of a working office, and of logs somebody has been at.
#include "tests/reviewer/world.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/sign/sign_note.h"
#include "reviewer/server/config_leaves.h"
#include "vault/cli/log_verdict.h"

namespace parapet::reviewer::audit_test {

using testing::Reporter;
using testing::World;
using vault::cli::LogVerdict;

// An office that received two reports and read one; its log as parts that can be changed and joined again.
struct Log {
    Log() {
        CHECK(log_configuration(world.app()).ok());
        Reporter first(testing::deployment_id(), world.random);
        Reporter second(testing::deployment_id(), world.random);
        world.submit(first, "first");
        world.submit(second, "second");
        officer::Session session = world.session(1);
        auto entries = session.inbox();
        CHECK(entries.ok());
        CHECK(session.read(std::move(entries->front()), verify::Purpose::intake).ok());
        CHECK(session.login().ok());
        reload();
    }
    void reload() {
        const Status loaded = world.app().cases->read([&](const vault::CaseLook& look) -> Status {
            TRY(const vault::TreeHead head, look.head());
            leaves.clear();
            for (std::uint64_t i = 0; i < head.size; ++i) {
                TRY(Bytes leaf, look.leaf(i));
                leaves.push_back(std::move(leaf));
            }
            TRY(const SignedHead signed_head, world.app().log.sign_head(look));
            checkpoint = signed_head.checkpoint;
            return Done{};
        });
        CHECK(loaded.ok());
    }
    [[nodiscard]] LogVerdict verdict() const {
        verify::LogFileWriter writer(leaves.size());
        for (const Bytes& leaf : leaves) writer.add(leaf);
        const Bytes file = writer.finish(checkpoint);
        const auto log = verify::LogFile::parse(file);
        CHECK(log.ok());
        return vault::cli::verify_log(world.app().root(), rosters, *log);
    }
    // A checkpoint by the log's own key over whatever the leaves are now: the operator forges.
    void sign_again() {
        verify::Frontier edge;
        for (const Bytes& leaf : leaves) edge.append(verify::leaf_hash(leaf));
        const std::string& origin = world.app().root().lines().log.name;
        checkpoint = sign::sign_note(verify::CheckpointLines{origin, edge.size(), edge.root()}.print(),
                                     origin, testing::signing_key(testing::kLogSeed));
    }

    mutable World world;
    std::vector<Bytes> leaves;  // 0 root, 1 roster, 2 and 3 received, 4 read, 5 login
    Bytes checkpoint;
    std::vector<verify::Roster> rosters = world.app().deployment.rosters();
};

void check_fault(const LogVerdict& verdict, std::optional<std::uint64_t> leaf, Code code) {
    REQUIRE(verdict.fault.has_value());
    CHECK(verdict.fault->leaf == leaf);
    CHECK(verdict.fault->error.name() == code_name(code));
}

TEST_CASE("the log of a working office verifies, and its events are counted") {
    const Log log;
    const LogVerdict verdict = log.verdict();
    CHECK_FALSE(verdict.fault.has_value());
    CHECK(verdict.leaves == 6);
    const std::map<std::string_view, std::uint64_t> expected{
        {"config", 2}, {"login", 1}, {"read", 1}, {"received", 2}};
    CHECK(verdict.events == expected);
}

TEST_CASE("a changed leaf is named, whoever signed the checkpoint again") {
    Log log;
    std::string changed(text(log.leaves[4]));
    changed.replace(changed.find("purpose intake"), 14, "purpose assess");
    log.leaves[4].assign(changed.begin(), changed.end());
    log.sign_again();
    check_fault(log.verdict(), 4, Code::bad_signature);
}

TEST_CASE("a leaf left out is found where a later one had seen the whole log") {
    Log log;
    log.leaves.erase(log.leaves.begin() + 3);
    log.sign_again();
    check_fault(log.verdict(), 3, Code::forked);
}

TEST_CASE("the last leaf left out is found by the checkpoint") {
    Log log;
    log.leaves.pop_back();
    check_fault(log.verdict(), std::nullopt, Code::bad_proof);
}

TEST_CASE("two leaves that changed places are found") {
    Log log;
    std::swap(log.leaves[2], log.leaves[3]);
    log.sign_again();
    check_fault(log.verdict(), 4, Code::forked);
}

TEST_CASE("a leaf that stands twice is found") {
    Log log;
    log.leaves.push_back(log.leaves[5]);
    log.sign_again();
    check_fault(log.verdict(), 6, Code::duplicate);
}

TEST_CASE("a checkpoint of another key is refused") {
    Log log;
    const std::string& origin = log.world.app().root().lines().log.name;
    const auto note = verify::UnverifiedNote::parse(log.checkpoint);
    log.checkpoint = sign::sign_note(note->text(), origin, testing::signing_key(7));
    check_fault(log.verdict(), std::nullopt, Code::unknown_signer);
}

TEST_CASE("an auditor who lacks the roster in force is told so") {
    Log log;
    log.world.add_roster({{1}, {2}});
    CHECK(log_configuration(log.world.app()).ok());
    log.reload();
    check_fault(log.verdict(), 6, Code::unknown_roster);
    log.rosters = log.world.app().deployment.rosters();
    CHECK_FALSE(log.verdict().fault.has_value());
}

TEST_CASE("a read signed by somebody whom the roster in force does not name is found") {
    Log log;
    log.world.add_roster({{1}, {2}});
    CHECK(log_configuration(log.world.app()).ok());
    log.reload();
    log.rosters = log.world.app().deployment.rosters();
    const keys::MemberKeys gone = testing::member_keys(3);
    verify::AuditLines lines;
    lines.deployment = testing::deployment_id();
    lines.event = verify::AuditEvent::login;
    lines.time = verify::UnixTime{log.world.now}.minute();
    lines.actor = gone.rid();
    lines.seen = verify::Seen{0, verify::empty_root()};
    log.leaves.push_back(sign::sign_note(lines.print(), to_hex(gone.rid()), gone.signing()));
    log.sign_again();
    check_fault(log.verdict(), 7, Code::unknown_signer);
}

TEST_CASE("a leaf older than the clocks allow is found") {
    Log log;
    const keys::MemberKeys clerk = testing::member_keys(1);
    verify::AuditLines lines;
    lines.deployment = testing::deployment_id();
    lines.event = verify::AuditEvent::login;
    lines.time = verify::UnixTime{log.world.now - 30 * 60}.minute();
    lines.actor = clerk.rid();
    lines.seen = verify::Seen{0, verify::empty_root()};
    log.leaves.push_back(sign::sign_note(lines.print(), to_hex(clerk.rid()), clerk.signing()));
    log.sign_again();
    check_fault(log.verdict(), 6, Code::wrong_time);
}

}  // namespace parapet::reviewer::audit_test
