// One officer at work: asks the service, believes what verifies, remembers the log, signs acts.
//
//     inbox()  ─▶ entries, every leaf proven        read()  ─▶ leaf signed ─▶ proof held ─▶ opened
//     reply()  ─▶ sealed, leaf signed ─▶ proof held  recuse() ─▶ leaf signed ─▶ proof held
//
// Used by one thread at a time.
#pragma once

#include <functional>

#include "crypto/open/attachment.h"
#include "crypto/verify/auth.h"
#include "reviewer/client/names.h"
#include "reviewer/client/reply.h"
#include "service/http/client.h"

namespace parapet::officer {

using Clock = std::function<verify::UnixTime()>;

// A file whose core the service has whole.
struct SentFile {
    verify::UploadRef upload;
    Hash core_hash;
};

class Session {
public:
    // Called whenever the log memory or the roster moved, before anything that rests on it is given out. An
    // error of it stops the act: what is not remembered cannot be demanded next time.
    using Keep = std::function<Status(const Office&, const LogMemory&)>;

    Session(service::Client client, Office office, LogMemory memory, keys::MemberKeys keys, Keep keep,
            Clock clock, Random& random);

    [[nodiscard]] const Office& office() const { return office_; }
    [[nodiscard]] const keys::MemberKeys& keys() const { return keys_; }
    [[nodiscard]] const verify::Seen& seen() const { return memory_.seen(); }
    // unknown_signer when the current roster lets this key neither read nor keep names.
    [[nodiscard]] Result<verify::Member> me() const;

    // Looks for a newer roster. As Office::renew.
    [[nodiscard]] Status renew();
    [[nodiscard]] Result<std::vector<CaseEntry>> inbox();
    // Signs one read for all that this officer may open of the case (several for a very large one), and opens
    // it. The entry's own fault refuses; so does any answer that does not verify.
    [[nodiscard]] Result<CaseFile> read(CaseEntry entry, verify::Purpose purpose);
    // Of a case that read() gave.
    [[nodiscard]] Result<open::VerifiedAttachment> attachment(const CaseFile& file, const EnvelopeId& env,
                                                              const std::filesystem::path& folder);
    // A file for the next reply of this case; its part is 2 for the first one. As seal_outgoing.
    [[nodiscard]] Result<OutgoingFile> seal_file(const CaseFile& file, std::uint32_t part,
                                                 const FileToSend& facts, service::RunReader& in,
                                                 const std::filesystem::path& folder);
    // Its files go first, piece by piece, tried again while the service is away for a moment. The case file
    // then holds the reply as well, so that the next one follows it.
    [[nodiscard]] Result<ProvenLeaf> reply(CaseFile& file, const ReplyDraft& draft,
                                           std::vector<OutgoingFile> files = {},
                                           const service::Progress& progress = {});
    [[nodiscard]] Result<ProvenLeaf> note(const CaseFile& file, const std::string& text);
    [[nodiscard]] Result<ProvenLeaf> recuse(const CaseEntry& entry);
    // Requests for confided names that concern this officer, the newest first; each may carry a fault.
    [[nodiscard]] Result<std::vector<NameRequest>> names();
    // For the name beside message `seq` of a case that read() gave, whether or not one was given there.
    [[nodiscard]] Result<ProvenLeaf> ask_name(const CaseFile& file, std::uint32_t seq,
                                              verify::Purpose purpose, const std::string& reason);
    [[nodiscard]] Result<ProvenLeaf> approve_name(const NameRequest& request);
    [[nodiscard]] Result<ProvenLeaf> refuse_name(const NameRequest& request, const std::string& reason);
    // Signs the opening; the service then releases what k custodians handed on. The case must have been read.
    [[nodiscard]] Result<OpenedName> open_name(const CaseFile& file, const NameRequest& request);
    // Says on the log that this desk was unlocked.
    [[nodiscard]] Result<ProvenLeaf> login();

private:
    [[nodiscard]] verify::AuditLines lines(verify::AuditEvent event);
    [[nodiscard]] Result<Bytes> question(verify::Op op, ByteView body);
    // A page of a list, in the state of the log that came with it, which is kept. `json` points into
    // `answer`.
    struct Listing {
        Bytes answer;
        ByteView json;
        verify::Checkpoint now;
    };
    // `from`: where the list goes on, as its route wants it. What question and LogMemory::advance say.
    [[nodiscard]] Result<Listing> ask_list(verify::Op op, const char* path, ByteView from);
    [[nodiscard]] Result<ProvenLeaf> act(const verify::AuditLines& lines);
    [[nodiscard]] Result<ProvenLeaf> send(verify::AuditEvent event, const CaseFile& file,
                                          const SealedWriting& writing,
                                          const std::vector<SentFile>& files = {});
    [[nodiscard]] Result<std::vector<SentFile>> send_files(const std::vector<OutgoingFile>& files,
                                                           const std::vector<content::Attachment>& entries,
                                                           const service::Progress& progress);
    [[nodiscard]] Result<std::vector<SentFile>> try_to_send(const std::vector<OutgoingFile>& files,
                                                            const std::vector<content::Attachment>& entries,
                                                            const service::Progress& progress);
    [[nodiscard]] Status read_some(CaseFile& file, std::span<const LoggedObject> objects,
                                   verify::Purpose purpose);
    [[nodiscard]] Result<Bytes> post_leaf(const char* path, ByteView leaf,
                                          std::initializer_list<verify::Record> rest);
    [[nodiscard]] Result<ProvenLeaf> act_on_name(const char* path, const verify::AuditLines& lines,
                                                 std::initializer_list<verify::Record> rest);
    [[nodiscard]] Result<verify::AuditLines> lines_about(verify::AuditEvent event,
                                                         const NameRequest& request);
    [[nodiscard]] Status add_page(ListedPage page, const verify::Checkpoint& checkpoint,
                                  std::vector<CaseEntry>& out) const;

    service::Client client_;
    Office office_;
    LogMemory memory_;
    keys::MemberKeys keys_;
    Keep keep_;
    Clock clock_;
    Random& random_;
};

// What one read may name: so many objects, and so many octets of messages, as the service releases at once.
[[nodiscard]] std::vector<std::vector<LoggedObject>> split_reads(const CaseEntry& entry);

}  // namespace parapet::officer
