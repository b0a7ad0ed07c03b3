// An office of today behind a running intake, as parapet-report meets one.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "intake/cli/commands.h"
#include "tests/crypto/cast.h"
#include "tests/intake/cli/parapet_report.h"
#include "tests/intake/office.h"
#include "tests/intake/world.h"
#include "tests/service/running_server.h"

namespace parapet::reporter::testing {

using namespace intake::testing;

// The program asks the machine for the day, so this office is of today.
inline World::Setting of_today() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    World::Setting out;
    out.now = {static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(now).count())};
    out.roster.issued = out.now.day();
    out.roster.expires = out.roster.issued.plus(90);
    return out;
}

inline bool shows(const std::string& text, std::string_view part) {
    UNSCOPED_INFO(text);
    return text.find(part) != std::string::npos;
}

struct Office {
    World world{of_today()};
    service::testing::RunningServer server{world.table()};
    std::string to = "http://" + service::write_address(server.address());
    std::string fingerprint = cast::root().fingerprint().print();
    int next = 0;

    // A path for something new, and one of a file with this text.
    std::string fresh() { return world.folder() / ("made" + std::to_string(next++)); }
    std::string file(const std::string& octets) {
        const std::string path = fresh();
        std::ofstream(path, std::ios::binary) << octets;
        return path;
    }

    std::vector<std::string> with_office(std::vector<std::string> arguments) const {
        for (const std::string& one : {std::string("--to"), to, std::string("--fingerprint"), fingerprint})
            arguments.push_back(one);
        return arguments;
    }
    Ran run(const std::vector<std::string>& arguments, const std::string& input = "",
            const std::string& locale = "en_GB.UTF-8") const {
        return run_report(with_office(arguments), input, locale);
    }

    // A reporter of the tests whose report is held, and a file with the code.
    Reporter reporter{"anna"};
    std::string held_code() {
        const verify::Roster& roster = world.app().deployment.now()->roster();
        CHECK(accepted(world.post("/api/submit", reporter.seal(roster).bundle().value())));
        return file(std::string(text(reporter.receipt().reveal())));
    }
    // A reply to it.
    Reply reply() {
        Reply out = reply_to(reporter, 0);
        out.roster_hash = world.app().deployment.now()->roster().hash();
        out.words.look_again = world.today().plus(14);
        return out;
    }
};

inline std::string contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace parapet::reporter::testing
