// Secrets: move-only, in locked memory, wiped when they end, compared in constant time, never printed.
//
// Looking inside is a typed act that a reader can grep for: `reveal()`.
// Not given: protection from a debugger that runs as the same user before the process is sandboxed,
// nor from a copy that the caller makes of what reveal() shows.
#pragma once

#include <memory>
#include <optional>

#include "crypto/base/bytes.h"

namespace parapet {

// Makes libsodium ready and raises the limit of locked memory as far as allowed. Call first in main().
// memory_lock when the library or the limit does not allow it.
[[nodiscard]] Status init_crypto();

namespace detail {
struct WipeAndFree {
    void operator()(std::uint8_t* p) const;
};
using LockedBytes = std::unique_ptr<std::uint8_t[], WipeAndFree>;
// Aborts when the memory cannot be had or locked: going on would put a secret into swap.
[[nodiscard]] LockedBytes locked_bytes(std::size_t n);
[[nodiscard]] bool equal_constant_time(ByteView a, ByteView b);
}  // namespace detail

// Randomness comes in as an argument. `SystemRandom` is the operating system's; tests bring their own.
class Random {
public:
    Random() = default;
    Random(const Random&) = delete;
    Random& operator=(const Random&) = delete;
    virtual ~Random() = default;
    virtual void fill(MutableBytes out) = 0;

    template <class F>
    [[nodiscard]] F fixed() {
        F out;
        fill(out.bytes);
        return out;
    }
};

class SystemRandom final : public Random {
public:
    void fill(MutableBytes out) override;
};

// N secret bytes with a meaning. Different Tags are different types: the wrong key does not compile.
template <std::size_t N, class Tag>
class Secret {
public:
    static constexpr std::size_t kSize = N;

    Secret(Secret&&) noexcept = default;
    Secret& operator=(Secret&&) noexcept = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() = default;

    // `write` receives the N zero bytes to fill.
    template <class Write>
    [[nodiscard]] static Secret make(Write&& write) {
        Secret out;
        write(std::span<std::uint8_t, N>(out.bytes_.get(), N));
        return out;
    }
    [[nodiscard]] static Secret random(Random& random) {
        return make([&](MutableBytes out) { random.fill(out); });
    }
    [[nodiscard]] static Secret copy(std::span<const std::uint8_t, N> from) {
        return make([&](MutableBytes out) { std::copy(from.begin(), from.end(), out.begin()); });
    }
    [[nodiscard]] Secret duplicate() const { return copy(reveal()); }

    [[nodiscard]] std::span<const std::uint8_t, N> reveal() const {
        return std::span<const std::uint8_t, N>(bytes_.get(), N);
    }
    [[nodiscard]] bool operator==(const Secret& other) const {
        return detail::equal_constant_time(reveal(), other.reveal());
    }

private:
    Secret() : bytes_(detail::locked_bytes(N)) {}
    detail::LockedBytes bytes_;
};

// Text or bytes a person wrote: secret, of any size.
class Plaintext {
public:
    explicit Plaintext(std::size_t size) : bytes_(detail::locked_bytes(size)), size_(size) {}
    Plaintext(Plaintext&&) noexcept = default;
    Plaintext& operator=(Plaintext&&) noexcept = default;
    Plaintext(const Plaintext&) = delete;
    Plaintext& operator=(const Plaintext&) = delete;
    ~Plaintext() = default;

    [[nodiscard]] static Plaintext copy(ByteView from);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] ByteView reveal() const { return {bytes_.get(), size_}; }
    [[nodiscard]] MutableBytes reveal_for_writing() { return {bytes_.get(), size_}; }

private:
    detail::LockedBytes bytes_;
    std::size_t size_;
};

}  // namespace parapet
