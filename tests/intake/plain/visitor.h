// A person without scripts: shows what came, types into fields, presses buttons. The gateway's table is asked
// as a browser would ask it, over a real intake on loopback.
#pragma once

#include <optional>

#include "intake/plain/turns.h"
#include "tests/intake/client/loopback.h"

namespace parapet::plain::testing {

// As a browser shows it: what is escaped in the page stands for itself.
[[nodiscard]] std::string as_read(std::string html);

class Visitor {
public:
    Visitor();

    // The first page.
    void come();
    // Leaves the page by this button, with everything on it, and with these fields filled in.
    void press(const std::string& to, const std::map<std::string, std::string>& typed = {});
    // The same with files, as multipart/form-data.
    void press_with_file(const std::string& to, const std::map<std::string, std::string>& typed,
                         const std::string& name, const std::string& octets);
    void post(const std::string& body, const std::string& type = "application/x-www-form-urlencoded");

    [[nodiscard]] bool sees(const std::string& words) const { return page_.find(words) != std::string::npos; }
    [[nodiscard]] bool refused() const { return refused_; }
    [[nodiscard]] const std::string& page() const { return page_; }
    // The code that the page shows.
    [[nodiscard]] std::string code() const;
    // What the two fields of the page that asks for groups want to hear.
    [[nodiscard]] std::map<std::string, std::string> groups_of(const std::string& code) const;
    [[nodiscard]] const Catalogue& english() const { return gateway_->offered().languages.front(); }
    [[nodiscard]] intake::testing::Loopback& office() { return loopback_; }
    [[nodiscard]] Gateway& gateway() { return *gateway_; }

private:
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> hidden() const;
    void take(service::Answer answer);

    intake::testing::Loopback loopback_;
    SystemRandom random_;
    std::optional<Gateway> gateway_;
    std::string page_;
    bool refused_ = false;
};

}  // namespace parapet::plain::testing
