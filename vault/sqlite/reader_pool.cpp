#include "vault/sqlite/reader_pool.h"

namespace parapet::sqlite {

Result<ReaderPool::Lease> ReaderPool::take() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return !idle_.empty() || opened_ < most_; });
    if (!idle_.empty()) {
        Lease lease(*this, std::move(idle_.back()));
        idle_.pop_back();
        return lease;
    }
    ++opened_;
    lock.unlock();
    auto opened = open_();
    if (opened.ok()) return Lease(*this, std::make_unique<Connection>(std::move(opened).value()));
    lock.lock();
    --opened_;
    returned_.notify_one();
    return opened.error();
}

void ReaderPool::give_back(std::unique_ptr<Connection> db) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(db));
    returned_.notify_one();
}

}  // namespace parapet::sqlite
