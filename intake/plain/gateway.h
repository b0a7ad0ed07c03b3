// What the gateway is made of: words, questionnaires and the way to intake. No store, no key, and nothing
// about a visitor.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>

#include "intake/client/catalogue.h"
#include "intake/client/forms.h"
#include "intake/client/office.h"
#include "intake/plain/allowance.h"
#include "service/http/client.h"
#include "service/http/route.h"

namespace parapet::plain {

using reporter::Catalogue;
using reporter::Forms;
using reporter::Office;
using reporter::Questionnaire;

using Clock = std::function<verify::UnixTime()>;

struct Offered {
    std::vector<Catalogue> languages;  // the first is the one a person starts with
    Forms forms;
    std::vector<std::map<std::string, std::string>> ways;  // how else the office is reached, by language
};

// From the folders `locales` and `forms` of the built site. content_schema or configuration names no file:
// `where` of the error says which kind it was.
[[nodiscard]] Result<Offered> read_offered(const std::string& locales, const std::string& forms);

// Of files that the office sent, on their way to people.
struct Passage {
    explicit Passage(std::filesystem::path to) : folder(std::move(to)) {}
    const std::filesystem::path folder;  // where they lie meanwhile, sealed, in files without a name
    Allowance fetches{4};                // each holds a thread
    Allowance octets{service::kGiB};     // that lie there
};

class Gateway {
public:
    // `folder`: of the passage.
    Gateway(Offered offered, std::string intake, std::string fingerprint, std::filesystem::path folder,
            Random& random, Clock clock)
        : offered_(std::move(offered)),
          intake_(std::move(intake)),
          fingerprint_(std::move(fingerprint)),
          passage_(std::move(folder)),
          random_(random),
          clock_(std::move(clock)) {}

    [[nodiscard]] const Offered& offered() const { return offered_; }
    [[nodiscard]] const Catalogue& language(const std::string& code) const;
    // How else the office is reached, in this language.
    [[nodiscard]] std::vector<std::string> ways(const Catalogue& words) const;
    [[nodiscard]] const Forms& forms() const { return offered_.forms; }
    // Root and roster as intake serves them, checked against the fingerprint; asked anew after a minute, and
    // kept while intake does not answer. A roster older than one seen before is refused (rolled_back).
    [[nodiscard]] Result<std::shared_ptr<const Office>> office();
    [[nodiscard]] Result<service::Client> intake() const { return service::Client::to(intake_); }
    [[nodiscard]] Passage& passage() { return passage_; }
    [[nodiscard]] Random& random() const { return random_; }
    [[nodiscard]] verify::Day today() const { return clock_().day(); }

private:
    Offered offered_;
    std::string intake_;
    std::string fingerprint_;
    Passage passage_;
    Random& random_;
    Clock clock_;
    std::mutex mutex_;  // guards the two below
    std::shared_ptr<const Office> office_;
    std::uint64_t asked_at_ = 0;
};

}  // namespace parapet::plain
