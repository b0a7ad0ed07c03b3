// What still has to leave a connection: a head, and a body in memory or in a stream.
#pragma once

#include <memory>
#include <string>

#include "service/http/answer.h"

namespace parapet::service {

class Outgoing {
public:
    enum class Progress : std::uint8_t { all_sent, waiting, broken };

    // `head` ends with the empty line.
    void set(std::string head, Answer body);
    void set(std::string head_and_body) { head_ = std::move(head_and_body); }
    // Sends as much as the socket takes at once, but of a stream not more than a few runs: who reads fast
    // must not keep a thread either.
    [[nodiscard]] Progress send(int socket);

    [[nodiscard]] bool empty() const { return head_.empty() && run_.empty() && source_ == nullptr; }
    // Octets in memory that wait to be sent.
    [[nodiscard]] std::size_t held() const { return head_.size() + owned_.size(); }
    [[nodiscard]] std::uint64_t sent() const { return sent_; }

private:
    [[nodiscard]] bool next_run();
    void took(std::size_t n);
    void clear();

    std::string head_;
    std::size_t head_sent_ = 0;
    Bytes owned_;
    ByteView run_;
    std::unique_ptr<ByteSource> source_;
    std::uint64_t source_left_ = 0;
    std::uint64_t sent_ = 0;
};

}  // namespace parapet::service
