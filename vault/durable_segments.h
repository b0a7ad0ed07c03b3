// How many segments of each unfinished upload this process has itself seen onto the disk. They need not be
// read back when the next piece of the upload comes; after a restart nothing is known, and they are.
#pragma once

#include <map>
#include <mutex>

#include "vault/drop_rows.h"

namespace parapet::vault {

// Any thread. One entry an unfinished upload: drop.db bounds how many there are.
class DurableSegments {
public:
    [[nodiscard]] std::uint64_t of(const UploadId& id) const {
        const std::lock_guard lock(mutex_);
        const auto at = segments_.find(id);
        return at == segments_.end() ? 0 : at->second;
    }
    void know(const UploadId& id, std::uint64_t segments) {
        const std::lock_guard lock(mutex_);
        segments_[id] = segments;
    }
    void forget(const UploadId& id) {
        const std::lock_guard lock(mutex_);
        segments_.erase(id);
    }

private:
    mutable std::mutex mutex_;
    std::map<UploadId, std::uint64_t> segments_;  // guarded by mutex_
};

}  // namespace parapet::vault
