#include "tests/bench/intake/deployment.h"

#include <fstream>

namespace parapet::intake::bench {
namespace {

void write(const std::filesystem::path& file, ByteView bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

// A clock that stands two days after the roster was issued. Asked several times a request, so it only
// answers.
Clock of_the_cast() {
    constexpr std::uint64_t kDay = 86'400;
    const verify::UnixTime now{(static_cast<std::uint64_t>(cast::roster().lines().issued.number) + 2) * kDay};
    return [now] { return now; };
}

}  // namespace

Deployment::Deployment() {
    const auto notes = folder_ / "deployment";
    std::filesystem::create_directories(notes / "rosters");
    write(notes / "root.note", cast::root_note());
    write(notes / "rosters" / "1.note", cast::roster_note());
    const vault::Layout layout(folder_ / "stores");
    INVARIANT(vault::make_deployment(layout, random_).ok());
    const auto drop_key =
        vault::read_store_key<vault::DropKey>(vault::Layout::drop_key(layout.intake())).value();
    const auto mail_key =
        vault::read_store_key<vault::MailKey>(vault::Layout::mail_key(layout.intake())).value();
    app_ = std::make_unique<App>(Parts{vault::DeploymentFolder::read(notes).value(),
                                       notes,
                                       vault::open_drop_for_intake(layout.drop_store(), drop_key).value(),
                                       vault::PieceFolder::open(layout.pieces()).value(),
                                       vault::PieceFolder::open(layout.reply_pieces()).value(),
                                       vault::open_mail_for_intake(layout.mail_store(), mail_key).value(),
                                       std::uint64_t{64} << 30,
                                       {1'000'000, 1'000'000, std::uint64_t{64} << 30},
                                       random_,
                                       of_the_cast()});
    table_ = std::make_unique<service::Table<App>>(*app_, kRoutes);
    server_ = std::make_unique<service::testing::RunningServer>(*table_);
}

}  // namespace parapet::intake::bench
