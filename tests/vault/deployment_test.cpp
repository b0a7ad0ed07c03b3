// What parapet-vault does, by its own functions.
#include <fstream>
#include <iterator>

#include "crypto/verify/log_file.h"
#include "tests/vault/conditions.h"
#include "tests/vault/fixtures.h"
#include "vault/cli/commands.h"
#include "vault/inspect.h"
#include "vault/layout.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

Bytes whole_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a new deployment opens for both services, each with the keys in its own folder") {
    Folder folder;
    Counting random;
    const Layout layout(folder / "deployment");
    REQUIRE(make_deployment(layout, random).ok());
    const auto drop_of = [](const auto& service) {
        return read_store_key<DropKey>(Layout::drop_key(service)).value();
    };
    const auto mail_of = [](const auto& service) {
        return read_store_key<MailKey>(Layout::mail_key(service)).value();
    };
    CHECK(open_drop_for_intake(layout.drop_store(), drop_of(layout.intake())).ok());
    CHECK(open_mail_for_intake(layout.mail_store(), mail_of(layout.intake())).ok());
    CHECK(open_drop_for_reviewer(layout.drop_store(), drop_of(layout.reviewer())).ok());
    CHECK(open_mail_for_reviewer(layout.mail_store(), mail_of(layout.reviewer())).ok());
    const auto cases = read_store_key<CasesKey>(layout.case_key()).value();
    const auto keys = read_store_key<KeysKey>(layout.keys_key()).value();
    CHECK(open_cases_for_reviewer(layout.case_store(), cases).ok());
    CHECK(open_keys_for_reviewer(layout.keys_store(), keys).ok());
    CHECK_FALSE(std::filesystem::exists(layout.intake() / "case.key"));
    CHECK_FALSE(std::filesystem::exists(layout.intake() / "keys.key"));
    CHECK_FALSE(drop_of(layout.intake()) == DropKey::copy(mail_of(layout.intake()).reveal()));
}

TEST_CASE("making a deployment twice changes nothing the second time") {
    Folder folder;
    Counting random;
    const Layout layout(folder.path());
    REQUIRE(make_deployment(layout, random).ok());
    const Bytes key = whole_file(layout.case_key());
    const Bytes store = whole_file(layout.case_store());
    CHECK(make_deployment(layout, random).error().code == Code::duplicate);
    CHECK(whole_file(layout.case_key()) == key);
    CHECK(whole_file(layout.case_store()) == store);
}

TEST_CASE("where the last of the stores exists, nothing at all is made") {
    Folder folder;
    Counting random;
    const Layout layout(folder.path());
    std::filesystem::create_directory(layout.reviewer());
    std::ofstream(layout.keys_store()) << "somebody's";
    CHECK(make_deployment(layout, random).error().code == Code::duplicate);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
        ++files;
    CHECK(files == 2);
    CHECK(whole_file(layout.keys_store()).size() == 10);
}

TEST_CASE("a deployment that could not be made whole is taken away again, and what was there before stays") {
    Folder folder;
    Counting random;
    const Layout layout(folder.path());
    std::filesystem::create_directory(layout.intake());
    std::ofstream(layout.intake() / "intake.toml") << "kept";
    std::ofstream(layout.reviewer()) << "in the way";
    CHECK(make_deployment(layout, random).error().code == Code::duplicate);
    CHECK(whole_file(layout.intake() / "intake.toml").size() == 4);
    CHECK_FALSE(std::filesystem::exists(layout.pieces()));
    CHECK_FALSE(std::filesystem::exists(Layout::drop_key(layout.intake())));
}

TEST_CASE("a disk that fills up while a deployment is made leaves no part of it") {
    Folder folder;
    const int code = on_small_disk(folder.path(), 150, [&] {
        Counting random;
        const Layout layout(folder / "deployment");
        const Status done = make_deployment(layout, random);
        if (done.ok()) return 1;
        if (done.error().code != Code::storage_full) return 2;
        return std::filesystem::exists(folder / "deployment") ? 3 : 0;
    });
    if (code == kNoSmallDisk) SKIP("this machine mounts no small disk");
    CHECK(code == 0);
}

TEST_CASE("the log is written out up to its checkpoint, leaf for leaf") {
    Folder folder;
    Counting random;
    REQUIRE(create_store(folder / "case.db", cases_key()).ok());
    const auto store = open_cases_for_reviewer(folder / "case.db", cases_key()).value();
    CHECK(log_file(folder / "case.db", cases_key()).error().code == Code::not_found);
    std::vector<Bytes> leaves;
    const auto append = [&] {
        leaves.push_back(some_bytes(random, 100 + leaves.size()));
        const NewLeaf leaf{random.fixed<RecipientId>(), random.fixed<Nonce16>(), leaves.back()};
        REQUIRE(store->write([&](CaseAct& act) { return act.append_leaf(leaf); }).ok());
    };
    for (int n = 0; n < 5; ++n) append();
    const TreeHead head = store->read([](const CaseLook& look) { return look.head(); }).value();
    REQUIRE(store->save_checkpoint({head, Bytes{1, 2, 3}}).ok());
    append();

    const Bytes file = log_file(folder / "case.db", cases_key()).value();
    const auto parsed = verify::LogFile::parse(file).value();
    REQUIRE(parsed.leaves.size() == 5);
    for (std::size_t i = 0; i < 5; ++i)
        CHECK(Bytes(parsed.leaves[i].begin(), parsed.leaves[i].end()) == leaves[i]);
    CHECK(Bytes(parsed.checkpoint.begin(), parsed.checkpoint.end()) == Bytes{1, 2, 3});
}

TEST_CASE("the commands of parapet-vault answer 0 for done and 1 for refused") {
    Folder folder;
    const auto deployment = folder / "deployment";
    CHECK(cli::init(deployment) == 0);
    CHECK(cli::init(deployment) == 1);
    CHECK(cli::migrate(deployment) == 0);
    CHECK(cli::status(deployment, true) == 0);
    CHECK(cli::export_log(deployment, folder / "log") == 1);  // nothing was signed yet
    CHECK_FALSE(std::filesystem::exists(folder / "log"));
    std::filesystem::permissions(Layout(deployment).keys_key(), std::filesystem::perms(0644));
    CHECK(cli::status(deployment, false) == 1);
}

}  // namespace parapet::vault::testing
