// Writing one large core, piece by piece, over as many requests as it takes. The folder outlives the file.
#pragma once

#include "crypto/base/sha256.h"
#include "vault/piece_folder.h"

namespace parapet::vault {

// One thread. Holds a lock on the file: a second one for the same upload is `busy`.
// Memory does not grow with the file. What was appended and not committed is gone when this object is.
class PieceFile {
public:
    // Makes the files at the first piece, else goes on after the last durable segment: whatever lies behind
    // it (a crash, a broken connection) is cut off. The upload must be one that drop.db reserved.
    [[nodiscard]] static Result<PieceFile> open(const PieceFolder& folder, const Upload& upload);
    PieceFile(PieceFile&&) noexcept = default;
    PieceFile& operator=(PieceFile&&) noexcept = default;
    PieceFile(const PieceFile&) = delete;
    PieceFile& operator=(const PieceFile&) = delete;
    ~PieceFile() = default;

    // Where the next octet goes after a commit: 0, 112 + k * 65 552, or the end.
    [[nodiscard]] std::uint64_t durable() const { return durable_; }

    // Octets that follow those before, cut anywhere. too_large past the announced end. After storage_full or
    // another error the octets since the last commit are cut off again.
    [[nodiscard]] Status append(ByteView octets);
    // Makes whole segments durable, drops a started one, and answers the new durable().
    [[nodiscard]] Result<std::uint64_t> commit();

private:
    PieceFile(File data, File side, const Upload& upload, DurableSegments& known)
        : data_(std::move(data)),
          side_(std::move(side)),
          id_(upload.id),
          core_len_(upload.core_len),
          known_(&known) {}
    [[nodiscard]] Status recover();
    [[nodiscard]] Result<bool> segment_is_whole(std::uint64_t segment);
    [[nodiscard]] Status write_through(ByteView octets);
    [[nodiscard]] Status cut();
    void begin_sync();
    void forget_uncommitted();
    void remember();

    File data_;
    File side_;
    UploadId id_;
    std::uint64_t core_len_;
    DurableSegments* known_;
    std::uint64_t durable_ = 0;  // a border
    std::uint64_t written_ = 0;  // >= durable_
    std::uint64_t begun_ = 0;    // up to here octets are on their way to the disk
    std::uint64_t segment_ = 0;  // the one that written_ is in
    Bytes fresh_hashes_;         // of whole segments since the last commit
    Sha256 hash_;                // of the started segment
};

}  // namespace parapet::vault
