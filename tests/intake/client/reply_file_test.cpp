#include "intake/client/reply_file.h"

#include <catch2/catch_test_macros.hpp>

#include "intake/client/filing.h"
#include "tests/intake/client/loopback.h"

namespace parapet::reporter::reply_file_test {

using namespace intake::testing;

// A reply with one file, as it lies at the services; a test may spoil the file's core.
struct WithFile {
    Loopback f;
    Bytes octets = intake::testing::octets("letter", 900'000);

    void answer(void (*spoil)(Bytes& core)) {
        f.send_report();
        Reply reply = reply_to(f.reporter, 0);
        OfficeFile file = file_with(reply, "letter.pdf", octets);
        spoil(file.core);
        const vault::ReplyFile kept = f.world.keep_file(file.entry.env, file.core);
        reply.words.attachments.push_back(std::move(file.entry));
        REQUIRE(f.world.office().put_reply(sealed(f.reporter, reply), {kept}).ok());
    }
    Result<open::VerifiedAttachment> fetch() {
        const Mailbox mailbox = f.mailbox();
        return fetch_file(f.client, f.holder, mailbox.replies.at(0).reply.attachments.at(0),
                          std::string(f.world.folder() / "."), {});
    }
};

TEST_CASE("a file of the office reaches its reader octet for octet") {
    WithFile with;
    with.answer([](Bytes&) {});
    const auto file = with.fetch();
    REQUIRE(file.ok());
    Bytes got;
    for (std::uint64_t i = 0; i < file->pieces(); ++i) put(got, file->piece(i)->reveal());
    CHECK(got == with.octets);
}

TEST_CASE("a file of which one octet was changed is refused before any of it is given out") {
    WithFile with;
    with.answer([](Bytes& core) { core[500'000] ^= 1; });
    CHECK(with.fetch().error().code == Code::core_hash);
}

TEST_CASE("where the service has no such file, what it gives is refused") {
    WithFile with;
    with.f.send_report();
    Reply reply = reply_to(with.f.reporter, 0);
    OfficeFile file = file_with(reply, "letter.pdf", with.octets);
    reply.words.attachments.push_back(std::move(file.entry));
    with.f.put(sealed(with.f.reporter, reply));
    CHECK_FALSE(with.fetch().ok());
}

TEST_CASE("while no reply carries a proof of filing there is none, and one for another report is refused") {
    Loopback f;
    f.send_report();
    Reply reply = reply_to(f.reporter, 0);
    f.put(sealed(f.reporter, reply));
    CHECK_FALSE(proven_filing(f.client, f.holder, f.mailbox()).value().has_value());
    Reply next = reply_to(f.reporter, 1, sealed(f.reporter, reply).env_id);
    next.words.filed = content::Filed{{1}, {2}, {3}, verify::TagKey::make([](auto) {})};
    f.put(sealed(f.reporter, next));
    CHECK_FALSE(proven_filing(f.client, f.holder, f.mailbox()).ok());
}

}  // namespace parapet::reporter::reply_file_test
