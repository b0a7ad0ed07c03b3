// parapet-intake --config intake.toml
#include <ctime>

#include "intake/server/serve.h"
#include "service/process/bind_now.h"

int main(int argc, char** argv) {
    if (!parapet::service::bind_now("parapet-intake", argv)) return 1;
    parapet::SystemRandom random;
    const auto clock = [] {
        return parapet::verify::UnixTime{static_cast<std::uint64_t>(std::time(nullptr))};
    };
    return parapet::service::run_program(
        "parapet-intake", argc, argv,
        [&](parapet::service::Program& program) { return parapet::intake::serve(program, random, clock); });
}
