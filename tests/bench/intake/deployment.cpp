#include "tests/bench/intake/deployment.h"

#include <fstream>

#include "crypto/seal/submission.h"

namespace parapet::intake::bench {
namespace {

void write(const std::filesystem::path& file, ByteView bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

verify::UnixTime of_the_cast() {
    constexpr std::uint64_t kDay = 86'400;
    // Once: making the cast costs more than what is measured.
    static const auto issued = static_cast<std::uint64_t>(cast::roster().lines().issued.number);
    return {(issued + 2) * kDay};
}

}  // namespace

Deployment::Deployment() {
    const auto notes = folder_ / "deployment";
    std::filesystem::create_directories(notes / "rosters");
    write(notes / "root.note", cast::root_note());
    write(notes / "rosters" / "1.note", cast::roster_note());
    const vault::Layout layout(folder_ / "stores");
    CHECK(vault::make_deployment(layout, random_).ok());
    const auto drop_key =
        vault::read_store_key<vault::DropKey>(vault::Layout::drop_key(layout.intake())).value();
    const auto mail_key =
        vault::read_store_key<vault::MailKey>(vault::Layout::mail_key(layout.intake())).value();
    app_ = std::make_unique<App>(Parts{vault::DeploymentFolder::read(notes).value(), notes,
                                       vault::open_drop_for_intake(layout.drop_store(), drop_key).value(),
                                       vault::PieceFolder::open(layout.pieces()).value(),
                                       vault::open_mail_for_intake(layout.mail_store(), mail_key).value(),
                                       std::uint64_t{64} << 30, random_, of_the_cast});
    table_ = std::make_unique<service::Table<App>>(*app_, kRoutes);
    server_ = std::make_unique<service::testing::RunningServer>(*table_);
}

std::string Deployment::origin() const { return "http://" + service::write_address(server_->address()); }

std::vector<Bytes> sealed_reports(std::size_t n) {
    SystemRandom random;
    const verify::Roster roster = cast::roster();
    const auto readers = roster.recipients({}).value();
    std::vector<SealKey> recipients;
    for (const verify::Member* reader : readers) recipients.push_back(reader->seal_key);
    const seal::Place place{verify::Author::reporter, cast::deployment(), 0, roster.hash()};
    std::vector<Bytes> out;
    for (std::size_t i = 0; i < n; ++i) {
        const auto reporter = keys::ReporterKeys::derive(keys::Receipt::generate(random), cast::deployment());
        content::Report report;
        report.lang = "en";
        report.form_id = "report";
        report.answers.emplace("what", content::Answer{std::string(4096, 'x')});
        const auto sealed =
            seal::SealedSubmission::seal(place, std::move(report), {}, reporter, recipients, random, nullptr);
        out.push_back(sealed.value().bundle().value());
    }
    return out;
}

}  // namespace parapet::intake::bench
