// An office that works: stores in a temporary folder, the service on a free port, a clock that stands still
// until it is moved. Only clock and keys are made up; the rest is what runs in a real one.
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include "reviewer/client/session.h"
#include "reviewer/server/app.h"
#include "tests/reviewer/office_keys.h"
#include "tests/reviewer/sent.h"
#include "tests/service/running_server.h"
#include "vault/mail_reader.h"

namespace parapet::reviewer::testing {

class World {
public:
    explicit World(std::vector<Seat> seats = {{1}, {2}, {3}});
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    ~World();

    // The service stops and starts again over the same stores, as after a crash or with a newer roster.
    void restart();
    void add_roster(const std::vector<Seat>& seats);

    [[nodiscard]] App& app() { return *app_; }
    [[nodiscard]] const verify::Roster& roster() const { return app_->roster(); }
    [[nodiscard]] vault::MailReader& mail() { return *mail_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] std::string origin() const;
    SystemRandom random;
    std::atomic<std::uint64_t> now{1'795'000'000};  // a day in November 2026

    // Sealed, stored and taken over.
    void submit(Reporter& reporter, const std::string& text, const std::vector<File>& files = {},
                const std::set<PersonId>& exclude = {});
    void send(const seal::SealedSubmission& sent);  // stored only
    void remove_access(const Reporter& reporter);
    std::size_t take_over();

    // A desk of the member with this seed, that has seen nothing of the log.
    [[nodiscard]] officer::Session session(std::uint8_t seed) { return session_at(origin(), seed); }
    [[nodiscard]] officer::Session session_at(const std::string& server, std::uint8_t seed);

private:
    void open();
    void write_file(const std::string& name, ByteView bytes);
    class Running;

    std::filesystem::path folder_;
    std::vector<Bytes> rosters_;
    std::unique_ptr<vault::DropWriter> drop_;
    std::unique_ptr<vault::MailReader> mail_;
    std::unique_ptr<App> app_;
    std::unique_ptr<Running> running_;
};

}  // namespace parapet::reviewer::testing
