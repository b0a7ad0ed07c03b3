// Loaded by the fault tests before a real program's own libraries: its clock is ahead by the seconds that the
// file MOVED_CLOCK holds, eight octets in this machine's order, which a test may change while the program
// runs.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <ctime>

namespace {

// Mapped before main(): the programs' sandbox opens nothing later.
const volatile std::int64_t* map_seconds() {
    const char* const name = std::getenv("MOVED_CLOCK");
    const int file = name == nullptr ? -1 : ::open(name, O_RDONLY | O_CLOEXEC);
    if (file < 0) std::abort();
    void* const mapped = ::mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, file, 0);
    ::close(file);
    if (mapped == MAP_FAILED) std::abort();
    return static_cast<const volatile std::int64_t*>(mapped);
}

const volatile std::int64_t* const seconds_ahead = map_seconds();

}  // namespace

extern "C" time_t time(time_t* out) noexcept {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    const time_t moved = now.tv_sec + static_cast<time_t>(*seconds_ahead);
    if (out != nullptr) *out = moved;
    return moved;
}
