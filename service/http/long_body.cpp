#include "service/http/long_body.h"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace parapet::service {

namespace {

constexpr std::size_t kRun = 256 * 1024;
constexpr int kLookAgain = 250;  // milliseconds: how soon a change of `crowded` or `cut` is seen
constexpr Error kCut{Code::truncated, "a body stopped before its end"};

}  // namespace

LongBody::LongBody(const Connection& connection, const Limits& limits, const Places& places,
                   const std::atomic<Clock::rep>& cut)
    : socket_(connection.socket()),
      limits_(limits),
      places_(places),
      cut_(cut),
      size_(connection.frame().body),
      began_(Clock::now()),
      gathered_(connection.gathered()) {}

Result<ByteView> LongBody::next() {
    if (!gathered_.empty()) {
        received_ += gathered_.size();
        return std::exchange(gathered_, {});
    }
    if (off_the_wire()) return ByteView{};
    run_.resize(kRun);
    for (;;) {
        const std::size_t most = std::min<std::uint64_t>(kRun, size_ - received_);
        const ssize_t n = ::recv(socket_, run_.data(), most, MSG_DONTWAIT);
        if (n > 0) {
            received_ += static_cast<std::uint64_t>(n);
            return ByteView(run_).first(static_cast<std::size_t>(n));
        }
        if (n == 0) return kCut;
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            TRY_(wait_for_octets());
        } else if (errno != EINTR) {
            return kCut;
        }
    }
}

Status LongBody::wait_for_octets() const {
    for (;;) {
        const auto now = Clock::now();
        const std::size_t rate =
            places_.crowded() ? limits_.octets_per_second_when_crowded : limits_.octets_per_second;
        if (now > began_ + limits_.grace + std::chrono::milliseconds(received_ * 1000 / rate)) return kCut;
        if (now.time_since_epoch().count() > cut_.load()) return kCut;
        pollfd wanted{socket_, POLLIN, 0};
        if (::poll(&wanted, 1, kLookAgain) > 0) return Done{};
    }
}

}  // namespace parapet::service
