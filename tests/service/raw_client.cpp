#include "tests/service/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace parapet::service::testing {

RawClient::RawClient(const Address& address) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(address.port);
    ::inet_pton(AF_INET, address.host.c_str(), &to.sin_addr);
    if (::connect(socket_.number(), reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) socket_.close();
    const int on = 1;
    ::setsockopt(socket_.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const timeval patience{5, 0};
    ::setsockopt(socket_.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

bool RawClient::send(std::string_view octets) {
    while (!octets.empty()) {
        const ssize_t n = ::send(socket_.number(), octets.data(), octets.size(), MSG_NOSIGNAL);
        if (n <= 0) return false;
        octets.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

bool RawClient::more(std::chrono::steady_clock::time_point until) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd wanted{socket_.number(), POLLIN, 0};
    if (left.count() <= 0 || ::poll(&wanted, 1, static_cast<int>(left.count())) <= 0) return false;
    std::array<char, 65536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    const ssize_t n = ::recv(socket_.number(), buffer.data(), buffer.size(), 0);
    if (n <= 0) {
        socket_.close();
        return false;
    }
    in_.append(buffer.data(), static_cast<std::size_t>(n));
    return true;
}

RawResponse RawClient::receive(std::chrono::milliseconds within) {
    const auto until = std::chrono::steady_clock::now() + within;
    std::size_t end = 0;
    while ((end = in_.find("\r\n\r\n")) == std::string::npos) {
        if (!more(until)) return {};
    }
    RawResponse out;
    std::size_t at = in_.find("\r\n");
    const int status = std::stoi(in_.substr(9, 3));
    while (at < end) {
        const std::size_t next = in_.find("\r\n", at + 2);
        const std::string line = in_.substr(at + 2, next - at - 2);
        const std::size_t colon = line.find(": ");
        std::string name = line.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        out.fields[name] = line.substr(colon + 2);
        at = next;
    }
    in_.erase(0, end + 4);
    const std::size_t length =
        out.fields.contains("content-length") && status >= 200 ? std::stoul(out.fields["content-length"]) : 0;
    while (in_.size() < length) {
        if (!more(until)) return {};
    }
    out.body = in_.substr(0, length);
    in_.erase(0, length);
    out.status = status;
    return out;
}

std::string_view RawClient::receive_until(char last) {
    in_.clear();
    std::array<char, 4096> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    while (!in_.ends_with(last)) {
        const ssize_t n = ::recv(socket_.number(), buffer.data(), buffer.size(), 0);
        if (n <= 0) return {};
        in_.append(buffer.data(), static_cast<std::size_t>(n));
    }
    return in_;
}

bool RawClient::ended(std::chrono::milliseconds within) {
    const auto until = std::chrono::steady_clock::now() + within;
    while (more(until)) in_.clear();
    return !connected();
}

std::string get(std::string_view path, std::string_view more_fields) {
    std::string out = "GET ";
    out.append(path).append(" HTTP/1.1\r\nHost: x\r\n").append(more_fields).append("\r\n");
    return out;
}

std::string post(std::string_view path, std::string_view body) {
    std::string out = "POST ";
    out.append(path).append(" HTTP/1.1\r\nHost: x\r\nContent-Length: ").append(std::to_string(body.size()));
    out.append("\r\n\r\n").append(body);
    return out;
}

RawResponse ask(const Address& address, std::string_view request) {
    RawClient client(address);
    client.send(request);
    return client.receive();
}

}  // namespace parapet::service::testing
