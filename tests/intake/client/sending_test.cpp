#include "intake/client/sending.h"

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <fstream>

#include "intake/server/serve.h"
#include "tests/intake/client/loopback.h"
#include "tests/service/raw_client.h"
#include "tests/service/server_process.h"

namespace parapet::reporter::sending_test {

using namespace intake::testing;
using service::testing::ServerProcess;

constexpr std::size_t kTwoPieces = 10'000'000;  // a piece has 8 MiB

struct Step {
    std::uint64_t done, all;
};
service::Progress into(std::vector<Step>& steps) {
    return [&steps](std::uint64_t done, std::uint64_t all) { steps.push_back({done, all}); };
}

TEST_CASE("a sealed file is sent, and the code finds a case without an answer") {
    Loopback f;
    CHECK_FALSE(f.mailbox().held);
    REQUIRE(send_bundle(f.client, f.filed(Reporter::Draft{}), {}, kNone).ok());
    const Mailbox mailbox = f.mailbox();
    CHECK(mailbox.held);
    CHECK(mailbox.replies.empty());
    CHECK(mailbox.next_seq == 1);
}

TEST_CASE("sending the same file twice is sending it once") {
    Loopback f;
    const BundleFile bundle = f.filed({.files = {octets("large", 200'000)}});
    REQUIRE(send_bundle(f.client, bundle, {}, kNone).ok());
    std::vector<Step> steps;
    CHECK(send_bundle(f.client, bundle, into(steps), kNone).ok());
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].done == steps[0].all);
    CHECK(f.mailbox().next_seq == 1);
}

TEST_CASE("progress runs over all large files together and ends at their sum") {
    Loopback f;
    const auto sealed =
        f.reporter.seal(f.office.roster, {.files = {octets("a", 200'000), octets("b", 300'000)}});
    const std::uint64_t all = sealed.files()[0].core_length() + sealed.files()[1].core_length();
    std::vector<Step> steps;
    REQUIRE(send_bundle(f.client, f.filed(sealed), into(steps), kNone).ok());
    for (std::size_t i = 1; i < steps.size(); ++i) CHECK(steps[i - 1].done <= steps[i].done);
    CHECK(steps.back().done == all);
    CHECK(steps.back().all == all);
}

TEST_CASE("when nobody answers the sending ends at once as unreachable") {
    Loopback f;
    const BundleFile bundle = f.filed(Reporter::Draft{});
    f.server.stop();
    CHECK(send_bundle(f.client, bundle, {}, {100, std::chrono::seconds(1)}).error().code ==
          Code::unreachable);
}

TEST_CASE("after a connection broke inside a piece, sending goes on behind the chunks that came whole") {
    Loopback f;
    const auto sealed = f.reporter.seal(f.office.roster, {.files = {octets("large", 1'000'000)}});
    const Bytes core = core_of(sealed.files()[0]);
    const Bytes begun =
        f.client
            .post("/api/upload/begin",
                  verify::BundleWriter().add(verify::RecordType::note, sealed.note()).finish())
            .value();
    {
        std::string piece(text(ByteView(begun).subspan(32, 16)));
        piece.append(8, '\0').append(text(ByteView(core).first(700'000)));
        service::testing::RawClient raw(f.server.address());
        REQUIRE(raw.send("POST /api/upload/piece HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                         std::to_string(24 + core.size()) + "\r\n\r\n" + piece));
    }
    std::vector<Step> steps;
    REQUIRE(send_bundle(f.client, f.filed(sealed), into(steps), {50, std::chrono::milliseconds(5)}).ok());
    CHECK(steps.back().done == core.size());
    CHECK(f.mailbox().held);
}

TEST_CASE("a server that went away between two pieces is found again where the pieces ended") {
    const Prepared folder;
    const auto body = [](service::Program& program) -> Status {
        SystemRandom random;
        return intake::serve(program, random, [] { return kMorning; });
    };
    Reporter reporter("anna");
    const auto sealed = reporter.seal(cast::roster(), {.files = {octets("large", kTwoPieces)}});
    const std::string path = folder / "sealed.ppb";
    REQUIRE(write_bundle_file(path, sealed, nullptr).ok());
    const BundleFile bundle = BundleFile::open(path).value();

    std::uint64_t durable = 0;
    {
        ServerProcess server(body, folder.configuration());
        service::Client client = client_of(server.listening());
        const auto kill_after_a_piece = [&](std::uint64_t done, std::uint64_t) {
            durable = done;
            if (done > 0) server.signal(SIGKILL);
        };
        CHECK(send_bundle(client, bundle, kill_after_a_piece, kNone).error().code == Code::unreachable);
        CHECK(server.end(0) == -SIGKILL);
    }
    REQUIRE(durable > 0);
    ServerProcess server(body, folder.configuration());
    service::Client client = client_of(server.listening());
    std::vector<Step> steps;
    REQUIRE(send_bundle(client, bundle, into(steps), kNone).ok());
    CHECK(steps.front().done == durable);
    CHECK(steps.back().done == sealed.files()[0].core_length());
    CHECK(server.end(SIGTERM) == 0);
}

TEST_CASE("a file in which one octet of a core changed is refused and nothing is held") {
    Loopback f;
    const std::string path = f.world.folder() / "spoiled.ppb";
    REQUIRE(write_bundle_file(path, f.reporter.seal(f.office.roster), nullptr).ok());
    const auto core = BundleFile::open(path).value().records()[1];
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(core.offset + 500));
        file.put('x');
    }
    CHECK(send_bundle(f.client, BundleFile::open(path).value(), {}, kNone).error().code == Code::core_hash);
    CHECK_FALSE(f.mailbox().held);
}

TEST_CASE("a file that is there already is not overwritten") {
    Loopback f;
    const auto sealed = f.reporter.seal(f.office.roster);
    const std::string path = f.world.folder() / "twice.ppb";
    REQUIRE(write_bundle_file(path, sealed, nullptr).ok());
    CHECK(write_bundle_file(path, sealed, nullptr).error().code == Code::duplicate);
}

TEST_CASE("a bundle file that is cut, longer, or of another kind is refused by its form") {
    Loopback f;
    const Bytes whole = f.reporter.seal(f.office.roster).bundle().value();
    const auto opened = [&](ByteView octets) {
        const std::string path = f.world.folder() / "form.ppb";
        std::ofstream(path, std::ios::binary) << text(octets);
        return BundleFile::open(path);
    };
    CHECK(opened(whole).ok());
    for (const std::size_t size : {7UL, 12UL, 100UL, whole.size() - 1})
        CHECK(opened(ByteView(whole).first(size)).error().code == Code::truncated);
    Bytes longer = whole;
    longer.push_back(0);
    CHECK(opened(longer).error().code == Code::trailing_bytes);
    Bytes other = whole;
    other[3] = '2';
    CHECK(opened(other).error().code == Code::unknown_version);
}

}  // namespace parapet::reporter::sending_test
