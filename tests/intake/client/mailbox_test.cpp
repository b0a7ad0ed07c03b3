#include "intake/client/mailbox.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/intake/client/loopback.h"

namespace parapet::reporter::mailbox_test {

using namespace intake::testing;

// The one reply in the mailbox is not shown, and this is why.
void check_refused(Loopback& f, Code code) {
    const Mailbox mailbox = f.mailbox();
    CHECK(mailbox.replies.empty());
    REQUIRE(mailbox.refused.size() == 1);
    CHECK(code_name(mailbox.refused[0].fault.code) == code_name(code));
}

TEST_CASE("a member's reply is shown with its author's public label") {
    Loopback f;
    f.send_report();
    f.put(sealed(f.reporter, reply_to(f.reporter, 0)));
    const Mailbox mailbox = f.mailbox();
    REQUIRE(mailbox.replies.size() == 1);
    CHECK(mailbox.replies[0].reply.text == "We have read message 0.");
    CHECK(mailbox.replies[0].author == "the clerk");
    CHECK(mailbox.gaps.empty());
    CHECK(mailbox.refused.empty());
}

TEST_CASE("replies over two pages are one chain without a gap") {
    Loopback f;
    f.send_report();
    std::optional<EnvelopeId> prev;
    for (std::uint32_t seq = 0; seq < 6; ++seq) {
        const vault::Reply reply = sealed(f.reporter, reply_to(f.reporter, seq, prev));
        prev = reply.env_id;
        f.put(reply);
    }
    const Mailbox mailbox = f.mailbox();
    CHECK(mailbox.replies.size() == 6);
    CHECK(mailbox.gaps.empty());
}

TEST_CASE("a number that is missing is a gap") {
    Loopback f;
    f.send_report();
    f.put(sealed(f.reporter, reply_to(f.reporter, 1)));
    CHECK(f.mailbox().gaps == std::vector<std::uint32_t>{0});
}

TEST_CASE("a reply that follows another one than the one before is a gap") {
    Loopback f;
    f.send_report();
    f.put(sealed(f.reporter, reply_to(f.reporter, 0)));
    f.put(sealed(f.reporter, reply_to(f.reporter, 1, EnvelopeId{})));
    const Mailbox mailbox = f.mailbox();
    CHECK(mailbox.replies.size() == 2);
    CHECK(mailbox.gaps == std::vector<std::uint32_t>{1});
}

TEST_CASE("a reply under a roster that the root officers did not sign is refused") {
    Loopback f;
    f.send_report();
    Reply reply = reply_to(f.reporter, 0);
    reply.roster_hash = Hash{};
    f.put(sealed(f.reporter, reply));
    check_refused(f, Code::unknown_roster);
}

TEST_CASE("a reply by a member who may not read, or by one who was revoked, is refused") {
    for (const char* author : {"auditor", "left"}) {
        INFO(author);
        Loopback f;
        f.send_report();
        Reply reply = reply_to(f.reporter, 0);
        reply.author = author;
        f.put(sealed(f.reporter, reply));
        check_refused(f, Code::wrong_author);
    }
}

TEST_CASE("a reply by somebody who is no member is refused") {
    Loopback f;
    f.send_report();
    Reply reply = reply_to(f.reporter, 0);
    reply.author = "stranger";
    f.put(sealed(f.reporter, reply));
    check_refused(f, Code::wrong_author);
}

TEST_CASE("a reply whose signature is for another envelope is refused") {
    Loopback f;
    f.send_report();
    const Reply reply = reply_to(f.reporter, 0);
    f.put(sealed_content(f.reporter, reply, signed_content(EnvelopeId{}, reply)));
    check_refused(f, Code::inner_signature);
}

TEST_CASE("a reply to another case is refused") {
    Loopback f;
    f.send_report();
    Reply reply = reply_to(f.reporter, 0);
    reply.case_id = Reporter("bert").case_id();
    vault::Reply moved = sealed(f.reporter, reply);
    moved.case_id = f.reporter.case_id();
    f.put(moved);
    check_refused(f, Code::wrong_case);
}

TEST_CASE("a reply with one octet of its text changed is refused") {
    Loopback f;
    f.send_report();
    vault::Reply reply = sealed(f.reporter, reply_to(f.reporter, 0));
    reply.core[200] ^= 1;
    f.put(reply);
    check_refused(f, Code::decrypt);
}

TEST_CASE("a reply whose digests do not contain the reporter's wrap is refused") {
    Loopback f;
    f.send_report();
    vault::Reply reply = sealed(f.reporter, reply_to(f.reporter, 0));
    reply.own_wrap[0] ^= 1;
    f.put(reply);
    check_refused(f, Code::wraps_hash);
}

TEST_CASE("a reply that is an office note is refused") {
    Loopback f;
    f.send_report();
    vault::Reply reply = sealed(f.reporter, reply_to(f.reporter, 0));
    reply.core[4] = 4;
    f.put(reply);
    check_refused(f, Code::bad_header);
}

TEST_CASE("a refused reply does not hide the ones after it, and shows as a break in their chain") {
    Loopback f;
    f.send_report();
    vault::Reply first = sealed(f.reporter, reply_to(f.reporter, 0));
    f.put([&] {
        vault::Reply spoiled = first;
        spoiled.core[200] ^= 1;
        return spoiled;
    }());
    f.put(sealed(f.reporter, reply_to(f.reporter, 1, first.env_id)));
    const Mailbox mailbox = f.mailbox();
    CHECK(mailbox.refused.size() == 1);
    CHECK(mailbox.replies.size() == 1);
    CHECK(mailbox.gaps == std::vector<std::uint32_t>{1});
}

// The next roster, in which the clerk is in this state.
void new_roster(Loopback& f, verify::MemberState clerk) {
    verify::RosterLines lines = cast::roster_lines();
    lines.version = 4;
    lines.prev = cast::roster().hash();
    lines.issued = f.world.today();
    lines.expires = lines.issued.plus(90);
    lines.members[0].state = clerk;
    f.world.folder().add_roster(lines);
    REQUIRE(f.world.app().deployment.reload().value());
    f.office = open_office(f.client.get("/api/deployment").value(), "").value();
    REQUIRE(f.office.roster.lines().version == 4);
}

TEST_CASE("what a member wrote before retiring is still shown") {
    Loopback f;
    f.send_report();
    f.put(sealed(f.reporter, reply_to(f.reporter, 0)));
    new_roster(f, verify::MemberState::retired);
    CHECK(f.mailbox().replies.size() == 1);
}

TEST_CASE("what a member wrote is not shown any more once the member was revoked") {
    Loopback f;
    f.send_report();
    f.put(sealed(f.reporter, reply_to(f.reporter, 0)));
    new_roster(f, verify::MemberState::revoked);
    check_refused(f, Code::wrong_author);
}

}  // namespace parapet::reporter::mailbox_test
