#include "service/process/sandbox.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <initializer_list>
#include <memory>

namespace parapet::service {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

struct Release {
    void operator()(void* filter) const { ::seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

// Names, because this C library or kernel may not know the newest: an unknown one is left out.
constexpr std::array kAllowed{
    // files: stores, their journals, sealed pieces
    "openat",
    "open",
    "close",
    "read",
    "write",
    "pread64",
    "pwrite64",
    "readv",
    "writev",
    "preadv",
    "pwritev",
    "lseek",
    "fsync",
    "fdatasync",
    "sync_file_range",
    "ftruncate",
    "fallocate",
    "fadvise64",
    "fcntl",
    "flock",
    "stat",
    "fstat",
    "lstat",
    "newfstatat",
    "statx",
    "statfs",
    "fstatfs",
    "access",
    "faccessat",
    "faccessat2",
    "getdents64",
    "readlink",
    "readlinkat",
    "getcwd",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "mkdir",
    "mkdirat",
    "rmdir",
    "fchmod",
    "fchown",
    "umask",
    "copy_file_range",
    "utimensat",
    // memory
    "brk",
    "munmap",
    "mremap",
    "madvise",
    "mlock",
    "mlock2",
    "munlock",
    "mincore",
    "membarrier",
    // threads, time, chance
    "futex",
    "futex_waitv",
    "set_robust_list",
    "rseq",
    "sched_yield",
    "sched_getaffinity",
    "sched_getparam",
    "sched_getscheduler",
    "gettid",
    "getpid",
    "exit",
    "exit_group",
    "nanosleep",
    "clock_nanosleep",
    "clock_gettime",
    "clock_getres",
    "gettimeofday",
    "time",
    "getrandom",
    "restart_syscall",
    "getcpu",
    "sysinfo",
    "uname",
    "prlimit64",
    "getrlimit",
    "getrusage",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    // signals, to itself
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "rt_sigtimedwait",
    "sigaltstack",
    "tgkill",
    // the sockets it has
    "accept",
    "accept4",
    "recvfrom",
    "recvmsg",
    "sendto",
    "sendmsg",
    "shutdown",
    "setsockopt",
    "getsockopt",
    "getsockname",
    "getpeername",
    "poll",
    "ppoll",
    "select",
    "pselect6",
    "epoll_create1",
    "epoll_ctl",
    "epoll_wait",
    "epoll_pwait",
    "epoll_pwait2",
    "eventfd2",
    "pipe2",
};

constexpr std::array kForAClient{"socket", "connect", "bind", "sendmmsg", "recvmmsg"};

// Nothing we link ever calls these: whoever does is not us.
constexpr std::array kDeadly{
    "execve",
    "execveat",
    "fork",
    "vfork",
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "kexec_load",
    "init_module",
    "finit_module",
    "delete_module",
    "bpf",
    "mount",
    "umount2",
    "pivot_root",
    "chroot",
    "setns",
    "unshare",
    "keyctl",
    "add_key",
    "request_key",
    "perf_event_open",
    "userfaultfd",
    "io_uring_setup",
    "reboot",
    "swapon",
    "personality",
    "listen",
};

template <std::size_t N>
bool add_all(void* filter, std::uint32_t action, const std::array<const char*, N>& names) {
    for (const char* name : names) {
        const int call = ::seccomp_syscall_resolve_name(name);
        if (call == __NR_SCMP_ERROR) continue;
        // A call that this architecture never had resolves to a negative number; its rule changes nothing.
        if (::seccomp_rule_add(filter, action, call, 0) != 0 && call >= 0) return false;
    }
    return true;
}

bool add_conditional(void* filter) {
    const auto without = [filter](int call, unsigned argument, std::uint64_t flag) {
        const scmp_arg_cmp unset{argument, SCMP_CMP_MASKED_EQ, flag, 0};
        return ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &unset) == 0;
    };
    const scmp_arg_cmp thread{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD};
    const scmp_arg_cmp naming{0, SCMP_CMP_EQ, PR_SET_NAME, 0};
    const scmp_arg_cmp naming_a_region{0, SCMP_CMP_EQ, PR_SET_VMA, 0};
    const scmp_arg_cmp pending{1, SCMP_CMP_EQ, FIONREAD, 0};
    return without(SCMP_SYS(mmap), 2, PROT_EXEC) && without(SCMP_SYS(mprotect), 2, PROT_EXEC) &&
           ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, &thread) == 0 &&
           // Its flags are in memory, where a filter cannot look: the C library then uses clone.
           ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
           ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, &naming) == 0 &&
           ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, &naming_a_region) == 0 &&
           ::seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, &pending) == 0;
}

Status load_filter(Network network) {
    const Filter filter(::seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    const bool built =
        filter != nullptr && ::seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0 &&
        add_all(filter.get(), SCMP_ACT_ALLOW, kAllowed) &&
        add_all(filter.get(), SCMP_ACT_KILL_PROCESS, kDeadly) && add_conditional(filter.get()) &&
        (network == Network::accept_only || add_all(filter.get(), SCMP_ACT_ALLOW, kForAClient));
    if (!built || ::seccomp_load(filter.get()) != 0)
        return Error{Code::unavailable, "the kernel does not take the list of allowed calls"};
    return Done{};
}

}  // namespace

bool sandbox_lists_calls() { return !kSanitized; }

Status enter_sandbox(Network network) {
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return Error{Code::unavailable, "core images stay on"};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return Error{Code::unavailable, "new privileges stay possible"};
    if constexpr (kSanitized) return Done{};
    return load_filter(network);
}

}  // namespace parapet::service
