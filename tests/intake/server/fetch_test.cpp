#include <catch2/catch_test_macros.hpp>

#include "crypto/verify/mailbox_page.h"
#include "tests/intake/office.h"
#include "tests/intake/world.h"

namespace parapet::intake::fetch_test {

using namespace testing;
using verify::Op;

// A case with one reply and its file of three chunks.
struct Answered {
    World world;
    Reporter reporter{"anna"};
    Reply reply = reply_to(reporter, 0);
    OfficeFile file = file_with(reply, "letter.pdf", octets("letter", 140'000));

    Answered() {
        REQUIRE(accepted(world.post("/api/submit", reporter.seal(cast::roster()).bundle().value())));
        const vault::ReplyFile kept = world.keep_file(file.entry.env, file.core);
        REQUIRE(world.office().put_reply(sealed(reporter, reply), {kept}).ok());
    }
    service::Answer fetch(const Reporter& by, const EnvelopeId& env, std::uint32_t part) {
        Bytes body;
        put(body, env);
        put_u32(body, part);
        return world.ask(by, "/api/fetch", Op::fetch, body);
    }
    void remove_access() { REQUIRE_FALSE(world.ask(reporter, "/api/burn", Op::burn, {}).error()); }
    verify::MailboxPage page() {
        return verify::MailboxPage::parse(world.ask(reporter, "/api/mailbox", Op::view, number(0)).body())
            .value();
    }
};

bool begins_with(const service::Answer& answer, ByteView core) {
    return answer.body().size() >= core.size() && std::ranges::equal(answer.body().first(core.size()), core);
}

TEST_CASE("the holder of the code gets the file's core, and random octets behind it") {
    Answered f;
    const service::Answer one = f.fetch(f.reporter, f.file.entry.env, 0);
    const service::Answer two = f.fetch(f.reporter, f.file.entry.env, 0);
    CHECK(one.size() == verify::kFetchSize);
    CHECK(begins_with(one, f.file.core));
    CHECK(begins_with(two, f.file.core));
    CHECK_FALSE(std::ranges::equal(one.body(), two.body()));
}

TEST_CASE("a file longer than one part comes part by part") {
    Answered f;
    const OfficeFile large = file_with(f.reply, "large", octets("large", 900'000));
    Reply next = reply_to(f.reporter, 1, f.reply.words.prev);
    REQUIRE(f.world.office()
                .put_reply(sealed(f.reporter, next), {f.world.keep_file(large.entry.env, large.core)})
                .ok());
    const ByteView core = large.core;
    CHECK(begins_with(f.fetch(f.reporter, large.entry.env, 0), core.first(verify::kFetchSize)));
    CHECK(begins_with(f.fetch(f.reporter, large.entry.env, 1), core.subspan(verify::kFetchSize)));
    const service::Answer past = f.fetch(f.reporter, large.entry.env, 4'000'000'000);
    CHECK_FALSE(past.error());
    CHECK(past.size() == verify::kFetchSize);
}

TEST_CASE(
    "who asks for a file of another case, or of none, gets as many octets as its reader, and they say "
    "nothing") {
    Answered f;
    const Reporter stranger("bert");
    const service::Answer reader = f.fetch(f.reporter, f.file.entry.env, 0);
    const service::Answer of_another = f.fetch(stranger, f.file.entry.env, 0);
    const service::Answer of_none = f.fetch(f.reporter, EnvelopeId{}, 0);
    for (const service::Answer* answer : {&of_another, &of_none}) {
        CHECK_FALSE(answer->error());
        CHECK(answer->size() == reader.size());
        CHECK(answer->content_type() == reader.content_type());
        CHECK_FALSE(begins_with(*answer, ByteView(f.file.core).first(4)));
    }
}

TEST_CASE("after the access was removed the mailbox says that and nothing else") {
    Answered f;
    CHECK(f.page().slots.size() == 1);
    f.remove_access();
    const verify::MailboxPage after = f.page();
    CHECK(after.removed);
    CHECK_FALSE(after.held);
    CHECK(after.slots.empty());
    CHECK(after.next_seq == 0);
    CHECK_FALSE(begins_with(f.fetch(f.reporter, f.file.entry.env, 0), ByteView(f.file.core).first(4)));
    CHECK(refused(f.world.ask(f.reporter, "/api/own", Op::own, number(0))) == Code::not_found);
}

TEST_CASE("from outside a removed access looks as any mailbox does") {
    Answered f;
    const service::Answer before = f.world.ask(f.reporter, "/api/mailbox", Op::view, number(0));
    f.remove_access();
    const service::Answer after = f.world.ask(f.reporter, "/api/mailbox", Op::view, number(0));
    CHECK(after.size() == before.size());
    CHECK(after.content_type() == before.content_type());
}

TEST_CASE(
    "a message that was sealed before and comes after the access was removed reaches the office, and no "
    "more") {
    Answered f;
    f.remove_access();
    const auto later = f.reporter.seal(cast::roster(), {.seq = 1, .text = "One thing more."});
    CHECK(accepted(f.world.post("/api/submit", later.bundle().value())));
    CHECK(f.page().removed);
    CHECK(refused(f.world.ask(f.reporter, "/api/own", Op::own, number(1))) == Code::not_found);
}

}  // namespace parapet::intake::fetch_test
