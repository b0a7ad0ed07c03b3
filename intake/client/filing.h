// That the report lies at the office, and since which day: shown by the log and by nobody's word.
#pragma once

#include "crypto/verify/filing.h"
#include "intake/client/own.h"

namespace parapet::reporter {

struct ProvenFiling {
    verify::Filing filing;
    Bytes bundle;  // the proof, to be kept (crypto/SPEC.md section 10)
};

// From the reply that carries one, and the reporter's own report as intake holds it. Nothing while no reply
// does; what verify::Filing says.
[[nodiscard]] Result<std::optional<ProvenFiling>> proven_filing(service::Client& intake, const Holder& holder,
                                                                const Mailbox& mailbox);
// The same, with the report at hand, or why it is not.
[[nodiscard]] Result<std::optional<ProvenFiling>> proven_filing(const Office& office, const Mailbox& mailbox,
                                                                const Result<OwnSealed>& report);

}  // namespace parapet::reporter
