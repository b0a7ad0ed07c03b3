// The holder of a code, asking intake about the case behind it.
#pragma once

#include "crypto/keys/reporter_keys.h"
#include "crypto/verify/auth.h"
#include "intake/client/office.h"
#include "service/http/client.h"

namespace parapet::reporter {

struct Holder {
    const Office& office;
    const keys::ReporterKeys& keys;
};

// Takes a fresh challenge and answers it with a note over this body, signed by the case key: for the first
// origin of the root, never for the address that was connected to. What intake refuses comes back as its
// code.
[[nodiscard]] Result<Bytes> ask(service::Client& intake, const Holder& holder, const char* path,
                                verify::Op op, ByteView body);

}  // namespace parapet::reporter
