// What the vectors of receipts, keys and key files do not show.
#include "crypto/keys/key_file.h"
#include "crypto/keys/passphrase.h"
#include "crypto/keys/receipt.h"
#include "crypto/keys/reporter_keys.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <regex>
#include <set>

#include "crypto/keys/secret_line.h"

namespace parapet::keys::keys_test {

const bool kReady = init_crypto().ok();
constexpr PassphraseCost kLeast{1, 8'192};

std::string digits(const Receipt& receipt) { return std::string(text(receipt.reveal())); }

// Bytes from 250 on are thrown away: here every other byte is one.
class EveryOtherHigh final : public Random {
public:
    void fill(MutableBytes out) override {
        for (std::uint8_t& byte : out) byte = next_++ % 2 == 0 ? 255 : static_cast<std::uint8_t>(next_ % 250);
    }

private:
    unsigned next_ = 0;
};

TEST_CASE("two receipts are different, begin with their version and read back as themselves") {
    REQUIRE(kReady);
    SystemRandom random;
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const Receipt receipt = Receipt::generate(random);
        CHECK(digits(receipt).front() == '1');
        CHECK(digits(Receipt::read(receipt.reveal()).value()) == digits(receipt));
        CHECK(seen.insert(digits(receipt)).second);
    }
}

TEST_CASE("the digits of receipts are evenly spread, although bytes are not a multiple of ten") {
    SystemRandom random;
    std::array<int, 10> count{};
    constexpr int kReceipts = 2'000, kRandomDigits = 29;
    for (int i = 0; i < kReceipts; ++i) {
        const std::string one = digits(Receipt::generate(random));
        for (std::size_t d = 1; d <= kRandomDigits; ++d) ++count[static_cast<std::size_t>(one[d] - '0')];
    }
    // 5 800 expected for each; seven standard deviations, so that an even generator fails once in 10^11 runs.
    for (const int n : count) CHECK(std::abs(n - kReceipts * kRandomDigits / 10) < 510);
}

TEST_CASE("bytes that would favour some digits are thrown away") {
    EveryOtherHigh random;
    CHECK(Receipt::read(Receipt::generate(random).reveal()).ok());
}

TEST_CASE("one receipt in two deployments has nothing in common") {
    SystemRandom random;
    const Receipt receipt = Receipt::generate(random);
    const auto here = ReporterKeys::derive(receipt, random.fixed<DeploymentId>());
    const auto there = ReporterKeys::derive(receipt, random.fixed<DeploymentId>());
    CHECK(here.case_id() != there.case_id());
    CHECK(here.signing().public_key() != there.signing().public_key());
    CHECK(here.box().rid() != there.box().rid());
}

TEST_CASE("a passphrase that is made has six words of four letters, and no two are the same") {
    SystemRandom random;
    const std::regex form("([bcdfghjklmnprstv][aeiou]){2}(-([bcdfghjklmnprstv][aeiou]){2}){5}");
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const Plaintext made = generate_passphrase(random);
        const std::string words(text(made.reveal()));
        CHECK(std::regex_match(words, form));
        CHECK(seen.insert(words).second);
    }
}

TEST_CASE("a key file written twice has two salts, and each opens") {
    SystemRandom random;
    const KeySeed seed = KeySeed::random(random);
    const Plaintext words = generate_passphrase(random);
    const Bytes one = seal_key_file(KeyUse::member, seed, words, random, kLeast).value();
    const Bytes two = seal_key_file(KeyUse::member, seed, words, random, kLeast).value();
    CHECK(one.size() == kKeyFileSize);
    CHECK(one != two);
    CHECK(open_key_file(one, KeyUse::member, words).value() == seed);
    CHECK(open_key_file(two, KeyUse::member, words).value() == seed);
}

TEST_CASE("a key file asks for no less work than readers demand, and for no more") {
    SystemRandom random;
    const KeySeed seed = KeySeed::random(random);
    const Plaintext words = generate_passphrase(random);
    for (const PassphraseCost cost : {PassphraseCost{0, 8'192}, PassphraseCost{11, 8'192},
                                      PassphraseCost{1, 8'191}, PassphraseCost{1, 1'048'577}})
        CHECK(seal_key_file(KeyUse::member, seed, words, random, cost).error().code == Code::kdf_limits);
}

TEST_CASE("what a key exchange gives another key is another secret, not an error") {
    SystemRandom random;
    const auto mine = SealKeyPair::from_seed(SealSeed::random(random));
    const auto other = SealKeyPair::from_seed(SealSeed::random(random));
    const Encapsulated sent = encapsulate(mine.public_key(), random).value();
    CHECK(mine.decapsulate(sent.ciphertext).value() == sent.secret);
    CHECK_FALSE(other.decapsulate(sent.ciphertext).value() == sent.secret);
}

class PrivateFile {
public:
    PrivateFile(std::string_view content, std::filesystem::perms rights)
        : path_(std::filesystem::temp_directory_path() /
                ("parapet-line-" + to_hex(SystemRandom().fixed<PersonId>()))) {
        std::ofstream(path_) << content;
        std::filesystem::permissions(path_, rights);
    }
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;
    ~PrivateFile() { std::filesystem::remove(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

TEST_CASE("a secret line is the first of its file, without the space around it") {
    const PrivateFile file("  six words\t\r\nanother line\n", std::filesystem::perms::owner_read);
    const Plaintext line = read_secret_line(file.path(), Rights::owner_only).value();
    CHECK(text(line.reveal()) == "six words");
}

TEST_CASE("a passphrase that others may read is refused, a reporter's own note is not") {
    using std::filesystem::perms;
    const PrivateFile file("six words\n", perms::owner_read | perms::group_read);
    CHECK(read_secret_line(file.path(), Rights::owner_only).error().code == Code::permissions);
    CHECK(read_secret_line(file.path(), Rights::any).ok());
    CHECK(read_secret_line("/nowhere/at/all", Rights::any).error().code == Code::io);
}

}  // namespace parapet::keys::keys_test
