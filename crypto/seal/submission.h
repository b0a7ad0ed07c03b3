// A reporter's submission, whole: a report or a message with its files, sealed, wrapped and signed
// (crypto/SPEC.md sections 6 and 7).
//
// Files are sealed twice from their source: once for their hashes, which the message carries, and once as
// they are sent. Memory stays constant; a file that changed in between no longer matches and is refused by
// whoever receives it (core_hash).
#pragma once

#include <string>
#include <vector>

#include "crypto/keys/reporter_keys.h"
#include "crypto/seal/audience.h"
#include "crypto/seal/envelope.h"
#include "crypto/seal/wrap.h"
#include "crypto/verify/bundle.h"
#include "crypto/verify/submit.h"

namespace parapet::seal {

struct FileToSeal {
    const Source* source;  // outlives the submission
    std::string name;
    std::string type;
};

// Where this submission stands: the same for all its envelopes.
struct Place {
    verify::Author author = verify::Author::reporter;
    DeploymentId deployment;
    std::uint32_t seq = 0;  // 0: the report; later ones: messages
    Hash roster_hash;
};

// Told while hashing: octets done, octets in all.
class Progress {
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;
    virtual void at(std::uint64_t done, std::uint64_t all) = 0;
};

// What stands beside the message wherever the roster has escrow: the same octets for whoever holds too few
// shares, whether or not a name is inside.
struct SealedIdentity {
    SealedMessage object;
    verify::ShareWrapset shares;
};

class SealedSubmission {
public:
    // Fills in what a draft cannot know: the attachments, the marks of the shares and, for a report, the box.
    [[nodiscard]] static Result<SealedSubmission> seal(const Place& place, content::Report draft,
                                                       const std::vector<FileToSeal>& files,
                                                       const keys::ReporterKeys& reporter, Audience audience,
                                                       Random& random, Progress* progress);
    [[nodiscard]] static Result<SealedSubmission> seal(const Place& place, content::Message draft,
                                                       const std::vector<FileToSeal>& files,
                                                       const keys::ReporterKeys& reporter, Audience audience,
                                                       Random& random, Progress* progress);

    [[nodiscard]] const Bytes& note() const { return note_; }
    [[nodiscard]] const verify::SubmitLines& lines() const { return lines_; }
    [[nodiscard]] const SealedMessage& message() const { return message_; }
    [[nodiscard]] const verify::Wrapset& wraps() const { return wraps_; }
    [[nodiscard]] const std::optional<SealedIdentity>& identity() const { return identity_; }
    // The files, in part order: the objects of the note after message and identity.
    [[nodiscard]] const std::vector<Sealer>& files() const { return files_; }

    // The bundle with every core inside: what an offline file holds. Small submissions only; larger ones
    // are written with each_piece.
    [[nodiscard]] Result<Bytes> bundle() const;
    // The same bytes, piece by piece.
    class Sink {
    public:
        Sink() = default;
        Sink(const Sink&) = delete;
        Sink& operator=(const Sink&) = delete;
        virtual ~Sink() = default;
        [[nodiscard]] virtual Status write(ByteView piece) = 0;
    };
    [[nodiscard]] Status each_piece(Sink& sink) const;
    [[nodiscard]] std::uint64_t bundle_length() const;

private:
    SealedSubmission(SealedMessage message, verify::Wrapset wraps, std::optional<SealedIdentity> identity,
                     std::vector<Sealer> files, verify::SubmitLines lines, Bytes note);
    template <class Draft>
    static Result<SealedSubmission> seal_any(const Place& place, Draft draft,
                                             const std::vector<FileToSeal>& files,
                                             const keys::ReporterKeys& reporter, Audience audience,
                                             Random& random, Progress* progress);

    SealedMessage message_;
    verify::Wrapset wraps_;
    std::optional<SealedIdentity> identity_;
    std::vector<Sealer> files_;
    verify::SubmitLines lines_;
    Bytes note_;
};

}  // namespace parapet::seal
