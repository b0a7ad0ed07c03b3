#include "service/process/bind_now.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace parapet::service {

bool bind_now(const char* name, char** argv) {
    const char* const set = std::getenv("LD_BIND_NOW");
    if (set != nullptr && *set != '\0') return true;
    if (::setenv("LD_BIND_NOW", "1", 1) == 0) ::execv("/proc/self/exe", argv);
    std::fprintf(stderr, "%s: io: it cannot be started anew with its libraries bound; is /proc there?\n",
                 name);
    return false;
}

}  // namespace parapet::service
