#include <algorithm>

#include "crypto/verify/core_hash.h"
#include "tests/vault/conditions.h"
#include "tests/vault/fixtures.h"
#include "vault/piece_file.h"
#include "vault/piece_reader.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

constexpr std::uint64_t kFiveChunks = kHeaderSize + 4 * kChunkSize + 1000;

class Pieces {
public:
    explicit Pieces(std::uint64_t core_len = kFiveChunks)
        : core(some_bytes(random, core_len)), folder(PieceFolder::open(place.path()).value()) {
        upload = {random.fixed<UploadId>(), random.fixed<EnvelopeId>(), core_len,
                  verify::core_hash(core).value()};
    }
    // Sends octets up to `end` as one piece, cut in odd places, and answers what is durable.
    std::uint64_t send(std::uint64_t end, std::uint64_t cut = 30'011) {
        PieceFile file = PieceFile::open(folder, upload).value();
        for (std::uint64_t at = file.durable(); at < end;) {
            const std::uint64_t n = std::min(cut, end - at);
            REQUIRE(file.append(ByteView(core).subspan(at, n)).ok());
            at += n;
        }
        return file.commit().value();
    }
    // What this process knew of earlier pieces is gone.
    void restart() { folder = PieceFolder::open(place.path()).value(); }
    [[nodiscard]] Bytes stored() const {
        const PieceReader reader = PieceReader::open(folder, upload.id, core.size()).value();
        Bytes out(core.size());
        REQUIRE(reader.read(0, out).ok());
        return out;
    }
    [[nodiscard]] Status check() const { return folder.check(upload.id, upload.core_len, upload.core_hash); }
    [[nodiscard]] std::filesystem::path data() const { return place / to_hex(upload.id); }

    Folder place;
    Counting random;
    Bytes core;
    PieceFolder folder;
    Upload upload;
};

constexpr std::uint64_t border(std::uint64_t chunks) { return kHeaderSize + chunks * kChunkSize; }

}  // namespace

TEST_CASE("a core sent in pieces cut anywhere is stored whole and has its announced hash") {
    Pieces pieces;
    CHECK(pieces.check().error().code == Code::incomplete);
    CHECK(pieces.send(border(2)) == border(2));
    CHECK(pieces.check().error().code == Code::incomplete);
    CHECK(pieces.send(border(3), 7) == border(3));
    CHECK(pieces.send(kFiveChunks, 1 << 20) == kFiveChunks);
    CHECK(pieces.check().ok());
    CHECK(pieces.stored() == pieces.core);
    CHECK(pieces.folder.header(pieces.upload.id).value() ==
          Bytes(pieces.core.begin(), pieces.core.begin() + 112));
}

TEST_CASE("a core of exactly whole chunks ends at their border") {
    Pieces pieces(border(2));
    CHECK(pieces.send(border(2)) == border(2));
    CHECK(pieces.check().ok());
    CHECK(pieces.stored() == pieces.core);
}

TEST_CASE("a piece that breaks off inside a chunk keeps the chunks before it") {
    Pieces pieces;
    CHECK(pieces.send(border(2) + 5) == border(2));
    CHECK(std::filesystem::file_size(pieces.data()) == border(2));
    CHECK(pieces.send(50) == border(2));  // nothing new was sent
    CHECK(pieces.send(kFiveChunks) == kFiveChunks);
    CHECK(pieces.check().ok());
}

TEST_CASE("a piece that breaks off inside the header keeps nothing") {
    Pieces pieces;
    CHECK(pieces.send(111) == 0);
    CHECK(pieces.folder.header(pieces.upload.id).error().code == Code::incomplete);
    CHECK(pieces.send(112) == 112);
    CHECK(pieces.folder.header(pieces.upload.id).ok());
}

TEST_CASE("octets that were not committed are gone when the upload goes on") {
    Pieces pieces;
    pieces.send(border(1));
    {
        PieceFile left = PieceFile::open(pieces.folder, pieces.upload).value();
        REQUIRE(left.append(ByteView(pieces.core).subspan(border(1), kChunkSize)).ok());
    }
    CHECK(PieceFile::open(pieces.folder, pieces.upload).value().durable() == border(1));
    CHECK(pieces.send(kFiveChunks) == kFiveChunks);
    CHECK(pieces.stored() == pieces.core);
}

TEST_CASE("after a file lost its end an upload goes on from the last whole chunk") {
    Pieces pieces;
    pieces.send(border(3));
    std::filesystem::resize_file(pieces.data(), border(3) - 1);
    CHECK(PieceFile::open(pieces.folder, pieces.upload).value().durable() == border(2));
    CHECK(pieces.send(kFiveChunks) == kFiveChunks);
    CHECK(pieces.check().ok());
}

TEST_CASE("after hashes lost their end an upload goes on from the last chunk that has one") {
    Pieces pieces;
    pieces.send(border(3));
    std::filesystem::resize_file(pieces.data().string() + ".hashes", 3 * 32 + 31);
    CHECK(PieceFile::open(pieces.folder, pieces.upload).value().durable() == border(2));
    CHECK(pieces.send(kFiveChunks) == kFiveChunks);
    CHECK(pieces.check().ok());
}

TEST_CASE("after a restart a chunk whose octets never reached the disk is asked for again, hash or not") {
    Pieces pieces;
    pieces.send(border(3));
    std::filesystem::resize_file(pieces.data(), border(2));
    std::filesystem::resize_file(pieces.data(), border(3));  // zeros, as a crash may leave them
    pieces.restart();
    CHECK(PieceFile::open(pieces.folder, pieces.upload).value().durable() == border(2));
    CHECK(pieces.send(kFiveChunks) == kFiveChunks);
    CHECK(pieces.stored() == pieces.core);
}

TEST_CASE("what the same process saw onto the disk is not read back for every next piece") {
    Pieces pieces;
    pieces.send(border(3));
    std::filesystem::resize_file(pieces.data(), border(2));
    std::filesystem::resize_file(pieces.data(), border(3));
    CHECK(PieceFile::open(pieces.folder, pieces.upload).value().durable() == border(3));
}

TEST_CASE("other octets than were announced are refused by core hash") {
    Pieces pieces;
    pieces.core[border(1) + 77] ^= 1U;
    pieces.send(kFiveChunks);
    CHECK(pieces.check().error().code == Code::core_hash);
    REQUIRE(pieces.folder.remove(pieces.upload.id).ok());
    REQUIRE(pieces.folder.remove(pieces.upload.id).ok());
    CHECK(pieces.check().error().code == Code::incomplete);
    pieces.core[border(1) + 77] ^= 1U;
    pieces.send(kFiveChunks);
    CHECK(pieces.check().ok());
}

TEST_CASE("one octet past the announced end is refused and what came before it is kept") {
    Pieces pieces;
    PieceFile file = PieceFile::open(pieces.folder, pieces.upload).value();
    REQUIRE(file.append(pieces.core).ok());
    CHECK(file.append(Bytes(1)).error().code == Code::too_large);
    CHECK(file.commit().value() == kFiveChunks);
    CHECK(pieces.check().ok());
}

TEST_CASE("two requests cannot write one upload at the same time") {
    Pieces pieces;
    {
        const PieceFile first = PieceFile::open(pieces.folder, pieces.upload).value();
        CHECK(PieceFile::open(pieces.folder, pieces.upload).error().code == Code::busy);
    }
    CHECK(PieceFile::open(pieces.folder, pieces.upload).ok());
}

TEST_CASE("on a full disk a piece is refused by name, and the upload goes on when there is room") {
    Pieces pieces;
    pieces.send(border(1));
    {
        const FileSizeLimit full(border(2) + 10);
        PieceFile file = PieceFile::open(pieces.folder, pieces.upload).value();
        const Status refused = file.append(ByteView(pieces.core).subspan(border(1)));
        CHECK(refused.error().code == Code::storage_full);
        CHECK(file.durable() == border(1));
        CHECK(file.commit().value() == border(1));
    }
    CHECK(std::filesystem::file_size(pieces.data()) == border(1));
    CHECK(pieces.send(kFiveChunks) == kFiveChunks);
    CHECK(pieces.check().ok());
}

TEST_CASE("a folder that takes no files refuses an upload by name") {
    Pieces pieces;
    std::filesystem::permissions(pieces.place.path(), std::filesystem::perms(0555));
    {
        const Powerless nobody;
        CHECK(PieceFile::open(pieces.folder, pieces.upload).error().code == Code::permissions);
    }
    std::filesystem::permissions(pieces.place.path(), std::filesystem::perms(0700));
    CHECK(std::filesystem::is_empty(pieces.place.path()));
}

TEST_CASE("a folder that is not there is no piece folder") {
    Folder place;
    CHECK(PieceFolder::open(place / "none").error().code == Code::not_found);
}

TEST_CASE("a core whose file has another length than its row is not read") {
    Pieces pieces;
    pieces.send(kFiveChunks);
    CHECK(PieceReader::open(pieces.folder, pieces.upload.id, kFiveChunks + 1).error().code == Code::io);
    CHECK(PieceReader::open(pieces.folder, pieces.random.fixed<UploadId>(), 1).error().code ==
          Code::not_found);
    const PieceReader reader = PieceReader::open(pieces.folder, pieces.upload.id, kFiveChunks).value();
    Bytes past(2);
    CHECK(reader.read(kFiveChunks - 1, past).error().code == Code::io);
}

}  // namespace parapet::vault::testing
