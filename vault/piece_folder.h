// Large sealed cores, one plain file each, in a folder beside drop.db. They are ciphertext already.
//
//   <hex of upload id>          header(112) || chunk 0 || chunk 1 || …        the core as it will be read
//   <hex of upload id>.hashes   SHA-256(header) || SHA-256(chunk 0) || …      one line for each whole segment
//
// A hash is written only after its segment is on the disk, so a hash on record means durable octets; the last
// ones are looked at again when an upload goes on after a restart. No row names a file before all of it is
// durable, and a file that no row names is rubbish.
#pragma once

#include <functional>
#include <memory>

#include "vault/durable_segments.h"
#include "vault/file.h"

namespace parapet::vault {

inline constexpr std::uint64_t kHeaderSize = 112;
inline constexpr std::uint64_t kChunkSize = 65'552;

// Any thread. storage_full, permissions, io: the disk.
class PieceFolder {
public:
    [[nodiscard]] static Result<PieceFolder> open(const std::filesystem::path& folder);

    // permissions or io when no file could be made here now.
    [[nodiscard]] Status check_writable() const;
    // Whether the file is whole and has this core_hash, by its recorded hashes. incomplete; core_hash.
    [[nodiscard]] Status check(const UploadId& id, std::uint64_t core_len, const Hash& core_hash) const;
    // The first 112 octets, once they are durable. incomplete.
    [[nodiscard]] Result<Bytes> header(const UploadId& id) const;
    // Deletes both files; done also when there are none. For an upload that turned out to be other bytes.
    [[nodiscard]] Status remove(const UploadId& id) const;
    // Deletes the files of which `wanted` says no, and answers how many uploads that were.
    using Wanted = std::function<Result<bool>(const UploadId&)>;
    [[nodiscard]] Result<std::size_t> sweep(const Wanted& wanted) const;

private:
    friend class PieceFile;
    friend class PieceReader;
    explicit PieceFolder(File folder) : folder_(std::move(folder)) {}
    File folder_;
    std::unique_ptr<DurableSegments> durable_ = std::make_unique<DurableSegments>();
};

// Segments of a core: the header, then chunks. Borders are 0, 112, 112 + 65 552, …, the end.
[[nodiscard]] std::uint64_t segments_in(std::uint64_t core_len);
[[nodiscard]] std::uint64_t segment_start(std::uint64_t segment);
// Where `segment` ends in a core of this length.
[[nodiscard]] std::uint64_t segment_end(std::uint64_t segment, std::uint64_t core_len);

}  // namespace parapet::vault
