// Bytes that come in runs: a body too large for memory, in either direction.
#pragma once

#include <algorithm>

#include "crypto/base/bytes.h"

namespace parapet::service {

// Pulled, not pushed: the reader keeps its state in local variables, and a loop over next() reads like
// a loop over a file. Used by one thread at a time.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    // How many octets there are in all, known before the first.
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    // The next octets in order, at most 256 KiB of them, valid until the next call. Empty: all were given.
    // truncated: they ended before size(); what was given before stands.
    [[nodiscard]] virtual Result<ByteView> next() = 0;
};

// A request's body on its way in.
class IncomingBody : public ByteSource {
public:
    // Nothing of it is left on the connection, read or not.
    [[nodiscard]] virtual bool off_the_wire() const = 0;
};

// Octets that are in memory already. It owns nothing.
class MemorySource final : public IncomingBody {
public:
    explicit MemorySource(ByteView bytes) : rest_(bytes), size_(bytes.size()) {}
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] bool off_the_wire() const override { return true; }
    [[nodiscard]] Result<ByteView> next() override {
        const ByteView run = rest_.first(std::min<std::size_t>(rest_.size(), kRun));
        rest_ = rest_.subspan(run.size());
        return run;
    }

private:
    static constexpr std::size_t kRun = 256 * 1024;
    ByteView rest_;
    std::uint64_t size_;
};

// Gives every run to `take`, a function of (ByteView) -> Status, until all were given, well or not.
template <class Take>
[[nodiscard]] Status give_all(ByteSource& source, Take&& take) {
    for (;;) {
        TRY(const ByteView run, source.next());
        if (run.empty()) return Done{};
        TRY_(take(run));
    }
}

// Taking exact lengths from a source, whatever the cut of its runs. The source must outlive it.
class RunReader {
public:
    explicit RunReader(ByteSource& source) : source_(source) {}
    [[nodiscard]] Status fill(MutableBytes out);  // truncated when the source ends before

private:
    ByteSource& source_;
    ByteView rest_;
};

// Everything a source holds; too_large when that is over `largest`.
[[nodiscard]] Result<Bytes> read_whole(ByteSource& source, std::uint64_t largest);

}  // namespace parapet::service
