// Secrets that a server needs at its start, each in a file of its own: the octets of the secret as they are.
#pragma once

#include <string>

#include "crypto/base/secret.h"

namespace parapet::service {

// permissions when group or others may read or write the file, or it is not a plain file; io when it cannot
// be opened; configuration when it has another size than `out`. On an error `out` may be part written.
[[nodiscard]] Status read_secret_octets(const std::string& path, MutableBytes out);

template <class S>
[[nodiscard]] Result<S> read_secret_file(const std::string& path) {
    Status status = Done{};
    S secret = S::make([&](MutableBytes out) { status = read_secret_octets(path, out); });
    if (!status.ok()) return status.error();
    return secret;
}

}  // namespace parapet::service
