// parapet-report: a reporter's client for the command line.
#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "intake/cli/command_line.h"
#include "intake/cli/language.h"
#include "service/process/bind_now.h"

namespace {

namespace reporter = parapet::reporter;

// The language of this computer; English where there are no words in it.
reporter::Voice voice_of_this_computer() {
    auto voice =
        reporter::Voice::in(reporter::language_of([](const char* name) { return std::getenv(name); }));
    return voice.ok() ? *std::move(voice) : reporter::Voice::english();
}

}  // namespace

int main(int argc, char** argv) {
    if (!parapet::service::bind_now("parapet-report", argv)) return 1;
    // What the person wrote lies in ordinary memory while it is sealed: freed memory is overwritten.
    (void)::mallopt(M_PERTURB, 0x5a);
    const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    reporter::Voice voice = voice_of_this_computer();
    if (const auto language = reporter::language_asked(arguments)) {
        auto asked = reporter::Voice::in(*language);
        if (!asked.ok()) {
            voice.tell_aside("report.language.unknown",
                             {{"name", *language}, {"list", reporter::Voice::languages()}});
            return 2;
        }
        voice = *std::move(asked);
    }
    if (!parapet::init_crypto().ok()) return 1;
    const parapet::verify::UnixTime now{static_cast<std::uint64_t>(std::time(nullptr))};
    parapet::SystemRandom random;
    return reporter::run(arguments, voice, now.day(), random);
}
