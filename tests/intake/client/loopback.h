// An intake on loopback, and the reporter's client beside it.
#pragma once

#include "intake/client/own.h"
#include "intake/client/sending.h"
#include "tests/crypto/cast.h"
#include "tests/intake/office.h"
#include "tests/intake/world.h"
#include "tests/service/running_server.h"

namespace parapet::intake::testing {

// No pauses in tests; a connection that breaks is not tried again unless a test asks for it.
inline constexpr reporter::Patience kNone{0, std::chrono::milliseconds(0)};

[[nodiscard]] inline service::Client client_of(const service::Address& address) {
    return service::Client::to("http://" + service::write_address(address)).value();
}

class Loopback {
public:
    explicit Loopback(const World::Setting& setting)
        : world(setting),
          office(reporter::open_office(cast::root_note(), cast::sign_by_officers(setting.roster.print()), "")
                     .value()) {}
    explicit Loopback(const verify::RosterLines& roster = cast::roster_lines())
        : Loopback(World::Setting{.roster = roster}) {}

    World world;
    Reporter reporter{"anna"};
    service::testing::RunningServer server{world.table()};
    service::Client client = client_of(server.address());
    reporter::Office office;
    reporter::Holder holder{office, reporter.keys()};

    // A file with everything inside, as parapet-report writes it.
    [[nodiscard]] reporter::BundleFile filed(const Reporter::Draft& draft) {
        return filed(reporter.seal(office.roster, draft));
    }
    [[nodiscard]] reporter::BundleFile filed(const seal::SealedSubmission& sealed) {
        const std::string path = world.folder() / ("sealed" + std::to_string(next_++) + ".ppb");
        INVARIANT(reporter::write_bundle_file(path, sealed, nullptr).ok());
        return reporter::BundleFile::open(path).value();
    }
    // The report that every later step needs.
    void send_report() { INVARIANT(reporter::send_bundle(client, filed(Reporter::Draft{}), {}, kNone).ok()); }
    void put(const vault::Reply& reply) { INVARIANT(world.office().put_reply(reply).ok()); }
    [[nodiscard]] reporter::Mailbox mailbox() { return reporter::look(client, holder).value(); }

private:
    int next_ = 0;
};

}  // namespace parapet::intake::testing
