// A reporter whose client is honest, and whose bytes a test may then spoil.
#pragma once

#include <list>
#include <set>
#include <string>

#include "crypto/keys/reporter_keys.h"
#include "crypto/seal/submission.h"
#include "crypto/verify/auth.h"
#include "crypto/verify/roster.h"

namespace parapet::intake::testing {

// Octets that repeat themselves, so that two files of one size differ by their name.
[[nodiscard]] Bytes octets(std::string_view name, std::size_t size);

class Reporter {
public:
    // Two of one name have the same code.
    explicit Reporter(std::string_view name);

    [[nodiscard]] const keys::Receipt& receipt() const { return receipt_; }
    [[nodiscard]] const keys::ReporterKeys& keys() const { return keys_; }
    [[nodiscard]] const CaseId& case_id() const { return keys_.case_id(); }

    struct Draft {
        std::uint32_t seq = 0;  // 0: the report; later ones: messages
        std::string text = "An invoice was paid twice.";
        std::vector<Bytes> files{};
        std::set<PersonId> exclude{};
    };
    [[nodiscard]] seal::SealedSubmission seal(const verify::Roster& roster, const Draft& draft);
    [[nodiscard]] seal::SealedSubmission seal(const verify::Roster& roster) { return seal(roster, Draft{}); }

    // What an auth note says when nothing is wrong with it.
    [[nodiscard]] verify::AuthLines auth(verify::Op op, const verify::Challenge& challenge,
                                         ByteView body) const;
    // Record 1, record 10.
    [[nodiscard]] Bytes signed_request(const verify::AuthLines& lines, ByteView body) const;

private:
    std::unique_ptr<Random> random_;
    keys::Receipt receipt_;
    keys::ReporterKeys keys_;
    std::list<Bytes> files_;  // sealed submissions look at them again
    std::list<MemorySource> sources_;
};

[[nodiscard]] Bytes core_of(const seal::Sealer& file);

// A submission as it travels when its large cores were sent before, under these ids, in note order.
[[nodiscard]] Bytes with_uploads(const seal::SealedSubmission& sealed,
                                 const std::vector<verify::UploadRef::Id>& uploads);

// Body of a request whose answer is about one page or one number.
[[nodiscard]] Bytes number(std::uint32_t n);

}  // namespace parapet::intake::testing
