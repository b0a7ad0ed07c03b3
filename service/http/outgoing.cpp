#include "service/http/outgoing.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>

namespace parapet::service {

namespace {
constexpr int kRunsAtOnce = 8;
}

void Outgoing::set(std::string head, Answer body) {
    clear();
    head_ = std::move(head);
    if (body.owns_octets()) {
        owned_ = body.take_octets();
        run_ = owned_;
        return;
    }
    run_ = body.body();
    source_left_ = run_.empty() ? body.size() : 0;
    source_ = body.take_stream();
}

Outgoing::Progress Outgoing::send(int socket) {
    int runs = 0;
    for (;;) {
        if (head_sent_ == head_.size() && run_.empty()) {
            if (source_left_ == 0) {
                clear();
                return Progress::all_sent;
            }
            if (runs++ == kRunsAtOnce) return Progress::waiting;
            if (!next_run()) return Progress::broken;
        }
        std::array<iovec, 2> parts{{
            {head_.data() + head_sent_, head_.size() - head_sent_},
            {const_cast<std::uint8_t*>(run_.data()), run_.size()},
        }};
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = parts.size();
        const ssize_t n = ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n >= 0) {
            took(static_cast<std::size_t>(n));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return Progress::waiting;
        } else if (errno != EINTR) {
            return Progress::broken;
        }
    }
}

bool Outgoing::next_run() {
    Result<ByteView> run = source_->next();
    // A source that ends early or goes on too long must not pass for a whole body.
    if (!run.ok() || run->empty() || run->size() > source_left_) return false;
    run_ = *run;
    source_left_ -= run_.size();
    return true;
}

void Outgoing::took(std::size_t n) {
    sent_ += n;
    const std::size_t of_head = std::min(n, head_.size() - head_sent_);
    head_sent_ += of_head;
    run_ = run_.subspan(n - of_head);
}

void Outgoing::clear() { *this = Outgoing(); }

}  // namespace parapet::service
