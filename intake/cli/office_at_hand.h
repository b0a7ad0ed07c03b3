// The office a command is about, and what its readers are called.
#pragma once

#include "intake/cli/commands.h"
#include "intake/client/office.h"

namespace parapet::reporter {

// From files or from intake, its fingerprint compared; without one, said so on standard error.
[[nodiscard]] Result<Office> open_from(const OfficeFiles& from, const Voice& voice);

// The persons behind public labels, behind names as show_readers writes them, or behind their own sixteen
// hexadecimal digits. not_found when a name is nobody's.
[[nodiscard]] Result<std::set<PersonId>> persons_of(const Office& office,
                                                    const std::vector<std::string>& names,
                                                    const Voice& voice);

// A sentence and, below it, a line for each of them.
[[nodiscard]] std::string people_in_words(const Voice& voice, const char* above,
                                          const std::vector<const verify::Member*>& members);

// On standard output: who will read what leaves these persons out, the recovery keys among them; who keeps
// names; who will not read it.
void show_readers(const Office& office, const std::set<PersonId>& excluded, const Voice& voice);

}  // namespace parapet::reporter
