// The frame of a server's main():
//
//   int main(int argc, char** argv) {
//       return service::run_program("parapet-intake", argc, argv, [](service::Program& program) -> Status {
//           const Settings settings = read_settings(program.configuration());
//           TRY_(program.configured());
//           TRY(App app, App::open(settings, program.log()));
//           const service::Table<App> table(app, kRoutes, &app.site);
//           return program.serve(table, {.address = settings.listen, .content_policy =
//           service::kPagePolicy});
//       });
//   }
//
// Ends with 0 after an orderly stop, 2 when the command line or the configuration is at fault, 1 otherwise;
// the reason is one line on standard error. While it serves, standard output has one line: "listening on
// 127.0.0.1:8443".
#pragma once

#include <functional>

#include "service/config/configuration.h"
#include "service/http/server.h"
#include "service/log/log.h"
#include "service/process/sandbox.h"

namespace parapet::service {

class Program {
public:
    Program(Configuration configuration, StopSignal signal)
        : configuration_(std::move(configuration)), signal_(std::move(signal)) {}

    [[nodiscard]] Configuration& configuration() { return configuration_; }
    [[nodiscard]] Log& log() { return log_; }
    // After all keys were asked for: configuration, with each fault told on standard error, or done.
    [[nodiscard]] Status configured();
    // Listens, gives up what a server does not need (sandbox.h), answers until it is told to stop.
    [[nodiscard]] Status serve(const Surface& surface, Server::Settings settings,
                               Network network = Network::accept_only);

private:
    Configuration configuration_;
    StopSignal signal_;
    Log log_;
};

// At the start the code says what is wrong and `where` says where to look; run_program adds what to do.
template <class T>
[[nodiscard]] Result<T> opened(Literal where, Result<T> result) {
    if (result.ok()) return result;
    return Error{result.error().code, where};
}

// `--config FILE` is the whole command line. `body` is called once, with libsodium ready.
[[nodiscard]] int run_program(const char* name, int argc, char** argv,
                              const std::function<Status(Program&)>& body);

}  // namespace parapet::service
