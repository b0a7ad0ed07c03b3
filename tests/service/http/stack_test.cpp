#include "service/http/stack.h"

#include <sys/mman.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstdint>
#include <thread>

namespace parapet::service {
namespace {

constexpr std::size_t kTaken = std::size_t{256} * 1024;

// Fills a part of the stack, as a request does, and says where that was. Not looked after by
// AddressSanitizer, which would put the room elsewhere.
[[gnu::noinline, gnu::no_sanitize_address]] void take_stack(std::uintptr_t& where) {
    std::array<std::uint8_t, kTaken> room{};
    volatile std::uint8_t* at = room.data();
    for (std::size_t i = 0; i < room.size(); ++i) at[i] = 0xa5;
    where = reinterpret_cast<std::uintptr_t>(room.data());  // NOLINT(*-reinterpret-cast)
}

bool in_memory(std::uintptr_t address) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    unsigned char resident = 0;
    // NOLINTNEXTLINE(*-reinterpret-cast,performance-no-int-to-ptr): looked up, not read
    REQUIRE(::mincore(reinterpret_cast<void*>(address / page * page), page, &resident) == 0);
    return (resident & 1U) != 0;
}

}  // namespace

TEST_CASE("the stack that a request took is the machine's again once its thread rests") {
    bool before = false;
    bool after = true;
    std::jthread([&] {
        std::uintptr_t taken = 0;
        take_stack(taken);
        before = in_memory(taken);
        give_back_stack();
        after = in_memory(taken);
    }).join();
    CHECK(before);
    CHECK_FALSE(after);
}

}  // namespace parapet::service
