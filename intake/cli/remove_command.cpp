#include <cstdio>
#include <iostream>
#include <string>

#include "intake/cli/commands.h"
#include "intake/cli/office_at_hand.h"
#include "intake/cli/saved_files.h"
#include "intake/client/mailbox.h"

namespace parapet::reporter {
namespace {

// Whether the very word was typed.
bool typed(const char* question, std::string_view word) {
    std::printf("%s", question);
    (void)std::fflush(stdout);
    std::string line;
    return std::getline(std::cin, line) && line == word;
}

bool wanted() {
    std::printf(
        "This takes away what your code opens:\n"
        "  - you can no longer read your report, the office's answers or their files;\n"
        "  - you can no longer write, and nobody can give the access back, not even the office;\n"
        "  - whoever finds your code finds nothing.\n"
        "It does not delete your report: the ethics office keeps its copy and may go on with it. To ask it "
        "to stop,\n"
        "write to it first.\n");
    if (!typed("Type remove to go on: ", "remove")) return false;
    return typed("This cannot be undone. Type remove once more: ", "remove");
}

}  // namespace

Status remove_access(const CaseRequest& request) {
    TRY(const Office office, open_from(request.office));
    TRY(const keys::Receipt receipt, ask_receipt(request.receipt_file));
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, office.root.deployment());
    TRY(service::Client intake, service::Client::to(request.office.origin));
    const Holder holder{office, reporter};
    TRY(const Mailbox mailbox, look(intake, holder));
    if (mailbox.removed) {
        say_removed();
        return Done{};
    }
    if (!mailbox.held) return Error{Code::not_found, "nothing is held under this code"};
    if (!wanted()) {
        std::printf("Nothing was changed.\n");
        return Done{};
    }
    TRY(const Bytes answer, ask(intake, holder, "/api/burn", verify::Op::burn, {}));
    say_removed();
    return Done{};
}

}  // namespace parapet::reporter
