// A program of the product in a process of its own, from the folder this benchmark lies in.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace parapet::bench {

// To its end; aborts unless it ends well.
void run_program(const std::string& name, const std::vector<std::string>& arguments);

class RunningProgram {
public:
    RunningProgram(const std::string& name, const std::vector<std::string>& arguments);
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    ~RunningProgram();

    // Where it says that it listens.
    [[nodiscard]] const std::string& address() const { return address_; }
    // Resident memory now, in MiB.
    [[nodiscard]] double memory() const;

private:
    pid_t id_ = -1;
    std::string address_;
};

}  // namespace parapet::bench
