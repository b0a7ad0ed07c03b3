// What all benchmarks share: seconds, medians, and the one form of a printed line.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace parapet::bench {

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double seconds_since(Clock::time_point began) {
    return std::chrono::duration<double>(Clock::now() - began).count();
}

[[nodiscard]] inline double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

// `name = value unit`, at once: a benchmark takes minutes, and somebody watches.
inline void print(const std::string& name, double value, const char* unit) {
    std::printf("%s = %.*f %s\n", name.c_str(), value < 100 ? 2 : 0, value, unit);
    std::fflush(stdout);
}

// How many processes want a core. Figures taken while others work are worth less, so it is printed with them.
inline void print_load(const std::string& name) {
    double load = 0;
    std::ifstream("/proc/loadavg") >> load;
    print(name + "_machine_load", load, "processes");
}

}  // namespace parapet::bench
