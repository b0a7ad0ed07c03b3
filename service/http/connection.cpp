#include "service/http/connection.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace parapet::service {

namespace {

constexpr std::size_t kReadAtOnce = 64 * 1024;
constexpr std::size_t kKeptCapacity = 4 * 1024;  // of an idle connection's buffer
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::chrono::milliseconds time_for(std::uint64_t octets, std::size_t per_second) {
    return std::chrono::milliseconds(octets * 1000 / per_second);
}

}  // namespace

Connection::Connection(int socket, const Limits& limits, Clock::time_point now)
    : socket_(socket), limits_(limits), since_(now) {}

Connection::Next Connection::advance(Clock::time_point now) {
    switch (phase_) {
        case Phase::gathering:
            return gather(now);
        case Phase::sending:
            return send(now);
        case Phase::lingering:
            return linger();
    }
    return Next::close;
}

Connection::Next Connection::gather(Clock::time_point now) {
    for (;;) {
        if (!fault_.has_value() && !frame_.has_value()) find_frame(now);
        if (fault_.has_value()) return Next::refuse;
        if (frame_.has_value()) {
            if (in_.size() - frame_->head >= std::min<std::uint64_t>(frame_->body, limits_.gathered_body))
                return Next::serve;
            if (frame_->expects_continue && !told_to_continue_) {
                // A fresh socket's buffer takes 25 octets; a client that does not get them sends anyway.
                (void)::send(socket_, kContinue.data(), kContinue.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
                told_to_continue_ = true;
            }
        }
        switch (receive(now)) {
            case Got::some:
                break;
            case Got::nothing_yet:
                return Next::wait_to_read;
            case Got::end:
                return Next::close;
        }
    }
}

void Connection::find_frame(Clock::time_point now) {
    const std::size_t size = head_size(in_, seen_);
    seen_ = in_.size();
    if (size > limits_.head_octets || (size == 0 && in_.size() > limits_.head_octets)) {
        fault_ = Error{Code::too_large, "request: head"};
        return;
    }
    if (size == 0) return;
    const Result<Frame> frame = read_frame(ByteView(in_).first(size), limits_);
    if (!frame.ok()) {
        fault_ = frame.error();
        return;
    }
    frame_ = *frame;
    since_ = now;
}

Connection::Got Connection::receive(Clock::time_point now) {
    std::array<std::uint8_t, kReadAtOnce> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    for (;;) {
        const ssize_t n = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (n > 0) {
            if (in_.empty()) since_ = now;
            put(in_, ByteView(buffer).first(static_cast<std::size_t>(n)));
            // Else a longer request would stay behind a shorter one on this thread's stack.
            ::explicit_bzero(buffer.data(), static_cast<std::size_t>(n));
            return Got::some;
        }
        if (n == 0) return Got::end;
        if (errno == EAGAIN || errno == EWOULDBLOCK) return Got::nothing_yet;
        if (errno != EINTR) return Got::end;
    }
}

ByteView Connection::gathered() const {
    const ByteView after = ByteView(in_).subspan(frame_->head);
    return after.first(static_cast<std::size_t>(std::min<std::uint64_t>(after.size(), frame_->body)));
}

void Connection::answered(bool keep, Clock::time_point now) {
    forget_first(frame_.has_value() ? frame_->head + gathered().size() : in_.size());
    seen_ = 0;
    fault_.reset();
    frame_.reset();
    told_to_continue_ = false;
    keep_ = keep;
    kept_ = true;
    phase_ = Phase::sending;
    since_ = now;
}

// What was said is not left in a buffer that waits for the next request.
void Connection::forget_first(std::size_t used) {
    const Bytes rest(in_.begin() + static_cast<std::ptrdiff_t>(used), in_.end());
    ::explicit_bzero(in_.data(), in_.size());
    if (rest.empty() && in_.capacity() > kKeptCapacity)
        in_ = Bytes();
    else
        in_.assign(rest.begin(), rest.end());
}

Connection::Next Connection::send(Clock::time_point now) {
    switch (out_.send(socket_)) {
        case Outgoing::Progress::waiting:
            return Next::wait_to_write;
        case Outgoing::Progress::broken:
            return Next::close;
        case Outgoing::Progress::all_sent:
            break;
    }
    since_ = now;
    if (keep_) {
        phase_ = Phase::gathering;
        // What came meanwhile waits its turn behind the others, or who never stops asking keeps a thread.
        // A socket is nearly always writable, so that waiting for it is no wait but a place in the line.
        return in_.empty() ? Next::wait_to_read : Next::wait_to_write;
    }
    // Closing with octets unread would reset the connection, and the answer could be lost on the way.
    phase_ = Phase::lingering;
    ::shutdown(socket_, SHUT_WR);
    return linger();
}

Connection::Next Connection::linger() {
    std::array<std::uint8_t, kReadAtOnce> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    const ssize_t n = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (n > 0) {
        thrown_away_ += static_cast<std::uint64_t>(n);
        ::explicit_bzero(buffer.data(), static_cast<std::size_t>(n));
    }
    const bool open = n > 0 || (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR));
    return open ? Next::wait_to_read : Next::close;
}

Clock::time_point Connection::deadline() const {
    switch (phase_) {
        case Phase::gathering:
            if (frame_.has_value())
                return since_ + limits_.grace +
                       time_for(in_.size() - frame_->head, limits_.octets_per_second);
            return since_ + (kept_ && in_.empty() ? limits_.idle_time : limits_.head_time);
        case Phase::sending:
            return since_ + limits_.grace + time_for(out_.sent(), limits_.octets_per_second);
        case Phase::lingering:
            return since_ + limits_.lingering + time_for(thrown_away_, limits_.octets_per_second);
    }
    return since_;
}

}  // namespace parapet::service
