#include "intake/client/metadata/clean.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/intake/metadata/vector.h"

namespace parapet::metadata::clean_test {

using testing::Vector;

// A file in memory that counts the largest read.
class Counting final : public Source {
public:
    explicit Counting(ByteView bytes) : memory_(bytes) {}
    [[nodiscard]] std::uint64_t size() const override { return memory_.size(); }
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const override {
        largest = std::max(largest, out.size());
        return memory_.read(offset, out);
    }
    mutable std::size_t largest = 0;

private:
    MemorySource memory_;
};

Bytes whole(const Source& file) {
    Bytes out(static_cast<std::size_t>(file.size()));
    REQUIRE(file.read(0, out).ok());
    return out;
}

Bytes cleaned(ByteView octets) {
    const MemorySource file(octets);
    const auto answer = clean(file);
    REQUIRE(answer.ok());
    REQUIRE(answer.value().has_value());
    return whole(CleanedFile(file, (*answer)->parts));
}

Bytes joined(std::initializer_list<ByteView> parts) {
    Bytes out;
    for (const ByteView part : parts) put(out, part);
    return out;
}

TEST_CASE("a picture is cleaned, found out and refused as the vectors say, as on the page") {
    const std::vector<Vector> vectors = testing::all_vectors();
    CHECK(vectors.size() > 80);
    for (const Vector& vector : vectors) {
        INFO(vector.name);
        const MemorySource file(vector.file);
        const auto answer = clean(file);
        CHECK((answer.ok() ? "" : answer.error().name()) == vector.refused);
        if (!answer.ok()) continue;
        CHECK(answer.value().has_value() == vector.picture);
        if (!answer.value()) continue;
        std::vector<std::string> found;
        for (const Finding one : (*answer)->found.list()) found.emplace_back(name_of(one));
        CHECK(found == vector.found);
        CHECK(to_hex(whole(CleanedFile(file, (*answer)->parts))) == to_hex(vector.cleaned));
    }
}

TEST_CASE("a cleaned file reads the same from every place and in every length") {
    for (const Vector& vector : testing::all_vectors()) {
        if (vector.cleaned.empty()) continue;
        INFO(vector.name);
        const MemorySource file(vector.file);
        const auto answer = clean(file);
        REQUIRE(answer.ok());
        const CleanedFile out(file, (*answer)->parts);
        REQUIRE(out.size() == vector.cleaned.size());
        for (std::size_t from = 0; from < vector.cleaned.size(); from += 7) {
            Bytes piece(std::min<std::size_t>(vector.cleaned.size() - from, 1 + from % 40));
            REQUIRE(out.read(from, piece).ok());
            CHECK(std::ranges::equal(piece, ByteView(vector.cleaned).subspan(from, piece.size())));
        }
        Bytes beyond(2);
        CHECK(out.read(out.size() - 1, beyond).error().code == Code::io);
    }
}

TEST_CASE("a scan may begin and end anywhere in the window of the command line") {
    const Vector vector = testing::vector_of("jpeg-comment");
    const ByteView octets(vector.file);
    Bytes filler{0xff, 0xfe, 0xff, 0xff};
    filler.resize(4 + 65533);
    const Bytes front = joined({octets.first(2), filler, filler, filler});
    for (std::size_t more = 0; more < octets.size(); ++more) {
        const std::size_t last = 256 * 1024 - front.size() - octets.size() + more;
        Bytes segment{0xff, 0xfe};
        put_u16(segment, static_cast<std::uint16_t>(last));
        segment.resize(2 + last);
        REQUIRE(cleaned(joined({front, segment, octets.subspan(2), view("behind the end")})) ==
                vector.cleaned);
    }
}

TEST_CASE("a large photo is read in small pieces, and its compressed data is not copied") {
    const Vector vector = testing::vector_of("jpeg-gps");
    Bytes scan(20 * 1024 * 1024, 0xab);
    for (std::size_t i = 4095; i + 1 < scan.size(); i += 4096) {
        scan[i] = 0xff;
        scan[i + 1] = 0x00;
    }
    const ByteView octets(vector.file);
    const Bytes all = joined({octets.first(octets.size() - 2), scan, octets.last(2), view("behind the end")});
    const Counting file(all);
    const auto answer = clean(file);
    REQUIRE(answer.ok());
    CHECK((*answer)->found.list() == std::vector{Finding::place, Finding::appended});
    CHECK(file.largest <= 256 * 1024);
    CHECK((*answer)->parts.list().size() <= 3);
    CHECK((*answer)->parts.size() == vector.cleaned.size() + scan.size());
}

}  // namespace parapet::metadata::clean_test
