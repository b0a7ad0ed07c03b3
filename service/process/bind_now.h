// Every function that the libraries of a program call is looked up before it begins.
//
// The dynamic linker otherwise looks each up at its first call, and meanwhile saves all vector registers on
// the stack of the thread that calls. What was copied last, a text or a code, then lies there until that
// depth of the stack is used again (tests/faults/run-plain-canary.mjs met it in one run of ten). Our own
// programs are linked with -z now; the distribution's libraries are not.
#pragma once

namespace parapet::service {

// First in main(): starts this program anew, as the same process, with LD_BIND_NOW; returns when it runs so
// already. False when it cannot be started anew, which is then said on standard error.
[[nodiscard]] bool bind_now(const char* name, char** argv);

}  // namespace parapet::service
