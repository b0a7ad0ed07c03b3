// A person without scripts: shows what came, types into fields, presses buttons. The gateway's table is asked
// as a browser would ask it, over a real intake on loopback.
#pragma once

#include <optional>

#include "intake/plain/turns.h"
#include "tests/intake/client/loopback.h"

namespace parapet::plain::testing {

// As a browser shows it: what is escaped in the page stands for itself.
[[nodiscard]] std::string as_read(std::string_view html);

using Typed = std::map<std::string, std::string>;
struct ChosenFile {
    std::string name;
    std::string octets;
};

// An office with somebody who can look at a case a second time; and one where three people keep names, any
// two of whom open one together.
[[nodiscard]] verify::RosterLines with_alternate();
[[nodiscard]] verify::RosterLines with_keepers();

class Visitor {
public:
    Visitor() : Visitor(with_alternate()) {}
    explicit Visitor(const verify::RosterLines& roster);
    // Another window, at the same office.
    explicit Visitor(Visitor& beside);
    Visitor(const Visitor&) = delete;
    Visitor& operator=(const Visitor&) = delete;

    // The first page.
    void come();
    // Leaves the page by this button, with everything on it; these fields are filled in before.
    void press(const std::string& to, const Typed& typed = {});
    // The same with files, as multipart/form-data.
    void press_with_files(const std::string& to, const Typed& typed, const std::vector<ChosenFile>& files);
    // The button of a download: without the files that are chosen. The page stays unless another one comes.
    void save(const std::string& to, const Typed& typed = {});
    // The last form once more, as a browser sends it again.
    void send_again();
    // The last form once more, of which the gateway's server takes no more than so many octets.
    void turned_away(Error why, std::size_t gathered);
    void post(const std::string& body, const std::string& type = "application/x-www-form-urlencoded");
    // The gateway is started anew, and knows of no office before it reaches intake.
    void start_gateway(bool reaches_intake);

    [[nodiscard]] bool sees(const std::string& words) const { return page_.find(words) != std::string::npos; }
    // A sentence of the catalogue, in English; {key} is filled in.
    [[nodiscard]] bool reads(std::string_view name, const reporter::Words& values = {}) const;
    // What the browser saved, if the last answer was for saving.
    [[nodiscard]] const std::optional<ChosenFile>& saved() const { return saved_; }
    [[nodiscard]] bool refused() const { return refused_; }
    [[nodiscard]] const std::string& page() const { return page_; }
    // What stands in a field of the page.
    [[nodiscard]] std::string field(const std::string& name) const;
    // What the button with these words says ("to").
    [[nodiscard]] std::string button(const std::string& words) const;
    // The code that the page shows.
    [[nodiscard]] std::string code() const;
    // What the two fields of the page that asks for groups want to hear.
    [[nodiscard]] Typed groups_of(const std::string& code) const;
    [[nodiscard]] const Catalogue& english() const { return gateway_->offered().languages.front(); }
    [[nodiscard]] intake::testing::Loopback& office() { return *loopback_; }
    [[nodiscard]] Gateway& gateway() { return *gateway_; }
    // Of the gateway, against the clock of intake.
    void set_clock_wrong_by(std::int64_t seconds) { wrong_by_ = seconds; }

    // Through a misconduct report that tells `story`; answers the code.
    std::string reach_ask(const std::string& story);
    std::string reach_files(const std::string& story);
    std::string send_report(const std::string& story, const std::vector<ChosenFile>& files = {});
    void open(const std::string& code);
    // What intake holds under a code, opened with it.
    [[nodiscard]] std::vector<reporter::SentBefore> held_under(const std::string& code);

private:
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    [[nodiscard]] Pairs on_the_page(const Typed& typed) const;
    void take(service::Answer answer);

    std::unique_ptr<intake::testing::Loopback> own_loopback_;
    intake::testing::Loopback* loopback_;
    SystemRandom random_;
    std::int64_t wrong_by_ = 0;
    std::optional<Gateway> gateway_;
    std::string page_;
    std::optional<ChosenFile> saved_;
    bool refused_ = false;
    std::string last_body_;
    std::string last_type_;
};

}  // namespace parapet::plain::testing
