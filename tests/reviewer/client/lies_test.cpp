// A service that lies to a desk: each lie is refused by its own name, and nothing is shown of what it covers.
#include "tests/reviewer/client/lying_server.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "crypto/sign/sign_note.h"
#include "tests/reviewer/world.h"

namespace parapet::reviewer::lies_test {

using nlohmann::json;
using testing::LyingServer;
using verify::RecordType;
using Records = std::vector<LyingServer::Answered>;

struct Fixture {
    Fixture() { world.submit(reporter, "a report"); }
    // Changes the n-th record of this type in answers to this path.
    void lie(std::string_view path, RecordType type, std::function<void(Bytes&)> how) {
        server.change = [path, type, how = std::move(how)](std::string_view asked, Records& records) {
            for (auto& record : records)
                if (asked == path && record.type == type) {
                    how(record.bytes);
                    return;
                }
        };
    }
    void lie_about_case(std::function<void(json&)> how) {
        lie("/api/inbox", RecordType::json, [how = std::move(how)](Bytes& bytes) {
            json page = json::parse(text(bytes));
            how(page["cases"][0]);
            const std::string changed = page.dump();
            bytes.assign(changed.begin(), changed.end());
        });
    }
    // What the inbox says of its only case, or is refused for as a whole.
    std::string inbox() {
        auto entries = session.inbox();
        if (!entries.ok()) return std::string(entries.error().name());
        REQUIRE(entries->size() == 1);
        const auto fault = entries->front().fault;
        return fault ? std::string(code_name(*fault)) : "accepted";
    }
    // What reading is refused for; the inbox before it is honest.
    std::string read() {
        const auto lie = std::exchange(server.change, [](std::string_view, Records&) {});
        auto entries = session.inbox();
        REQUIRE(entries.ok());
        server.change = lie;
        const auto file = session.read(std::move(entries->front()), verify::Purpose::intake);
        if (!file.ok()) return std::string(file.error().name());
        return file->messages[0].fault ? std::string(code_name(*file->messages[0].fault)) : "accepted";
    }

    testing::World world;
    testing::Reporter reporter{testing::deployment_id(), world.random};
    LyingServer server{world.app()};
    officer::Session session = world.session_at(server.origin(), 1);
};

void flip_last(Bytes& bytes) { bytes.back() ^= 1; }
void flip_text(Bytes& bytes) { bytes[bytes.size() / 4] ^= 1; }

TEST_CASE("a desk accepts what an honest service answers") {
    Fixture f;
    CHECK(f.inbox() == "accepted");
    CHECK(f.read() == "accepted");
}

TEST_CASE("a checkpoint that the log did not sign is refused") {
    Fixture f;
    const std::string& origin = f.world.app().root().lines().log.name;
    f.lie("/api/inbox", RecordType::checkpoint, [&](Bytes& bytes) {
        const auto note = verify::UnverifiedNote::parse(bytes);
        bytes = sign::sign_note(note->text(), origin, testing::signing_key(7));
    });
    CHECK(f.inbox() == "unknown-signer");
    f.lie("/api/inbox", RecordType::checkpoint, [](Bytes& bytes) {
        std::string changed(text(bytes));
        changed.replace(changed.find("\n1\n"), 3, "\n2\n");
        bytes.assign(changed.begin(), changed.end());
    });
    CHECK(f.inbox() == "bad-signature");
}

TEST_CASE("a log that forgot what this desk saw is a fork, even when the log's own key signed it") {
    Fixture f;
    REQUIRE(f.session.login().ok());
    const std::string& origin = f.world.app().root().lines().log.name;
    const auto sign = [&](std::uint64_t size, const Hash& root) {
        return sign::sign_note(verify::CheckpointLines{origin, size, root}.print(), origin,
                               testing::signing_key(testing::kLogSeed));
    };
    f.lie("/api/inbox", RecordType::checkpoint,
          [&](Bytes& bytes) { bytes = sign(1, f.world.random.fixed<Hash>()); });
    CHECK(f.inbox() == "forked");
    f.lie("/api/inbox", RecordType::checkpoint,
          [&](Bytes& bytes) { bytes = sign(2, f.world.random.fixed<Hash>()); });
    CHECK(f.inbox() == "forked");
}

TEST_CASE("a changed row of the inbox is shown as tampered, by the name of the fault") {
    Fixture f;
    SECTION("another leaf") {
        f.lie_about_case([](json& row) {
            Bytes leaf = from_base64(row["received"][0]["leaf"].get<std::string>()).value();
            std::string changed(text(leaf));
            changed.replace(changed.find("time 2026"), 9, "time 2025");
            row["received"][0]["leaf"] = to_base64(view(changed));
        });
        CHECK(f.inbox() == "bad-signature");
    }
    SECTION("a proof of another place") {
        f.lie_about_case([](json& row) { row["received"][0]["index"] = 5; });
        CHECK(f.inbox() == "bad-proof");
    }
    SECTION("another tag key") {
        f.lie_about_case([](json& row) { row["tag_key"] = std::string(64, '0'); });
        CHECK(f.inbox() == "wrong-tag");
    }
    SECTION("another case") {
        f.lie_about_case([](json& row) { row["case"] = std::string(32, '0'); });
        CHECK(f.inbox() == "wrong-tag");
    }
    SECTION("another object") {
        f.lie_about_case([](json& row) { row["received"][0]["objects"][0]["env"] = std::string(64, '0'); });
        CHECK(f.inbox() == "wrong-tag");
    }
    SECTION("an object twice") {
        f.lie_about_case(
            [](json& row) { row["received"][0]["objects"].push_back(row["received"][0]["objects"][0]); });
        CHECK(f.inbox() == "wrong-tag");
    }
    SECTION("a recusal that is another leaf") {
        f.lie_about_case([](json& row) {
            const json& received = row["received"][0];
            row["recused"].push_back(
                {{"index", received["index"]}, {"leaf", received["leaf"]}, {"proof", received["proof"]}});
        });
        CHECK(f.inbox() == "unknown-signer");
    }
    SECTION("a form that is none") {
        f.lie_about_case([](json& row) { row["surprise"] = 1; });
        CHECK(f.inbox() == "content-schema");
    }
}

TEST_CASE("without a valid proof of its own leaf a desk opens nothing") {
    Fixture f;
    SECTION("no such proof") { f.lie("/api/read", RecordType::inclusion, flip_last); }
    SECTION("a proof of another leaf") {
        f.lie("/api/read", RecordType::inclusion, [](Bytes& bytes) { bytes[7] ^= 1; });
    }
    CHECK(f.read() == "bad-proof");
}

TEST_CASE("a release that is not what was logged is refused as a whole") {
    Fixture f;
    SECTION("another core") {
        f.lie("/api/read", RecordType::core, flip_last);
        CHECK(f.read() == "wrong-tag");
    }
    SECTION("another header") {
        f.lie("/api/read", RecordType::core, [](Bytes& bytes) { bytes[100] ^= 1; });
        CHECK(f.read() == "wrong-tag");
    }
    SECTION("another wrap") {
        f.lie("/api/read", RecordType::wrapset, flip_last);
        CHECK(f.read() == "wraps-hash");
    }
    SECTION("other recipients") {
        f.lie("/api/read", RecordType::digests, flip_last);
        CHECK(f.read() == "wraps-hash");
    }
    SECTION("another submit note") {
        f.lie("/api/read", RecordType::note, flip_text);
        CHECK(f.read() != "accepted");
    }
    SECTION("an object too few") {
        f.server.change = [](std::string_view path, Records& records) {
            if (path == "/api/read") records.resize(3);
        };
        CHECK(f.read() == "malformed");
    }
}

TEST_CASE("a roster older than one this desk knows is refused") {
    Fixture f;
    f.world.add_roster({{1}, {2}});
    officer::Session session = f.world.session(1);
    const Bytes first(f.world.app().deployment.rosters().front().note().begin(),
                      f.world.app().deployment.rosters().front().note().end());
    verify::BundleWriter older;
    older.add(RecordType::note, f.world.app().root().note());
    older.add(RecordType::note, first);
    officer::Office office = session.office();
    CHECK(office.renew(older.finish()).error().code == Code::rolled_back);
}

TEST_CASE("another root than the pinned one is refused by its fingerprint") {
    const Fixture f;
    const auto other = verify::Fingerprint::parse("00000 00001 00002 00003 00004 00005 00006 00007");
    const auto pinned = officer::Office::pin(*other, f.session.office().encode());
    CHECK(pinned.error().code == Code::wrong_fingerprint);
}

}  // namespace parapet::reviewer::lies_test
