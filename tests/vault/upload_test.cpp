#include <algorithm>

#include "crypto/verify/core_hash.h"
#include "tests/vault/fixtures.h"
#include "vault/piece_file.h"
#include "vault/piece_reader.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

constexpr std::uint64_t kPlenty = 1'000'000'000;
constexpr std::uint64_t kLength = kHeaderSize + 2 * kChunkSize + 9;

class Uploads {
public:
    Uploads() {
        REQUIRE(create_store(place / "drop.db", drop_key()).ok());
        std::filesystem::create_directory(place / "pieces");
        drop = open_drop_for_intake(place / "drop.db", drop_key()).value();
        reader = open_drop_for_reviewer(place / "drop.db", drop_key()).value();
        folder.emplace(PieceFolder::open(place / "pieces").value());
    }
    Upload wanted(std::uint64_t length = kLength) {
        return {random.fixed<UploadId>(), random.fixed<EnvelopeId>(), length, random.fixed<Hash>()};
    }
    Result<std::vector<Upload>> begin(const std::vector<Upload>& list, Hour expires = kHour,
                                      std::uint64_t most = kPlenty) {
        return drop->begin_uploads(list, expires, most);
    }
    // A submission whose second object is a large core that was sent before.
    SampleSubmission with_large(const Upload& upload) {
        SampleSubmission out(random, random.fixed<CaseId>(), 0, 16'512, 1);
        NewObject& object = out.change().objects[1];
        object.env_id = upload.env_id;
        object.core = {};
        object.core_len = upload.core_len;
        object.core_hash = upload.core_hash;
        object.upload = upload.id;
        return out;
    }
    std::size_t sweep() {
        return folder->sweep([&](const UploadId& id) { return drop->names_file(id); }).value();
    }

    Folder place;
    Counting random;
    std::unique_ptr<DropWriter> drop;
    std::unique_ptr<DropReader> reader;
    std::optional<PieceFolder> folder;
};

}  // namespace

TEST_CASE("beginning an upload again answers the id given the first time") {
    Uploads uploads;
    const Upload first = uploads.wanted();
    CHECK(uploads.begin({first}).value() == std::vector{first});
    Upload again = first;
    again.id = uploads.random.fixed<UploadId>();
    CHECK(uploads.begin({again}).value() == std::vector{first});
    CHECK(uploads.drop->upload(first.id).value() == first);
    CHECK(uploads.drop->upload(again.id).error().code == Code::not_found);
}

TEST_CASE(
    "an upload begun for other octets under the same envelope is a duplicate, and nothing is reserved") {
    Uploads uploads;
    const Upload first = uploads.wanted();
    REQUIRE(uploads.begin({first}).ok());
    Upload other = first;
    other.core_hash = uploads.random.fixed<Hash>();
    const Upload innocent = uploads.wanted();
    CHECK(uploads.begin({innocent, other}).error().code == Code::duplicate);
    CHECK(uploads.drop->upload(innocent.id).error().code == Code::not_found);
}

TEST_CASE("unfinished uploads together hold no more than they may") {
    Uploads uploads;
    const Upload first = uploads.wanted(1'000'000);
    REQUIRE(uploads.begin({first}, kHour, 1'500'000).ok());
    CHECK(uploads.begin({uploads.wanted(500'001)}, kHour, 1'500'000).error().code == Code::busy);
    CHECK(uploads.begin({uploads.wanted(500'000)}, kHour, 1'500'000).ok());
    CHECK(uploads.begin({first}, kHour, 1'500'000).ok());  // to go on takes no more room
}

TEST_CASE("a submission takes over the file of an upload, and the reviewer service reads it there") {
    Uploads uploads;
    const Bytes core = some_bytes(uploads.random, kLength);
    Upload upload = uploads.wanted();
    upload.core_hash = verify::core_hash(core).value();
    REQUIRE(uploads.begin({upload}).ok());
    {
        PieceFile file = PieceFile::open(*uploads.folder, upload).value();
        REQUIRE(file.append(core).ok());
        REQUIRE(file.commit().value() == kLength);
    }
    const SampleSubmission sent = uploads.with_large(upload);
    REQUIRE(uploads.drop->submit(sent.row()).value() == Outcome::accepted);
    CHECK(uploads.drop->upload(upload.id).error().code == Code::not_found);
    CHECK(uploads.drop->submit(sent.row()).value() == Outcome::already_accepted);

    const StoredObject stored =
        uploads.reader->object({sent.row().case_id, 0}, sent.row().objects.back().part).value();
    REQUIRE(stored.file == upload.id);
    const PieceReader reader = PieceReader::open(*uploads.folder, *stored.file, stored.core_len).value();
    Bytes read(kLength);
    REQUIRE(reader.read(0, read).ok());
    CHECK(read == core);
    CHECK(uploads.sweep() == 0);
    CHECK(uploads.drop->bury(sent.row().case_id).value() == std::vector{upload.id});
    CHECK(uploads.sweep() == 1);
    CHECK(std::filesystem::is_empty(uploads.place / "pieces"));
}

TEST_CASE("a submission naming an upload begun for other octets is incomplete and leaves nothing") {
    Uploads uploads;
    const Upload upload = uploads.wanted();
    REQUIRE(uploads.begin({upload}).ok());
    Upload lied = upload;
    lied.core_len += 1;
    const SampleSubmission sent = uploads.with_large(lied);
    CHECK(uploads.drop->submit(sent.row()).error().code == Code::incomplete);
    CHECK_FALSE(uploads.drop->holds(sent.row().case_id).value());
    CHECK(uploads.drop->upload(upload.id).ok());
    CHECK(uploads.drop->submit(uploads.with_large(uploads.wanted()).row()).error().code == Code::incomplete);
}

TEST_CASE("an upload that expired is forgotten and its file swept, and one that was renewed is not") {
    Uploads uploads;
    const Upload old = uploads.wanted();
    const Upload renewed = uploads.wanted();
    REQUIRE(uploads.begin({old, renewed}).ok());
    for (const Upload& one : {old, renewed}) {
        PieceFile file = PieceFile::open(*uploads.folder, one).value();
        REQUIRE(file.append(Bytes(200)).ok());
        REQUIRE(file.commit().value() == kHeaderSize);
    }
    REQUIRE(uploads.begin({renewed}, kHour + std::chrono::hours(5)).ok());
    REQUIRE(uploads.drop->expire_uploads(kHour - std::chrono::hours(1)).ok());
    CHECK(uploads.sweep() == 0);
    REQUIRE(uploads.drop->expire_uploads(kHour).ok());
    CHECK(uploads.drop->upload(old.id).error().code == Code::not_found);
    CHECK(uploads.sweep() == 1);
    CHECK(PieceFile::open(*uploads.folder, renewed).value().durable() == kHeaderSize);
}

TEST_CASE("a sweep leaves files alone that are none of ours") {
    Uploads uploads;
    std::filesystem::create_directory(uploads.place / "pieces" / "lost+found");
    const auto rubbish = uploads.place / "pieces" / std::string(32, 'a');
    REQUIRE(File::open(rubbish, 0101, 0600).ok());
    CHECK(uploads.sweep() == 1);
    CHECK(std::filesystem::exists(uploads.place / "pieces" / "lost+found"));
    CHECK_FALSE(std::filesystem::exists(rubbish));
}

}  // namespace parapet::vault::testing
