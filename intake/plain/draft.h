// What a person has said so far. It travels in the page, in hidden fields, and nowhere else: the gateway
// keeps nothing between two requests, so that a pause of any length loses nothing.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "intake/client/asked.h"
#include "intake/client/recusal.h"
#include "intake/plain/fields.h"
#include "intake/plain/page.h"

namespace parapet::plain {

using reporter::Values;

// A file that was sealed, as the last page names it.
struct SentFile {
    std::string name;
    std::uint64_t size = 0;
};

struct Draft {
    std::string form;  // name of the questionnaire that is answered: "misconduct.1"; empty: none yet
    std::set<PersonId> left_out;
    std::map<std::string, Values> written;  // by key(): changing one's mind loses nothing
    std::string code;                       // of the report that is written, from the page that shows it on
    std::string opened;                     // of the case that is looked at
    std::string unsent;                     // a message begun on the case's page
    // What was the number of this code's next message when the page was made: how a form that comes twice is
    // known for what it is.
    std::optional<std::uint32_t> next;
    // Behind a code: whether names can be confided in this case.
    std::optional<reporter::Names> names;
    reporter::Recusal recusal;   // behind a code: of whom its pages tell, and what was said to that
    std::vector<SentFile> sent;  // on the last page

    // Of the questionnaire that is answered: of a report that is written, or of what is added to a case.
    [[nodiscard]] Values& values() { return written[key()]; }
    [[nodiscard]] const Values& values() const;
    // What was begun in one case has nothing to do with another.
    void forget_additions();
    // A report that turned out to be held already: what it says now can be added to its case.
    void make_additions_of_report();

    // malformed: not what write() wrote.
    [[nodiscard]] static Result<Draft> read(const Fields& fields);
    void write(Page& page) const;

private:
    [[nodiscard]] std::string key() const;
};

}  // namespace parapet::plain
