#include "service/process/program.h"

#include <chrono>
#include <cstdio>
#include <string_view>

#include "crypto/base/secret.h"
#include "service/process/what_to_do.h"

namespace parapet::service {

namespace {

int explain(const char* name, Error error) {
    std::fprintf(stderr, "%s: %s: %s%s\n", name, std::string(error.name()).c_str(), error.what.c_str(),
                 what_to_do(error.code).c_str());
    return error.code == Code::configuration ? 2 : 1;
}

Result<Program> begin(const char* file) {
    TRY_(init_crypto());
    TRY(StopSignal signal, StopSignal::prepare());
    TRY(Configuration configuration, Configuration::read(file));
    return Program(std::move(configuration), std::move(signal));
}

}  // namespace

Status Program::configured() {
    const std::vector<Fault> faults = configuration_.finish();
    if (faults.empty()) return Done{};
    for (const Fault& fault : faults)
        std::fprintf(stderr, "line %u: %s: %s\n", fault.line, fault.key.c_str(), fault.problem.c_str());
    return Error{Code::configuration, "the configuration has the faults above; a line 0 is a missing key"};
}

Status Program::serve(const Surface& surface, Server::Settings settings, Network network) {
    Counters refusals;
    settings.refusals = &refusals;
    TRY(Server server, Server::open(surface, settings));
    TRY_(enter_sandbox(network));
    log_.write(Event::listening, {{Figure::port, server.address().port}});
    std::printf("listening on %s\n", write_address(server.address()).c_str());
    (void)std::fflush(stdout);
    server.run(&signal_);
    log_.write(refusals);
    log_.write(Event::stopped);
    return Done{};
}

int run_program(const char* name, int argc, char** argv, const std::function<Status(Program&)>& body) {
    if (argc != 3 || std::string_view(argv[1]) != "--config") {
        std::fprintf(stderr, "usage: %s --config FILE\n", name);
        return 2;
    }
    Result<Program> program = begin(argv[2]);
    if (!program.ok()) return explain(name, program.error());
    const Status status = body(*program);
    return status.ok() ? 0 : explain(name, status.error());
}

}  // namespace parapet::service
