#include "service/http/socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>

namespace parapet::service {

namespace {

constexpr int kBacklog = 4096;
constexpr Error kBadAddress{Code::configuration,
                            "an address is numbers and a port: 127.0.0.1:8443 or [::1]:8443"};

union AnyAddress {
    sockaddr any;
    sockaddr_in v4;
    sockaddr_in6 v6;
};

Result<socklen_t> fill(const Address& from, AnyAddress& to) {
    to = {};
    if (::inet_pton(AF_INET, from.host.c_str(), &to.v4.sin_addr) == 1) {
        to.v4.sin_family = AF_INET;
        to.v4.sin_port = htons(from.port);
        return static_cast<socklen_t>(sizeof to.v4);
    }
    if (::inet_pton(AF_INET6, from.host.c_str(), &to.v6.sin6_addr) == 1) {
        to.v6.sin6_family = AF_INET6;
        to.v6.sin6_port = htons(from.port);
        return static_cast<socklen_t>(sizeof to.v6);
    }
    return kBadAddress;
}

}  // namespace

void Descriptor::close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
}

Result<Address> read_address(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return kBadAddress;
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    Address out;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), out.port);
    if (failed != std::errc() || end != digits.data() + digits.size()) return kBadAddress;
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
        if (host.find(':') == std::string_view::npos) return kBadAddress;
    } else if (host.find(':') != std::string_view::npos) {
        return kBadAddress;
    }
    out.host = std::string(host);
    AnyAddress checked;
    TRY_(fill(out, checked));
    return out;
}

std::string write_address(const Address& address) {
    const bool v6 = address.host.find(':') != std::string::npos;
    std::string out(v6 ? "[" : "");
    out += address.host;
    out += v6 ? "]:" : ":";
    out += std::to_string(address.port);
    return out;
}

Result<Listener> listen_at(const Address& address) {
    AnyAddress at;
    TRY(socklen_t size, fill(address, at));
    Descriptor socket(::socket(at.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (socket.number() < 0) return Error{Code::io, "no socket can be made"};
    const int on = 1;
    ::setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (at.any.sa_family == AF_INET6)
        ::setsockopt(socket.number(), IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    if (::bind(socket.number(), &at.any, size) != 0 || ::listen(socket.number(), kBacklog) != 0) {
        if (errno == EADDRINUSE)
            return Error{Code::address_in_use, "another program listens at this address already"};
        if (errno == EACCES) return Error{Code::permissions, "this user may not listen at this port"};
        return Error{Code::configuration, "this machine cannot listen at this address"};
    }
    if (::getsockname(socket.number(), &at.any, &size) != 0)
        return Error{Code::io, "the address listened at is unknown"};
    Listener out{std::move(socket), address};
    out.address.port = ntohs(at.any.sa_family == AF_INET ? at.v4.sin_port : at.v6.sin6_port);
    return out;
}

}  // namespace parapet::service
