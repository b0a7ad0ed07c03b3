#include "service/http/stack.h"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace parapet::service {

namespace {

constexpr std::size_t kStackToForget = std::size_t{256} * 1024;
constexpr std::uintptr_t kInUse = std::uintptr_t{16} * 1024;  // by this function and the call it makes

#if !defined(MADV_DONTNEED_LOCKED)
#define MADV_DONTNEED_LOCKED 24  // Linux 5.18, later than this C library
#endif

// The lowest address of this thread's stack, or null.
std::uint8_t* lowest_of_stack() {
    pthread_attr_t facts{};
    if (::pthread_getattr_np(::pthread_self(), &facts) != 0) return nullptr;
    void* lowest = nullptr;
    std::size_t size = 0;
    const bool known = ::pthread_attr_getstack(&facts, &lowest, &size) == 0;
    (void)::pthread_attr_destroy(&facts);
    return known ? static_cast<std::uint8_t*>(lowest) : nullptr;
}

}  // namespace

[[gnu::noinline]] void forget_stack() {
    std::array<std::uint8_t, kStackToForget> room;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    ::explicit_bzero(room.data(), room.size());
}

[[gnu::noinline]] void give_back_stack() {
    std::uint8_t* const lowest = lowest_of_stack();
    auto* const here = static_cast<std::uint8_t*>(__builtin_frame_address(0));
    if (lowest == nullptr || here - lowest <= static_cast<std::ptrdiff_t>(kInUse)) return;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t size = (static_cast<std::size_t>(here - lowest) - kInUse) / page * page;
    // Memory that is locked against swap is given back only by the newer of the two.
    if (::madvise(lowest, size, MADV_DONTNEED_LOCKED) != 0) (void)::madvise(lowest, size, MADV_DONTNEED);
}

}  // namespace parapet::service
