// An intake that works: the deployment of tests/crypto/cast.h, real stores in a folder of its own, the table
// of routes without a socket, and a clock that stands still until it is moved.
#pragma once

#include <atomic>

#include "intake/server/routes.h"
#include "tests/crypto/cast.h"
#include "tests/intake/reporter.h"
#include "tests/service/temp_folder.h"
#include "vault/mail_writer.h"

namespace parapet::intake::testing {

inline constexpr verify::UnixTime kMorning{1'795'420'800};  // 2026-11-23T08:00Z

[[nodiscard]] vault::DropKey drop_key();
[[nodiscard]] vault::MailKey mail_key();

// What an administrator makes before the first start: the deployment's notes, empty stores, a site, keys in
// files, intake.toml.
class Prepared {
public:
    explicit Prepared(const verify::RosterLines& roster = cast::roster_lines());
    [[nodiscard]] std::string operator/(const std::string& name) const { return folder_ / name; }
    void add_roster(const verify::RosterLines& lines) const;  // signed by two officers
    // intake.toml, with lines replaced (key, whole line) or left out (key, "").
    [[nodiscard]] std::string configuration(
        const std::vector<std::pair<std::string, std::string>>& changes = {}) const;

private:
    service::testing::TempFolder folder_;
};

class World {
public:
    struct Setting {
        verify::RosterLines roster = cast::roster_lines();
        verify::UnixTime now = kMorning;
        std::uint64_t reserve_octets = service::kGiB;
        Hourly hourly{1'000'000, 1'000'000, 1'000 * service::kGiB};
    };
    explicit World(const Setting& setting);
    World() : World(Setting{}) {}
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    [[nodiscard]] App& app() { return *app_; }
    [[nodiscard]] const service::Table<App>& table() const { return table_; }
    [[nodiscard]] const Prepared& folder() const { return folder_; }
    // A core in the folder that the reviewer service writes, and how mail.db names it.
    [[nodiscard]] vault::ReplyFile keep_file(const EnvelopeId& env, ByteView core);
    // mail.db as the reviewer service writes it.
    [[nodiscard]] vault::MailWriter& office() { return *office_; }
    void pass(std::chrono::seconds time) { now_ += static_cast<std::uint64_t>(time.count()); }
    [[nodiscard]] verify::UnixTime now() const { return {now_}; }
    [[nodiscard]] verify::Day today() const { return verify::UnixTime{now_}.day(); }

    [[nodiscard]] service::Answer get(std::string path);
    [[nodiscard]] service::Answer post(std::string path, ByteView body);
    [[nodiscard]] verify::Challenge challenge();
    // A request by a code's holder, as it should be.
    [[nodiscard]] service::Answer ask(const Reporter& reporter, std::string path, verify::Op op,
                                      ByteView body);

private:
    Prepared folder_;
    std::atomic<std::uint64_t> now_;
    SystemRandom random_;
    std::unique_ptr<vault::MailWriter> office_;
    std::unique_ptr<App> app_;
    service::Table<App> table_;
};

// The code of a refusal; none when it was answered.
[[nodiscard]] std::optional<Code> refused(const service::Answer& answer);
[[nodiscard]] bool accepted(const service::Answer& answer);

}  // namespace parapet::intake::testing
