// Reports and messages as a reporter's client makes them, put into drop.db as intake does.
#pragma once

#include <list>
#include <set>
#include <string>

#include "crypto/keys/reporter_keys.h"
#include "crypto/seal/submission.h"
#include "crypto/verify/roster.h"
#include "vault/drop_writer.h"
#include "vault/piece_folder.h"

namespace parapet::reviewer::testing {

struct File {
    std::string name;
    Bytes bytes;
};

class Reporter {
public:
    Reporter(const DeploymentId& deployment, Random& random);
    [[nodiscard]] const keys::ReporterKeys& keys() const { return keys_; }
    [[nodiscard]] const CaseId& case_id() const { return keys_.case_id(); }

    // Number 0: the report; every later one a message.
    [[nodiscard]] seal::SealedSubmission seal(const verify::Roster& roster, const std::string& text,
                                              const std::vector<File>& files = {},
                                              const std::set<PersonId>& exclude = {},
                                              content::Identity identity = {});

private:
    DeploymentId deployment_;
    Random& random_;
    keys::ReporterKeys keys_;
    std::uint32_t next_ = 0;
    std::list<Bytes> kept_;            // files are sealed again when they are stored
    std::list<MemorySource> sources_;  // over kept_
};

// As it stands in the note; `pieces` for cores that are no inline ones.
void store(vault::DropWriter& drop, const vault::PieceFolder& pieces, const verify::Roster& roster,
           const seal::SealedSubmission& sent, vault::Day day, Random& random);

}  // namespace parapet::reviewer::testing
