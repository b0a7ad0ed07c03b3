// parapet-plain --config plain.toml
#include <ctime>

#include "intake/plain/serve.h"

int main(int argc, char** argv) {
    parapet::SystemRandom random;
    const auto clock = [] {
        return parapet::verify::UnixTime{static_cast<std::uint64_t>(std::time(nullptr))};
    };
    return parapet::service::run_program(
        "parapet-plain", argc, argv,
        [&](parapet::service::Program& program) { return parapet::plain::serve(program, random, clock); });
}
