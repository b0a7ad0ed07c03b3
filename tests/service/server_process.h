// A server program in a process of its own, with its standard output and error in a pipe.
#pragma once

#include <functional>

#include "service/process/program.h"

namespace parapet::service::testing {

class ServerProcess {
public:
    // Runs run_program() with this body and this configuration file, in a fork.
    ServerProcess(const std::function<Status(Program&)>& body, const std::string& configuration);
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;
    ~ServerProcess();

    // Where it listens, once it says so.
    [[nodiscard]] Address listening();
    void signal(int number) const;
    // Sends the signal, unless 0, and waits for the end: the exit code, or minus the signal that ended it.
    [[nodiscard]] int end(int number);
    [[nodiscard]] const std::string& said() const { return said_; }
    [[nodiscard]] int id() const { return pid_; }

private:
    bool read_more();
    int pid_ = -1;
    Descriptor out_;
    std::string said_;
};

}  // namespace parapet::service::testing
