#include "service/process/stop_signal.h"

#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace parapet::service {

namespace {

sigset_t stop_signals() {
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGTERM);
    ::sigaddset(&set, SIGINT);
    return set;
}

}  // namespace

Result<StopSignal> StopSignal::prepare() {
    const sigset_t set = stop_signals();
    if (::pthread_sigmask(SIG_BLOCK, &set, nullptr) != 0)
        return Error{Code::unavailable, "the signals that stop a service cannot be held"};
    // A client that goes away in the middle of an answer is not the end of the service.
    (void)std::signal(SIGPIPE, SIG_IGN);
    Descriptor descriptor(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
    if (descriptor.number() < 0)
        return Error{Code::unavailable, "the signals that stop a service cannot be awaited"};
    return StopSignal(std::move(descriptor));
}

void StopSignal::next_one_kills() {
    signalfd_siginfo first{};
    (void)!::read(descriptor_.number(), &first, sizeof first);
    const sigset_t set = stop_signals();
    (void)::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace parapet::service
