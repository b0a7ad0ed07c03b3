// What the same run would measure on a slower disk: a durable write costs 0.1 ms on a server with its own
// write cache and some milliseconds elsewhere, and the ratios of this benchmark say as much about that as
// about intake.
#pragma once

#include <chrono>

namespace parapet::intake::bench {

// From now on each fdatasync() of this process, SQLCipher's too, takes so much longer. It replaces the C
// library's call for the whole program that this is linked into.
void slow_the_disk_by(std::chrono::microseconds longer);

}  // namespace parapet::intake::bench
