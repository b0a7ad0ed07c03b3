#include "tests/reviewer/world.h"

#include <stdlib.h>

#include <fstream>

#include "reviewer/server/routes.h"
#include "reviewer/server/takeover.h"
#include "vault/create_store.h"

namespace parapet::reviewer::testing {
namespace {

[[maybe_unused]] const bool kReady = [] {
    INVARIANT(init_crypto().ok());
    return true;
}();

template <class Key>
Key store_key(std::uint8_t seed) {
    return Key::make([&](MutableBytes out) { std::ranges::fill(out, seed); });
}

template <class T>
T must(Result<T> result) {
    INVARIANT(result.ok());
    return std::move(result).value();
}

constexpr std::uint64_t kDay = 86'400;

}  // namespace

class World::Running {
public:
    explicit Running(App& app) : table_(app, kRoutes), server_(table_) {}
    [[nodiscard]] const service::Address& address() const { return server_.address(); }

private:
    service::Table<App> table_;
    service::testing::RunningServer server_;
};

World::World(std::vector<Seat> seats) {
    std::string name = (std::filesystem::temp_directory_path() / "parapet-office-XXXXXX").string();
    INVARIANT(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
    std::filesystem::create_directories(folder_ / "rosters");
    std::filesystem::create_directories(folder_ / "pieces");
    std::filesystem::create_directories(folder_ / "reply-pieces");
    std::filesystem::create_directories(folder_ / "desk");
    INVARIANT(vault::create_store(folder_ / "drop.db", store_key<vault::DropKey>(1)).ok());
    INVARIANT(vault::create_store(folder_ / "mail.db", store_key<vault::MailKey>(2)).ok());
    INVARIANT(vault::create_store(folder_ / "case.db", store_key<vault::CasesKey>(3)).ok());
    INVARIANT(vault::create_store(folder_ / "keys.db", store_key<vault::KeysKey>(4)).ok());
    write_file("root.note", root_note());
    drop_ = must(vault::open_drop_for_intake(folder_ / "drop.db", store_key<vault::DropKey>(1)));
    rosters_.push_back(roster_note(1, {static_cast<std::int32_t>(now / kDay) - 1}, seats));
    write_file("rosters/1.note", rosters_.back());
    open();
}

World::~World() {
    running_.reset();
    app_.reset();
    mail_.reset();
    drop_.reset();
    std::error_code unheard;
    std::filesystem::remove_all(folder_, unheard);
}

void World::write_file(const std::string& name, ByteView bytes) {
    std::ofstream out(folder_ / name, std::ios::binary);
    out << text(bytes);
    INVARIANT(out.good());
}

void World::open() {
    app_ = must(
        App::open({must(vault::DeploymentFolder::read(folder_)),
                   must(vault::open_drop_for_reviewer(folder_ / "drop.db", store_key<vault::DropKey>(1))),
                   must(vault::PieceFolder::open(folder_ / "pieces")),
                   must(vault::PieceFolder::open(folder_ / "reply-pieces")), std::uint64_t{1} << 30,
                   must(vault::open_mail_for_reviewer(folder_ / "mail.db", store_key<vault::MailKey>(2))),
                   must(vault::open_cases_for_reviewer(folder_ / "case.db", store_key<vault::CasesKey>(3))),
                   must(vault::open_keys_for_reviewer(folder_ / "keys.db", store_key<vault::KeysKey>(4))),
                   signing_key(kLogSeed), signing_key(kServiceSeed), random,
                   [this] { return verify::UnixTime{now.load()}; }}));
    mail_ = must(vault::open_mail_for_intake(folder_ / "mail.db", store_key<vault::MailKey>(2)));
    running_ = std::make_unique<Running>(*app_);
}

void World::restart() {
    running_.reset();
    mail_.reset();
    app_.reset();
    open();
}

void World::add_roster(const std::vector<Seat>& seats) {
    const std::uint64_t version = rosters_.size() + 1;
    rosters_.push_back(roster_note(version, {static_cast<std::int32_t>(now / kDay)}, seats,
                                   hash_of_roster(rosters_.back())));
    write_file("rosters/" + std::to_string(version) + ".note", rosters_.back());
    restart();
}

std::string World::origin() const { return "http://" + service::write_address(running_->address()); }

void World::send(const seal::SealedSubmission& sent) {
    const vault::PieceFolder pieces = must(vault::PieceFolder::open(folder_ / "pieces"));
    store(*drop_, pieces, roster(), sent, stored_day(verify::UnixTime{now}.day()), random);
}

void World::remove_access(const Reporter& reporter) { INVARIANT(drop_->burn(reporter.case_id()).ok()); }

std::size_t World::take_over() {
    Refused refused;
    return must(reviewer::take_over(*app_, refused));
}

void World::submit(Reporter& reporter, const std::string& text, const std::vector<File>& files,
                   const std::set<PersonId>& exclude) {
    send(reporter.seal(roster(), text, files, exclude));
    INVARIANT(take_over() == 1);
}

officer::Session World::session_at(const std::string& server, std::uint8_t seed) {
    service::Client client = must(service::Client::to(server));
    const Bytes bundle = must(client.get("/api/deployment"));
    officer::Office office = must(officer::Office::pin(app_->root().fingerprint(), bundle));
    officer::LogMemory memory(office.root().lines().log);
    return {std::move(client),
            std::move(office),
            std::move(memory),
            member_keys(seed),
            [](const officer::Office&, const officer::LogMemory&) -> Status { return Done{}; },
            [this] { return verify::UnixTime{now.load()}; },
            random};
}

}  // namespace parapet::reviewer::testing
