// parapet-intake --config intake.toml
#include <ctime>

#include "intake/server/serve.h"

int main(int argc, char** argv) {
    parapet::SystemRandom random;
    const auto clock = [] {
        return parapet::verify::UnixTime{static_cast<std::uint64_t>(std::time(nullptr))};
    };
    return parapet::service::run_program(
        "parapet-intake", argc, argv,
        [&](parapet::service::Program& program) { return parapet::intake::serve(program, random, clock); });
}
