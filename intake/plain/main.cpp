// parapet-plain --config plain.toml
#include <ctime>

#include "intake/plain/serve.h"
#include "service/process/bind_now.h"

int main(int argc, char** argv) {
    if (!parapet::service::bind_now("parapet-plain", argv)) return 1;
    parapet::SystemRandom random;
    const auto clock = [] {
        return parapet::verify::UnixTime{static_cast<std::uint64_t>(std::time(nullptr))};
    };
    return parapet::service::run_program(
        "parapet-plain", argc, argv,
        [&](parapet::service::Program& program) { return parapet::plain::serve(program, random, clock); });
}
