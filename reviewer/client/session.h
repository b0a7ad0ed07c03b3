// One officer at work: asks the service, believes what verifies, remembers the log, signs acts.
//
//     inbox()  ─▶ entries, every leaf proven        read()  ─▶ leaf signed ─▶ proof held ─▶ opened
//     reply()  ─▶ sealed, leaf signed ─▶ proof held  recuse() ─▶ leaf signed ─▶ proof held
//
// Used by one thread at a time.
#pragma once

#include <functional>

#include "crypto/verify/auth.h"
#include "reviewer/client/attachment.h"
#include "reviewer/client/reply.h"
#include "service/http/client.h"

namespace parapet::officer {

using Clock = std::function<verify::UnixTime()>;

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
    // unknown_signer when the current roster does not let this key read.
    [[nodiscard]] Result<verify::Member> me() const;

    // Looks for a newer roster. As Office::renew.
    [[nodiscard]] Status renew();
    [[nodiscard]] Result<std::vector<CaseEntry>> inbox();
    // Signs one read for all that this officer may open of the case (several for a very large one), and opens
    // it. The entry's own fault refuses; so does any answer that does not verify.
    [[nodiscard]] Result<CaseFile> read(CaseEntry entry, verify::Purpose purpose);
    // Of a case that read() gave.
    [[nodiscard]] Result<VerifiedAttachment> attachment(const CaseFile& file, const EnvelopeId& env,
                                                        const std::filesystem::path& folder);
    // The file then holds the reply as well, so that the next one follows it.
    [[nodiscard]] Result<ProvenLeaf> reply(CaseFile& file, const ReplyDraft& draft);
    [[nodiscard]] Result<ProvenLeaf> note(const CaseFile& file, const std::string& text);
    [[nodiscard]] Result<ProvenLeaf> recuse(const CaseEntry& entry);
    // Says on the log that this desk was unlocked.
    [[nodiscard]] Result<ProvenLeaf> login();

private:
    [[nodiscard]] verify::AuditLines lines(verify::AuditEvent event);
    [[nodiscard]] Result<Bytes> question(verify::Op op, ByteView body);
    [[nodiscard]] Result<ProvenLeaf> act(const verify::AuditLines& lines);
    [[nodiscard]] Result<ProvenLeaf> send(verify::AuditEvent event, const CaseFile& file,
                                          const SealedWriting& writing);
    [[nodiscard]] Status read_some(CaseFile& file, std::span<const LoggedObject> objects,
                                   verify::Purpose purpose);
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
