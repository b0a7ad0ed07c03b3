// Hidden from an ordinary run: `test_vectors "[.corpus]"`, by hand. Inputs for what only whoever holds a key
// reads: codes, key files, contents, the inside of envelopes, wraps, and a reporter's submissions.
#include <catch2/catch_test_macros.hpp>

#include "crypto/keys/key_file.h"
#include "crypto/keys/reporter_keys.h"
#include "crypto/open/envelope.h"
#include "crypto/seal/submission.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/corpus.h"
#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::corpus_sealed_test {

Bytes kind_and(std::uint8_t kind, ByteView rest) {
    Bytes out{kind};
    put(out, rest);
    return out;
}

content::Report report() {
    content::Report out;
    out.lang = "en";
    out.form_id = "report";
    out.answers.emplace("what", content::Answer{std::string("A procurement officer split one order.")});
    out.answers.emplace("still", content::Answer{true});
    out.answers.emplace("count", content::Answer{std::int64_t{4}});
    out.answers.emplace("where", content::Answer{std::vector<std::string>{"office", "elsewhere"}});
    content::Answers person;
    person.emplace("role", content::Answer{std::string("head of unit")});
    out.answers.emplace("persons", content::Answer{std::vector<content::Answers>{person, person}});
    out.exclude.insert(cast::fixed<PersonId>("somebody"));
    return out;
}

content::Message message() {
    content::Message out;
    out.lang = "en";
    out.text = "It was four papers.";
    out.seen = cast::fixed<EnvelopeId>("seen");
    return out;
}

content::Reply reply() {
    content::Reply out;
    out.lang = "en";
    out.type = content::ReplyType::question;
    out.status = content::PublicStatus::question;
    out.text = "How many were there?";
    out.day = verify::Day::parse("2026-12-17").value();
    out.look_again = out.due.emplace(verify::Day::parse("2026-12-24").value());
    out.recused.insert(cast::fixed<PersonId>("somebody"));
    return out;
}

template <class Content>
void add_content(Corpus& corpus, const std::string& name, std::uint8_t kind, const Content& content) {
    corpus.add(name, kind_and(kind, content::write(content).value().reveal()));
}

seal::SealedSubmission sealed(std::uint32_t seq, std::vector<seal::FileToSeal> files) {
    cast::FixedRandom random("fuzz");  // as tests/intake/reporter.h makes the reporter of that name
    const auto reporter = keys::ReporterKeys::derive(keys::Receipt::generate(random), cast::deployment());
    const verify::Roster roster = cast::roster();
    const seal::Audience to = seal::Audience::of(roster, {}, {}).value();
    const seal::Place place{verify::Author::reporter, cast::deployment(), seq, roster.hash()};
    if (seq == 0)
        return seal::SealedSubmission::seal(place, report(), files, reporter, to, random, nullptr).value();
    return seal::SealedSubmission::seal(place, message(), files, reporter, to, random, nullptr).value();
}

TEST_CASE("what fuzzing of codes and key files starts from", "[.corpus]") {
    cast::FixedRandom random("fuzz receipt");
    Corpus receipts("receipt");
    Corpus typed("typed_digits");
    const keys::Receipt receipt = keys::Receipt::generate(random);
    std::string plain, groups, arabic, wide;
    for (const std::uint8_t digit : receipt.reveal()) {
        if (plain.size() % 4 == 0 && !plain.empty()) groups += plain.size() % 8 == 0 ? " " : "-";
        plain += static_cast<char>(digit);
        groups += static_cast<char>(digit);
        arabic += std::string("\xD9") + static_cast<char>(0xA0 + digit - '0');
        wide += std::string("\xEF\xBC") + static_cast<char>(0x90 + digit - '0');
    }
    for (Corpus* corpus : {&receipts, &typed}) {
        corpus->add("plain", plain);
        corpus->add("groups", groups);
        corpus->add("arabic", arabic);
        corpus->add("wide", wide);
        corpus->add("check-digits-of-another", std::string(30, '1') + "00");
    }
    typed.add("four-octets", std::string_view("\xF0\x9F\x98\x80 \xF4\x8F\xBF\xBF"));

    const auto seed = keys::KeySeed::make([](MutableBytes out) { std::ranges::fill(out, std::uint8_t{7}); });
    const Plaintext passphrase = Plaintext::copy(view("bado-kime"));
    Corpus files("key_file");
    for (const auto use : {keys::KeyUse::member, keys::KeyUse::root_officer})
        files.add(use == keys::KeyUse::member ? "member" : "root-officer",
                  keys::seal_key_file(use, seed, passphrase, random, {1, 8'192}).value());
}

TEST_CASE("what fuzzing of contents and of the inside of envelopes starts from", "[.corpus]") {
    Corpus contents("content");
    add_content(contents, "report", 0, report());
    add_content(contents, "message", 1, message());
    add_content(contents, "reply", 2, reply());
    add_content(contents, "note", 3, content::OfficeNote{"en", "Ask the archive."});
    add_content(contents, "identity", 4,
                content::Identity{content::GivenIdentity{"A. Clerk", "room 4", content::KnownTo::office}});
    add_content(contents, "no-identity", 4, content::Identity{});

    // P without its padding: the target pads, seals under its own header and opens.
    Corpus insides("envelope");
    const Bytes file = {'n', 'o', 't', 'e', 's'};
    const MemorySource source(file);
    const auto with_file = sealed(0, {{&source, "notes.txt", "text/plain"}});
    const auto inside = [](std::uint8_t kind, ByteView content) {
        Bytes out{kind};
        put_u64(out, content.size());
        put(out, content);
        return out;
    };
    const auto& first = with_file.message();
    insides.add("report", inside(0, open::open_core(first.core, first.dek).value().reveal()));
    const auto later = sealed(1, {});
    insides.add("message",
                inside(1, open::open_core(later.message().core, later.message().dek).value().reveal()));
    for (std::uint8_t kind = 2; kind < 6; ++kind)
        insides.add("kind-" + std::to_string(kind + 1), inside(kind, file));
    insides.add("core", kind_and(0, first.core));

    Corpus wraps("wrap");
    wraps.add("three-and-the-reporter", with_file.wraps().encode());
    wraps.add("unchanged", Bytes(8));
}

TEST_CASE("what fuzzing of submissions starts from", "[.corpus]") {
    Corpus bundles("submit_request");
    const Bytes small(2'000, 'x');
    const MemorySource source(small);
    bundles.add("report", sealed(0, {}).bundle().value());
    bundles.add("report-with-a-file", sealed(0, {{&source, "list.csv", "text/csv"}}).bundle().value());
    bundles.add("message", sealed(1, {}).bundle().value());
}

TEST_CASE("what fuzzing of mailbox pages starts from", "[.corpus]") {
    Corpus pages("mailbox_page");
    for (const std::string& name : files_of("mailbox")) {
        const Json vector = Json::parse(read_text(name));
        if (!vector.contains("ok")) continue;
        // As the target lays it out: the head, then each slot's length and what comes after its core.
        const Bytes page = bytes_of(vector.at("in"), "page");
        Bytes input(page.begin(), page.begin() + 16);
        for (std::size_t slot = 0; slot < 4; ++slot) {
            const ByteView whole = ByteView(page).subspan(16 + slot * 20'480, 20'480);
            put(input, whole.first(4));
            put(input, whole.subspan(4 + 16'512 + 1'168, 400));
        }
        pages.add(std::filesystem::path(name).stem().string(), input);
    }
}

}  // namespace parapet::vectors::corpus_sealed_test
