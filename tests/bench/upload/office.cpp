#include "tests/bench/upload/office.h"

namespace parapet::bench {
namespace {

Bytes file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

Office::Office()
    : notes_([this] {
          run_program("parapet-keys", {"evaluation", path("office"), "--origin", "http://127.0.0.1"});
          (void)folder_.write("site/index.html", "<!doctype html><title>Report</title>");
          return reporter::open_office(file(folder() + "/root.note"), file(folder() + "/rosters/1.note"), "")
              .value();
      }()) {}

Intake::Intake(const Office& office, const std::string& name) : stores_(office.path(name)) {
    run_program("parapet-vault", {"init", stores_});
    const std::string intake = stores_ + "/intake/";
    std::ofstream(stores_ + "/intake.toml") << "listen = \"127.0.0.1:0\"\n"
                                            << "deployment = \"" << office.folder() << "\"\n"
                                            << "site = \"" << office.path("site") << "\"\n"
                                            << "drop_store = \"" << intake << "drop.db\"\n"
                                            << "drop_key = \"" << intake << "drop.key\"\n"
                                            << "pieces = \"" << intake << "pieces\"\n"
                                            << "reply_pieces = \"" << stores_ << "/reviewer/pieces\"\n"
                                            << "mail_store = \"" << stores_ << "/reviewer/mail.db\"\n"
                                            << "mail_key = \"" << intake << "mail.key\"\n";
    program_ = std::make_unique<RunningProgram>(
        "parapet-intake", std::vector<std::string>{"--config", stores_ + "/intake.toml"});
}

Intake::~Intake() {
    program_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(stores_, ignored);
}

}  // namespace parapet::bench
