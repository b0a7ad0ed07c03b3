#include "tests/bench/intake/slower_disk.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace parapet::intake::bench {
namespace {

std::atomic<std::chrono::microseconds> added{};

}  // namespace

void slow_the_disk_by(std::chrono::microseconds longer) { added = longer; }

}  // namespace parapet::intake::bench

extern "C" int fdatasync(int file) {
    const long done = ::syscall(SYS_fdatasync, file);
    const std::chrono::microseconds longer = parapet::intake::bench::added;
    if (done == 0 && longer.count() > 0) std::this_thread::sleep_for(longer);
    return static_cast<int>(done);
}
