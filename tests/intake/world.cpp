#include "tests/intake/world.h"

#include "tests/crypto/cast.h"
#include "vault/create_store.h"
#include "vault/piece_file.h"

namespace parapet::intake::testing {
namespace {

template <class T>
T must(Result<T> result) {
    return std::move(result).value();
}

void put_file(const service::testing::TempFolder& folder, const std::string& name,
              const std::string& octets) {
    (void)folder.write(name, octets);
}

std::string octets_of(ByteView key) { return {key.begin(), key.end()}; }

}  // namespace

vault::DropKey drop_key() {
    return vault::DropKey::make([](MutableBytes out) { std::fill(out.begin(), out.end(), 1); });
}
vault::MailKey mail_key() {
    return vault::MailKey::make([](MutableBytes out) { std::fill(out.begin(), out.end(), 2); });
}

Prepared::Prepared(const verify::RosterLines& roster) {
    put_file(folder_, "deployment/root.note", std::string(text(cast::root_note())));
    add_roster(roster);
    put_file(folder_, "site/index.html", "<!doctype html><title>Report</title>");
    put_file(folder_, "drop.key", octets_of(drop_key().reveal()));
    put_file(folder_, "mail.key", octets_of(mail_key().reveal()));
    std::filesystem::create_directories(*this / "pieces");
    std::filesystem::create_directories(*this / "reply-pieces");
    INVARIANT(vault::create_store(*this / "drop.db", drop_key()).ok());
    INVARIANT(vault::create_store(*this / "mail.db", mail_key()).ok());
}

void Prepared::add_roster(const verify::RosterLines& lines) const {
    put_file(folder_, "deployment/rosters/" + std::to_string(lines.version) + ".note",
             std::string(text(cast::sign_by_officers(lines.print()))));
}

std::string Prepared::configuration(const std::vector<std::pair<std::string, std::string>>& changes) const {
    std::map<std::string, std::string> lines{
        {"listen", "listen = \"127.0.0.1:0\""},
        {"deployment", "deployment = \"deployment\""},
        {"site", "site = \"site\""},
        {"drop_store", "drop_store = \"drop.db\""},
        {"drop_key", "drop_key = \"drop.key\""},
        {"pieces", "pieces = \"pieces\""},
        {"reply_pieces", "reply_pieces = \"reply-pieces\""},
        {"mail_store", "mail_store = \"mail.db\""},
        {"mail_key", "mail_key = \"mail.key\""},
    };
    for (const auto& [key, line] : changes) lines[key] = line;
    std::string all;
    for (const auto& [key, line] : lines) all += line.empty() ? "" : line + "\n";
    std::filesystem::remove(*this / "intake.toml");
    return folder_.write("intake.toml", all);
}

World::World(const Setting& setting)
    : folder_(setting.roster),
      now_(setting.now.seconds),
      office_(must(vault::open_mail_for_reviewer(folder_ / "mail.db", mail_key()))),
      app_(std::make_unique<App>(
          Parts{must(vault::DeploymentFolder::read(folder_ / "deployment")), folder_ / "deployment",
                must(vault::open_drop_for_intake(folder_ / "drop.db", drop_key())),
                must(vault::PieceFolder::open(folder_ / "pieces")),
                must(vault::PieceFolder::open(folder_ / "reply-pieces")),
                must(vault::open_mail_for_intake(folder_ / "mail.db", mail_key())), setting.reserve_octets,
                setting.hourly, random_, [this] { return verify::UnixTime{now_}; }})),
      table_(*app_, kRoutes) {}

vault::ReplyFile World::keep_file(const EnvelopeId& env, ByteView core) {
    const vault::PieceFolder pieces = must(vault::PieceFolder::open(folder_ / "reply-pieces"));
    const vault::Upload upload{random_.fixed<vault::UploadId>(), env, core.size(), Hash{}};
    vault::PieceFile file = must(vault::PieceFile::open(pieces, upload));
    INVARIANT(file.append(core).ok() && file.commit().ok());
    return {env, upload.id, core.size()};
}

service::Answer World::get(std::string path) {
    service::Request request;
    request.method = service::Method::get;
    request.path = std::move(path);
    return service::answer(table_, std::move(request));
}

service::Answer World::post(std::string path, ByteView body) {
    service::Request request;
    request.method = service::Method::post;
    request.path = std::move(path);
    return service::answer(table_, std::move(request), body);
}

verify::Challenge World::challenge() { return must(verify::Challenge::from(get("/api/challenge").body())); }

service::Answer World::ask(const Reporter& reporter, std::string path, verify::Op op, ByteView body) {
    return post(std::move(path), reporter.signed_request(reporter.auth(op, challenge(), body), body));
}

std::optional<Code> refused(const service::Answer& answer) {
    if (!answer.error()) return std::nullopt;
    return answer.error()->code;
}

bool accepted(const service::Answer& answer) { return text(answer.body()) == R"({"accepted":true})"; }

}  // namespace parapet::intake::testing
