// The desk: one officer's keys while unlocked, what was decrypted with them, and the way to the service.
//
// Locked it holds no key and no text. It locks by itself when nothing was asked for a while.
#pragma once

#include <map>
#include <mutex>

#include "reviewer/client/session.h"
#include "reviewer/desk/answers.h"
#include "reviewer/desk/requests.h"
#include "reviewer/desk/settings.h"
#include "reviewer/desk/state_file.h"

namespace parapet::desk {

// Any thread. `work_` guards the session and everything decrypted, and is held while the service is asked;
// `facts_mutex_` guards the few facts that state() tells meanwhile, and the hour of the last act.
class Desk {
public:
    // permissions, or what a state file is refused for.
    [[nodiscard]] static Result<std::unique_ptr<Desk>> open(Settings settings, officer::Clock clock,
                                                            Random& random);

    [[nodiscard]] State state();
    // wrong_passphrase and what a key file is refused for; unknown_signer when the roster does not let this
    // key read; unreachable only when this desk has never seen a roster. Puts a login leaf on the log if the
    // service answers.
    [[nodiscard]] Status unlock(const Plaintext& passphrase);
    void lock();
    // Locks when the last act is longer ago than the settings allow.
    void lock_if_idle();

    // JSON of API.md. forbidden while locked; what Session says; not_found for a case not in the inbox, or,
    // for an attachment or a reply, not read since unlocking.
    [[nodiscard]] Result<std::string> inbox();
    [[nodiscard]] Result<std::string> read(const ReadRequest& request);
    [[nodiscard]] Result<open::VerifiedAttachment> attachment(const AttachmentRequest& request);
    // `files`: their octets, sealed as they come.
    [[nodiscard]] Result<std::string> reply(const ReplyRequest& request, service::RunReader& files);
    [[nodiscard]] Result<std::string> recuse(const CaseId& case_id);
    // Confided names. A request is named by the leaf it is; not_found for one that does not concern this
    // officer.
    [[nodiscard]] Result<std::string> names();
    [[nodiscard]] Result<std::string> ask_name(const NameAsked& asked);
    [[nodiscard]] Result<std::string> approve_name(std::uint64_t request);
    [[nodiscard]] Result<std::string> refuse_name(const NameRefused& refused);
    // Reads the case as well, since the reporter's marks of the shares are in it.
    [[nodiscard]] Result<std::string> open_name(std::uint64_t request);

private:
    Desk(Settings settings, const verify::Fingerprint& fingerprint, officer::Clock clock, Random& random)
        : settings_(std::move(settings)),
          fingerprint_(fingerprint),
          clock_(std::move(clock)),
          random_(random) {}
    [[nodiscard]] Result<Remembered> meet_office();
    [[nodiscard]] Result<officer::Session*> unlocked();
    [[nodiscard]] Result<officer::CaseEntry> find_entry(officer::Session& session, const CaseId& case_id);
    [[nodiscard]] Result<officer::NameRequest> find_request(officer::Session& session, std::uint64_t leaf);
    [[nodiscard]] Status unlock_with(keys::MemberKeys keys);
    void note_facts();
    void note_contact(const Status& status);
    void note_sending(std::optional<Sending> sending);
    [[nodiscard]] Result<std::vector<officer::OutgoingFile>> seal_files(officer::Session& session,
                                                                        const officer::CaseFile& file,
                                                                        const ReplyRequest& request,
                                                                        service::RunReader& files);

    const Settings settings_;
    const verify::Fingerprint fingerprint_;
    const officer::Clock clock_;
    Random& random_;

    std::mutex work_;
    std::unique_ptr<officer::Session> session_;
    std::map<CaseId, officer::CaseFile> files_;

    std::mutex facts_mutex_;
    State facts_;
    verify::UnixTime last_act_;
};

}  // namespace parapet::desk
