#include "vault/piece_file.h"

#include <fcntl.h>

#include <algorithm>

#include "vault/piece_names.h"

namespace parapet::vault {
namespace {

// A piece has at most 16 MiB, so no crash can leave more segments half on the disk than one piece holds.
constexpr std::uint64_t kLookedAtAgain = 16 * 1024 * 1024 / kChunkSize + 2;

// Not less, since a slow sender's few octets at a time would carry the same page to the disk over and over.
constexpr std::uint64_t kBegunAtOnce = 1024 * 1024;

}  // namespace

Result<PieceFile> PieceFile::open(const PieceFolder& folder, const Upload& upload) {
    constexpr int kFlags = O_CREAT | O_RDWR;
    TRY(File data, File::open_at(folder.folder_, data_name(upload.id).c_str(), kFlags, 0640));
    TRY_(data.lock());
    TRY(File side, File::open_at(folder.folder_, hashes_name(upload.id).c_str(), kFlags, 0640));
    TRY(const std::uint64_t recorded, side.size());
    if (recorded == 0) TRY_(folder.folder_.sync());  // the names are new, or no hash ever followed them
    PieceFile out(std::move(data), std::move(side), upload, *folder.durable_);
    TRY_(out.recover());
    return out;
}

Status PieceFile::recover() {
    TRY(const std::uint64_t length, data_.size());
    TRY(const std::uint64_t recorded, side_.size());
    std::uint64_t whole = std::min(recorded / 32, segments_in(core_len_));
    while (whole > 0 && segment_end(whole - 1, core_len_) > length) --whole;
    const std::uint64_t far_back = whole > kLookedAtAgain ? whole - kLookedAtAgain : 0;
    for (std::uint64_t s = std::max(far_back, known_->of(id_)); s < whole; ++s) {
        TRY(const bool fine, segment_is_whole(s));
        if (!fine) whole = s;
    }
    segment_ = whole;
    durable_ = std::min(segment_start(whole), core_len_);
    written_ = begun_ = durable_;
    return cut();
}

Result<bool> PieceFile::segment_is_whole(std::uint64_t segment) {
    const std::uint64_t start = segment_start(segment);
    Bytes octets(segment_end(segment, core_len_) - start);
    Hash recorded;
    TRY(const std::size_t got, data_.read_at(start, octets));
    TRY(const std::size_t hash_got, side_.read_at(segment * 32, recorded.bytes));
    return got == octets.size() && hash_got == 32 && sha256(octets) == recorded;
}

Status PieceFile::append(ByteView octets) {
    if (octets.size() > core_len_ - written_)
        return Error{Code::too_large, "more octets than were announced"};
    const Status done = write_through(octets);
    if (!done.ok()) {
        forget_uncommitted();
        // What cannot be cut now is cut when the upload goes on.
        static_cast<void>(cut());
    }
    return done;
}

Status PieceFile::write_through(ByteView octets) {
    TRY_(data_.write_at(written_, octets));
    while (!octets.empty()) {
        const std::uint64_t end = segment_end(segment_, core_len_);
        const ByteView part = octets.first(std::min<std::uint64_t>(octets.size(), end - written_));
        hash_.update(part);
        written_ += part.size();
        octets = octets.subspan(part.size());
        if (written_ == end) {
            put(fresh_hashes_, hash_.finish());
            ++segment_;
        }
    }
    begin_sync();
    return Done{};
}

void PieceFile::begin_sync() {
    const std::uint64_t whole = written_ - written_ % kBegunAtOnce;
    if (whole <= begun_) return;
    data_.begin_sync(begun_, whole - begun_);
    begun_ = whole;
}

Result<std::uint64_t> PieceFile::commit() {
    const std::uint64_t recorded = segment_ - fresh_hashes_.size() / 32;
    const std::uint64_t border = std::min(segment_start(segment_), core_len_);
    const auto make_durable = [&]() -> Status {
        if (fresh_hashes_.empty()) return Done{};
        TRY_(data_.sync());  // before the hashes that vouch for it
        TRY_(side_.write_at(recorded * 32, fresh_hashes_));
        return side_.sync();
    };
    if (const Status done = make_durable(); !done.ok()) {
        known_->forget(id_);
        forget_uncommitted();
        static_cast<void>(cut());
        return done.error();
    }
    fresh_hashes_.clear();
    durable_ = border;
    remember();
    if (written_ != border) {
        forget_uncommitted();
        TRY_(cut());
    }
    return durable_;
}

// Of a whole core nothing more is written, so nothing need be known.
void PieceFile::remember() {
    if (durable_ == core_len_) {
        known_->forget(id_);
    } else {
        known_->know(id_, segment_);
    }
}

void PieceFile::forget_uncommitted() {
    segment_ -= fresh_hashes_.size() / 32;
    fresh_hashes_.clear();
    static_cast<void>(hash_.finish());  // starts anew
    written_ = begun_ = durable_;
}

Status PieceFile::cut() {
    TRY_(side_.cut(segment_ * 32));
    return data_.cut(durable_);
}

}  // namespace parapet::vault
