#include "intake/cli/files_to_seal.h"

#include <catch2/catch_test_macros.hpp>

#include "intake/cli/sentences.h"
#include "tests/intake/metadata/vector.h"
#include "tests/service/temp_folder.h"

namespace parapet::reporter::files_test {

using metadata::testing::vector_of;

const Voice kEnglish = Voice::english();

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
    const GivenWords words{"-",
                           {folder.file("b.jpg", photo.file), folder.file("a.txt", view("plain")),
                            folder.file("c", screen.file)}};
    const auto opened = open_files(words, kEnglish);
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
    const GivenWords words{"-", {folder.file("b.jpg", photo.file), folder.file("c.jpg", damaged.file)}, true};
    const auto opened = open_files(words, kEnglish);
    REQUIRE(opened.ok());
    CHECK(whole(*opened->files[0].source) == photo.file);
    CHECK(whole(*opened->files[1].source) == damaged.file);
}

TEST_CASE("an untouched original comes right behind its picture, marked in its name, when it is asked for") {
    const Folder folder;
    const auto photo = vector_of("jpeg-rotated");
    const std::string longest(251, 'a');
    GivenWords words{"-",
                     {folder.file("b.jpg", photo.file), folder.file("a.txt", view("plain")),
                      folder.file(longest + ".jpg", photo.file)}};
    words.with_originals = true;
    const auto opened = open_files(words, kEnglish);
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
    CHECK(open_files({"-", {damaged}}, kEnglish).error().code == Code::malformed);
    CHECK(open_files({"-", {misnamed}}, kEnglish).error().code == Code::malformed);
}

TEST_CASE("every finding has words in every language, and they are joined") {
    using metadata::Finding;
    CHECK(found_in_words(kEnglish, {Finding::place, Finding::device}) ==
          "We found this in the photo and removed it: the place, the device.");
    for (const char* language : {"ar", "en", "es", "fr"}) {
        const Voice voice = Voice::in(language).value();
        for (int i = 0; i <= static_cast<int>(Finding::more); ++i)
            CHECK(found_in_words(voice, {static_cast<Finding>(i)}).find("found.") == std::string::npos);
        CHECK(found_in_words(voice, {}) == voice.say("files.nothing"));
    }
}

}  // namespace parapet::reporter::files_test
