// The whole thread: sent, taken over, read, answered, in the reporter's mailbox.
#include "tests/reviewer/world.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/open/message.h"
#include "reviewer/server/outbox.h"

namespace parapet::reviewer {
namespace {

using testing::File;
using testing::Reporter;
using testing::World;

officer::CaseEntry only_entry(officer::Session& session) {
    auto entries = session.inbox();
    REQUIRE(entries.ok());
    REQUIRE(entries->size() == 1);
    return std::move(entries->front());
}

officer::ReplyDraft acknowledgement(const World& world) {
    officer::ReplyDraft draft;
    draft.type = content::ReplyType::acknowledgement;
    draft.status = content::PublicStatus::acknowledged;
    draft.text = "Your report is with us.";
    draft.look_again = verify::UnixTime{world.now}.day().plus(7);
    return draft;
}

TEST_CASE("a report goes to an officer and the answer to the reporter's mailbox") {
    World world;
    Reporter reporter(testing::deployment_id(), world.random);
    const Bytes photo(100'000, 0x5a);
    world.submit(reporter, "The tender was opened early.", {{"photo.jpg", photo}});

    officer::Session session = world.session(1);
    officer::CaseEntry entry = only_entry(session);
    REQUIRE_FALSE(entry.fault.has_value());
    CHECK(entry.unanswered() == 1);
    auto file = session.read(std::move(entry), verify::Purpose::intake);
    REQUIRE(file.ok());
    REQUIRE(file->messages.size() == 1);
    REQUIRE_FALSE(file->messages[0].fault.has_value());
    const auto& report = std::get<content::Report>(*file->messages[0].content);
    CHECK(std::get<std::string>(report.answers.at("what").value) == "The tender was opened early.");

    REQUIRE(report.attachments.size() == 1);
    const auto attachment = session.attachment(*file, report.attachments[0].env, world.folder() / "desk");
    REQUIRE(attachment.ok());
    Bytes shown;
    for (std::uint64_t i = 0; i < attachment->pieces(); ++i) put(shown, attachment->piece(i)->reveal());
    CHECK(shown == photo);

    const auto replied = session.reply(*file, acknowledgement(world));
    REQUIRE(replied.ok());
    const auto page = world.mail().page(reporter.case_id(), 0);
    REQUIRE(page.ok());
    REQUIRE(page->replies.size() == 1);
    const vault::Reply& reply = page->replies[0];
    const auto header = verify::EnvelopeHeader::of_core(reply.core);
    REQUIRE(header.ok());
    const verify::Wrapset own{
        reply.env_id, {{reporter.keys().box().rid(), verify::WrapBlob::from(reply.own_wrap).value()}}};
    const auto dek = open::unwrap(*header, own, reporter.keys().box());
    REQUIRE(dek.ok());
    const std::vector rosters{world.roster()};
    const auto opened = open::open_office_message(reply.core, *dek, {rosters});
    REQUIRE(opened.ok());
    const auto said = content::read_reply(opened->json.reveal());
    REQUIRE(said.ok());
    CHECK(said->text == "Your report is with us.");
    CHECK(said->status == content::PublicStatus::acknowledged);
}

}  // namespace
}  // namespace parapet::reviewer
