// What a server process gives up once it listens.
//
// No new privileges, no core image, no reading by another process of the same user, and a list of system
// calls: files, memory, threads, the sockets it has. A call that starts a program, traces, or changes the
// machine kills the process; any other call outside the list fails with EPERM, so that a C library newer than
// this list is told no instead of being killed. New threads are allowed, new processes are not. Memory is
// never executable.
//
// Not given: a boundary inside the file system. The process runs as its own user, and that user's files are
// it. Under AddressSanitizer, which needs calls we refuse, the list is left out when the program is built.
#pragma once

#include "crypto/base/result.h"

namespace parapet::service {

enum class Network : std::uint8_t {
    accept_only,   // no new socket, no connection to anywhere
    also_connect,  // a client is inside: the desk, the plain gateway
};

// False in a build with AddressSanitizer.
[[nodiscard]] bool sandbox_lists_calls();
// For all threads of the process, for good. unavailable when the kernel refuses.
[[nodiscard]] Status enter_sandbox(Network network);

}  // namespace parapet::service
