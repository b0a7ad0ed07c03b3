#include "reviewer/desk/desk.h"

#include <fstream>
#include <iterator>

#include "crypto/keys/key_file.h"
#include "crypto/verify/note_text.h"
#include "reviewer/desk/case_json.h"

namespace parapet::desk {
namespace {

// Whatever its mode: it is sealed under the passphrase, and may lie on a stick that knows no modes.
Result<Bytes> read_key_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    Bytes out{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad()) return Error{Code::io, "the key file cannot be read"};
    return out;
}

template <class T>
Status of(const Result<T>& result) {
    return result.ok() ? Status(Done{}) : Status(result.error());
}

}  // namespace

Result<std::unique_ptr<Desk>> Desk::open(Settings settings, officer::Clock clock, Random& random) {
    TRY(const auto fingerprint, verify::Fingerprint::parse(settings.fingerprint));
    TRY(const std::optional<Remembered> remembered, load_state(settings.state, fingerprint));
    std::unique_ptr<Desk> out(new Desk(std::move(settings), fingerprint, std::move(clock), random));
    if (remembered) {
        out->facts_.evaluation = remembered->office.root().lines().evaluation;
        out->facts_.roster_expires = remembered->office.roster().lines().expires.print();
    }
    return out;
}

State Desk::state() {
    const std::lock_guard guard(facts_mutex_);
    return facts_;
}

// What is remembered, or, at the very first unlocking, what the service shows under the pinned fingerprint.
Result<Remembered> Desk::meet_office() {
    TRY(std::optional<Remembered> remembered, load_state(settings_.state, fingerprint_));
    if (remembered) return std::move(*remembered);
    TRY(service::Client client, service::Client::to(settings_.server));
    TRY(const Bytes bundle, client.get("/api/deployment"));
    TRY(officer::Office office, officer::Office::pin(fingerprint_, bundle));
    officer::LogMemory memory(office.root().lines().log);
    TRY_(save_state(settings_.state, office, memory));
    return Remembered{std::move(office), std::move(memory)};
}

Status Desk::unlock(const Plaintext& passphrase) {
    TRY(const Bytes file, read_key_file(settings_.key_file));
    TRY(const keys::KeySeed seed, keys::open_key_file(file, keys::KeyUse::member, passphrase));
    return unlock_with(keys::MemberKeys::derive(seed));
}

Status Desk::unlock_with(keys::MemberKeys keys) {
    const std::lock_guard working(work_);
    TRY(Remembered met, meet_office());
    TRY(service::Client client, service::Client::to(settings_.server));
    files_.clear();
    session_ = std::make_unique<officer::Session>(
        std::move(client), std::move(met.office), std::move(met.memory), std::move(keys),
        [this](const officer::Office& office, const officer::LogMemory& memory) {
            return save_state(settings_.state, office, memory);
        },
        clock_, random_);
    // A service that does not answer keeps nobody from the cases read before; one that lies does.
    const Status renewed = session_->renew();
    const Status logged_in = renewed.ok() && session_->me().ok() ? of(session_->login()) : renewed;
    const bool away = !logged_in.ok() && logged_in.error().code == Code::unreachable;
    const Status allowed = of(session_->me());
    note_contact(logged_in);
    if (!allowed.ok() || (!logged_in.ok() && !away)) {
        session_.reset();
        return allowed.ok() ? logged_in : allowed;
    }
    note_facts();
    return Done{};
}

void Desk::note_facts() {
    const verify::Member me = session_->me().value();
    const officer::Office& office = session_->office();
    const verify::Day expires = office.roster().lines().expires;
    const verify::UnixTime now = clock_();
    const std::string roles = me.roles.print();
    const std::lock_guard guard(facts_mutex_);
    facts_.locked = false;
    facts_.evaluation = office.root().lines().evaluation;
    facts_.label = me.label;
    facts_.roles.clear();
    for (const std::string_view role : verify::split_words(roles, ',')) facts_.roles.emplace_back(role);
    facts_.roster_expires = expires.print();
    facts_.days_left = expires.number - now.day().number;
    last_act_ = now;
}

void Desk::note_contact(const Status& status) {
    const std::lock_guard guard(facts_mutex_);
    facts_.reachable = status.ok() || status.error().code != Code::unreachable;
    last_act_ = clock_();
}

void Desk::lock() {
    const std::lock_guard working(work_);
    files_.clear();
    session_.reset();
    const std::lock_guard guard(facts_mutex_);
    facts_.locked = true;
    facts_.label.clear();
    facts_.roles.clear();
}

void Desk::lock_if_idle() {
    {
        const std::lock_guard guard(facts_mutex_);
        const auto allowed = static_cast<std::uint64_t>(settings_.lock_after.count());
        if (facts_.locked || clock_().seconds < last_act_.seconds + allowed) return;
    }
    lock();
}

Result<officer::Session*> Desk::unlocked() {
    if (session_ == nullptr) return Error{Code::forbidden, "the desk is locked"};
    return session_.get();
}

Result<std::string> Desk::inbox() {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    const Status renewed = session->renew();
    note_contact(renewed);
    TRY_(renewed);
    TRY(const std::vector<officer::CaseEntry> entries, session->inbox());
    note_facts();
    return inbox_json(session->seen().size, entries);
}

// Asked anew each time, so that a read covers what arrived since the inbox was shown.
Result<officer::CaseEntry> Desk::find_entry(officer::Session& session, const CaseId& case_id) {
    Result<std::vector<officer::CaseEntry>> entries = session.inbox();
    note_contact(of(entries));
    TRY(std::vector<officer::CaseEntry> found, std::move(entries));
    for (officer::CaseEntry& entry : found)
        if (entry.case_id == case_id) return std::move(entry);
    return Error{Code::not_found, "no such case in this inbox"};
}

Result<std::string> Desk::read(const ReadRequest& request) {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    TRY(officer::CaseEntry entry, find_entry(*session, request.case_id));
    files_.erase(request.case_id);
    TRY(officer::CaseFile file, session->read(std::move(entry), request.purpose));
    std::string out = case_json(file, session->office());
    files_.emplace(request.case_id, std::move(file));
    return out;
}

Result<open::VerifiedAttachment> Desk::attachment(const AttachmentRequest& request) {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    const auto file = files_.find(request.case_id);
    if (file == files_.end()) return Error{Code::not_found, "the case was not read since unlocking"};
    auto out = session->attachment(file->second, request.env, settings_.state.parent_path());
    note_contact(of(out));
    return out;
}

void Desk::note_sending(std::optional<Sending> sending) {
    const std::lock_guard guard(facts_mutex_);
    facts_.sending = sending;
    last_act_ = clock_();
}

Result<std::vector<officer::OutgoingFile>> Desk::seal_files(officer::Session& session,
                                                            const officer::CaseFile& file,
                                                            const ReplyRequest& request,
                                                            service::RunReader& files) {
    std::vector<officer::OutgoingFile> out;
    for (const officer::FileToSend& facts : request.files) {
        const auto part = static_cast<std::uint32_t>(verify::kFirstAttachmentPart + out.size());
        TRY(officer::OutgoingFile sealed,
            session.seal_file(file, part, facts, files, settings_.state.parent_path()));
        out.push_back(std::move(sealed));
    }
    return out;
}

Result<std::string> Desk::reply(const ReplyRequest& request, service::RunReader& files) {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    const auto file = files_.find(request.case_id);
    if (file == files_.end()) return Error{Code::not_found, "the case was not read since unlocking"};
    TRY(auto sealed, seal_files(*session, file->second, request, files));
    const auto proof = session->reply(file->second, request.draft, std::move(sealed),
                                      [this](std::uint64_t done, std::uint64_t all) {
                                          note_sending(Sending{done, all});
                                      });
    note_sending(std::nullopt);
    note_contact(of(proof));
    if (!proof.ok()) return proof.error();
    return leaf_json(proof->index());
}

Result<std::string> Desk::recuse(const CaseId& case_id) {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    TRY(const officer::CaseEntry entry, find_entry(*session, case_id));
    const auto proof = session->recuse(entry);
    note_contact(of(proof));
    if (!proof.ok()) return proof.error();
    files_.erase(case_id);
    return leaf_json(proof->index());
}

}  // namespace parapet::desk
