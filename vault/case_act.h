// Writing case.db: one act, all of it or nothing. Handed out by CaseStore::write. Not to be kept beyond the
// call.
#pragma once

#include "vault/case_look.h"

namespace parapet::vault {

class CaseAct : public CaseLook {
public:
    using CaseLook::CaseLook;

    // Adds a leaf and the tree nodes it completes. The same bytes again answer the index they have.
    // duplicate when this actor used the nonce for other bytes.
    [[nodiscard]] Result<LeafPlace> append_leaf(const NewLeaf& leaf);
    // Done also when the case is there with this ctag; duplicate with another.
    [[nodiscard]] Status put_case(const CaseRow& row);
    [[nodiscard]] Status set_state(const CaseId& case_id, std::string_view state);
    // Objects of one leaf. Moves the case's day forward. duplicate when a place or envelope is taken.
    [[nodiscard]] Status put_record(const Record& record);
    // For what the office wrote: its core lies here. The object must be there (put_record).
    [[nodiscard]] Status put_core(const EnvelopeId& env_id, ByteView core);
    // For a file that the office sent: a complete upload (PieceFolder::check) becomes the object's core. The
    // object must be there. incomplete.
    [[nodiscard]] Status put_file(const Upload& upload);
    // A wrapset of one entry, sealed by the caller (SPEC section 10). Replaces what was there.
    [[nodiscard]] Status put_wrap(const CaseId& case_id, const EnvelopeId& env_id, const RecipientId& rid,
                                  ByteView sealed);
    // A custodian's share, a wrapset of one entry, sealed by the caller. Replaces what was there.
    [[nodiscard]] Status put_share(const CaseId& case_id, const EnvelopeId& env_id, const RecipientId& rid,
                                   ByteView sealed);
    // A request to open a name, and a custodian's answer to one: duplicate when that person has answered.
    [[nodiscard]] Status put_unseal(const UnsealRow& row);
    [[nodiscard]] Status put_unseal_answer(std::uint64_t request, const UnsealAnswer& answer);
    // The person is out of the case: all wraps and shares for these keys go. `rids` are all keys the person
    // ever had; `leaf` is the recusal on the log.
    [[nodiscard]] Status recuse(const CaseId& case_id, const PersonId& person,
                                const std::vector<RecipientId>& rids, std::uint64_t leaf);
    // Every wrap for this key, in every case.
    [[nodiscard]] Status revoke(const RecipientId& rid);
    // Rows of the case go; leaves stay.
    [[nodiscard]] Status bury(const CaseId& case_id);

    // An effect on another store that must follow from this act.
    [[nodiscard]] Status put_outbox(std::uint8_t kind, ByteView payload);
};

}  // namespace parapet::vault
