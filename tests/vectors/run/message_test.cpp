#include "crypto/open/message.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::message_test {

Result<Json> run(const Json& in) {
    const auto dek = keys::Dek::copy(fixed_of<Hash>(in, "dek").bytes);
    const Bytes core = bytes_of(in, "core");
    std::vector<verify::Roster> rosters;
    if (in.contains("rosters")) {
        TRY(const auto unverified, verify::UnverifiedRoot::parse(bytes_of(in, "root")));
        TRY(const verify::Root root, unverified.verify_configured());
        for (const Json& note : in.at("rosters")) {
            TRY(const auto roster, verify::UnverifiedRoster::parse(bytes_of(note)));
            TRY(verify::Roster verified, roster.verify(root));
            rosters.push_back(std::move(verified));
        }
    }
    TRY(const open::OpenedMessage opened, rosters.empty() ? open::open_reporter_message(core, dek)
                                                          : open::open_office_message(core, dek, {rosters}));
    return Json{{"json", octets(opened.json.reveal())}, {"author", hex(opened.author)}};
}

TEST_CASE("messages are read as their author's, or refused, as the vectors say") {
    run_group("message", run);
}

}  // namespace parapet::vectors::message_test
