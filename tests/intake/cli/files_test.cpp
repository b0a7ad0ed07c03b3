#include "intake/cli/files_to_seal.h"

#include <catch2/catch_test_macros.hpp>

#include "intake/cli/sentences.h"
#include "tests/intake/metadata/vector.h"
#include "tests/service/temp_folder.h"

namespace parapet::reporter::files_test {

using metadata::testing::vector_of;

Bytes whole(const Source& file) {
    Bytes out(static_cast<std::size_t>(file.size()));
    REQUIRE(file.read(0, out).ok());
    return out;
}

struct Folder {
    service::testing::TempFolder folder;
    Path file(const std::string& name, ByteView octets) const {
        return folder.write(name, std::string(text(octets)));
    }
};

TEST_CASE("a photo is sealed without its place, its name and order as they were") {
    const Folder folder;
    const auto photo = vector_of("jpeg-rotated");
    const auto screen = vector_of("png-author");
    const Words words{"-",
                      {folder.file("b.jpg", photo.file), folder.file("a.txt", view("plain")),
                       folder.file("c", screen.file)}};
    const auto opened = open_files(words);
    REQUIRE(opened.ok());
    REQUIRE(opened->files.size() == 3);
    CHECK(opened->files[0].name == "b.jpg");
    CHECK(whole(*opened->files[0].source) == photo.cleaned);
    CHECK(text(whole(*opened->files[1].source)) == "plain");
    CHECK(whole(*opened->files[2].source) == screen.cleaned);
    CHECK(opened->files[2].type == "image/png");
}

TEST_CASE("with --keep-metadata a photo is sealed octet for octet, a damaged one too") {
    const Folder folder;
    const auto photo = vector_of("jpeg-rotated");
    const auto damaged = vector_of("jpeg-segment-past-the-end");
    const Words words{"-", {folder.file("b.jpg", photo.file), folder.file("c.jpg", damaged.file)}, true};
    const auto opened = open_files(words);
    REQUIRE(opened.ok());
    CHECK(whole(*opened->files[0].source) == photo.file);
    CHECK(whole(*opened->files[1].source) == damaged.file);
}

TEST_CASE("an untouched original comes right behind its picture, marked in its name, when it is asked for") {
    const Folder folder;
    const auto photo = vector_of("jpeg-rotated");
    const std::string longest(251, 'a');
    Words words{"-",
                {folder.file("b.jpg", photo.file), folder.file("a.txt", view("plain")),
                 folder.file(longest + ".jpg", photo.file)}};
    words.with_originals = true;
    const auto opened = open_files(words);
    REQUIRE(opened.ok());
    std::vector<std::string> names;
    for (const seal::FileToSeal& file : opened->files) names.push_back(file.name);
    CHECK(names == std::vector<std::string>{"b.jpg", "b.original.jpg", "a.txt", longest + ".jpg",
                                            std::string(242, 'a') + ".original.jpg"});
    CHECK(whole(*opened->files[0].source) == photo.cleaned);
    CHECK(whole(*opened->files[1].source) == photo.file);
}

TEST_CASE("a picture from which nothing can be removed is not sealed by accident") {
    const Folder folder;
    const Path damaged = folder.file("a.jpg", vector_of("jpeg-segment-past-the-end").file);
    const Path misnamed = folder.file("b.jpeg", view("ftypheic"));
    CHECK(open_files({"-", {damaged}}).error().code == Code::malformed);
    CHECK(open_files({"-", {misnamed}}).error().code == Code::malformed);
}

TEST_CASE("every finding has words, and they are joined") {
    using metadata::Finding;
    CHECK(removed_in_words({Finding::place, Finding::device}) ==
          "removed from this picture: the place, the device");
    for (int i = 0; i <= static_cast<int>(Finding::more); ++i)
        CHECK(removed_in_words({static_cast<Finding>(i)}).size() > 30);
    CHECK(removed_in_words({}) == "no hidden details were found in this picture");
}

}  // namespace parapet::reporter::files_test
