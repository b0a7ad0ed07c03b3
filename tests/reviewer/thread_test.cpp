// The whole thread: sent, taken over, read, answered, in the reporter's mailbox.
#include "tests/reviewer/world.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/open/message.h"
#include "reviewer/server/outbox.h"
#include "reviewer/server/takeover_thread.h"
#include "vault/piece_file.h"

namespace parapet::reviewer::thread_test {

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

TEST_CASE("an outbox row that a dead process left is sent at the next start, once") {
    World world;
    Reporter reporter(testing::deployment_id(), world.random);
    world.submit(reporter, "a report");
    officer::Session session = world.session(1);
    auto file = session.read(only_entry(session), verify::Purpose::intake);
    REQUIRE(file.ok());
    REQUIRE(session.reply(*file, acknowledgement(world)).ok());
    const vault::Reply sent = world.mail().page(reporter.case_id(), 0)->replies.at(0);

    // As it was before the effect: the row is there, the mailbox is not; and once more after it.
    REQUIRE(world.app().mail->bury(reporter.case_id()).ok());
    for (int i = 0; i < 2; ++i) {
        const Status left = world.app().cases->write([&](vault::CaseAct& act) {
            return act.put_outbox(static_cast<std::uint8_t>(Effect::reply),
                                  reply_payload(sent.env_id, sent.own_wrap));
        });
        REQUIRE(left.ok());
        world.restart();
        REQUIRE(send_outbox(world.app()).ok());
        CHECK(world.mail().page(reporter.case_id(), 0)->replies == std::vector{sent});
        CHECK(world.app().cases->outbox(10)->empty());
    }
}

TEST_CASE("what a reporter adds later is read by the same officers, and a missing number is seen") {
    World world;
    Reporter reporter(testing::deployment_id(), world.random);
    world.submit(reporter, "a report");
    const seal::SealedSubmission held_back = reporter.seal(world.roster(), "the first addition");
    world.submit(reporter, "the second addition");
    officer::Session session = world.session(2);
    CHECK(only_entry(session).gap());
    world.send(held_back);
    CHECK(world.take_over() == 1);
    officer::CaseEntry entry = only_entry(session);
    CHECK_FALSE(entry.gap());
    CHECK(entry.unanswered() == 3);
    const auto file = session.read(std::move(entry), verify::Purpose::assess);
    REQUIRE(file.ok());
    CHECK(file->messages.size() == 3);
    CHECK(world.take_over() == 0);
}

// As the desk's page or its command line hands it over.
officer::OutgoingFile outgoing(officer::Session& session, const officer::CaseFile& file, std::uint32_t part,
                               const Bytes& octets, const World& world) {
    service::MemorySource source(octets);
    service::RunReader in(source);
    auto sealed = session.seal_file(file, part, {"letter.pdf", "application/pdf", octets.size()}, in,
                                    world.folder() / "desk");
    REQUIRE(sealed.ok());
    return std::move(*sealed);
}

TEST_CASE("a reply with two files is on the log whole, in the mailbox, and read by the colleagues") {
    World world;
    Reporter reporter(testing::deployment_id(), world.random);
    world.submit(reporter, "a report");
    officer::Session session = world.session(1);
    auto file = session.read(only_entry(session), verify::Purpose::intake);
    REQUIRE(file.ok());
    const Bytes letter(200'000, 0x11);
    const Bytes annex(3, 0x22);
    std::vector<officer::OutgoingFile> files;
    files.push_back(outgoing(session, *file, 2, letter, world));
    files.push_back(outgoing(session, *file, 3, annex, world));
    const EnvelopeId env = files[0].entry.env;
    std::uint64_t told = 0;
    const auto replied = session.reply(*file, acknowledgement(world), std::move(files),
                                       [&](std::uint64_t done, std::uint64_t) { told = done; });
    REQUIRE(replied.ok());
    CHECK(told > letter.size());
    const auto kept = world.mail().file(reporter.case_id(), env);
    REQUIRE(kept.ok());
    REQUIRE(kept->has_value());
    CHECK_FALSE(world.mail().file(CaseId{}, env)->has_value());

    officer::Session colleague = world.session(2);
    officer::CaseEntry entry = only_entry(colleague);
    REQUIRE_FALSE(entry.fault.has_value());
    CHECK(entry.count(verify::Kind::attachment) == 2);
    const auto shown = colleague.read(std::move(entry), verify::Purpose::assess);
    REQUIRE(shown.ok());
    const auto& said = std::get<content::Reply>(*shown->messages[1].content);
    REQUIRE(said.attachments.size() == 2);
    CHECK(said.filed.has_value());
    const auto opened = colleague.attachment(*shown, said.attachments[0].env, world.folder() / "desk");
    REQUIRE(opened.ok());
    Bytes got;
    for (std::uint64_t i = 0; i < opened->pieces(); ++i) put(got, opened->piece(i)->reveal());
    CHECK(got == letter);
}

TEST_CASE("a text that does not fit beside files and proof is refused before anything is sent") {
    World world;
    Reporter reporter(testing::deployment_id(), world.random);
    world.submit(reporter, "a report");
    officer::Session session = world.session(1);
    auto file = session.read(only_entry(session), verify::Purpose::intake);
    REQUIRE(file.ok());
    officer::ReplyDraft draft = acknowledgement(world);
    draft.text = std::string(16'000, 'x');
    CHECK(session.reply(*file, draft).error().code == Code::too_large);
    draft.text = std::string(11'000, 'x');
    CHECK(session.reply(*file, draft).ok());
}

TEST_CASE("a mailbox whose holder removed the access is emptied, and the office keeps its copy") {
    World world;
    Reporter reporter(testing::deployment_id(), world.random);
    world.submit(reporter, "a report");
    officer::Session session = world.session(1);
    auto file = session.read(only_entry(session), verify::Purpose::intake);
    REQUIRE(file.ok());
    REQUIRE(session.reply(*file, acknowledgement(world)).ok());
    let_go(world.app());
    CHECK(world.mail().page(reporter.case_id(), 0)->total == 1);
    world.remove_access(reporter);
    let_go(world.app());
    CHECK(world.mail().page(reporter.case_id(), 0)->total == 0);
    CHECK(session.read(only_entry(session), verify::Purpose::assess)->messages.size() == 2);
}

TEST_CASE("files that no reply named are gone after a day, those of a reply stay") {
    World world;
    Reporter reporter(testing::deployment_id(), world.random);
    world.submit(reporter, "a report");
    officer::Session session = world.session(1);
    auto file = session.read(only_entry(session), verify::Purpose::intake);
    REQUIRE(file.ok());
    std::vector<officer::OutgoingFile> files;
    files.push_back(outgoing(session, *file, 2, Bytes(10, 1), world));
    REQUIRE(session.reply(*file, acknowledgement(world), std::move(files)).ok());
    const vault::Upload forgotten{world.random.fixed<vault::UploadId>(), EnvelopeId{}, 65'664, Hash{}};
    const auto hour = std::chrono::floor<std::chrono::hours>(
        std::chrono::sys_seconds(std::chrono::seconds(world.now.load())));
    REQUIRE(world.app().cases->begin_uploads({forgotten}, hour + std::chrono::hours(24), 1 << 20).ok());
    REQUIRE(vault::PieceFile::open(world.app().reply_pieces, forgotten).ok());
    const auto files_there = [&] {
        return std::distance(std::filesystem::directory_iterator(world.folder() / "reply-pieces"), {});
    };
    CHECK(files_there() == 4);  // two uploads, each with its hashes
    let_go(world.app());
    CHECK(files_there() == 4);
    world.now += 25 * 3'600;
    let_go(world.app());
    CHECK(files_there() == 2);
}

TEST_CASE("a note is for the colleagues, and no mailbox hears of it") {
    World world;
    Reporter reporter(testing::deployment_id(), world.random);
    world.submit(reporter, "a report");
    officer::Session writer = world.session(1);
    const auto file = writer.read(only_entry(writer), verify::Purpose::assess);
    REQUIRE(file.ok());
    REQUIRE(writer.note(*file, "Ask the procurement office.").ok());
    officer::Session reader = world.session(3);
    const auto shown = reader.read(only_entry(reader), verify::Purpose::review);
    REQUIRE(shown.ok());
    REQUIRE(shown->messages.size() == 2);
    CHECK(std::get<content::OfficeNote>(*shown->messages[1].content).text == "Ask the procurement office.");
    CHECK(shown->messages[1].label == "procurement desk 1");
    CHECK(world.mail().page(reporter.case_id(), 0)->total == 0);
}

}  // namespace parapet::reviewer::thread_test
