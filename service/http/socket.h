// Owned descriptors, and the listening socket.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "crypto/base/result.h"

namespace parapet::service {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int number() const { return number_; }
    void close();

private:
    int number_ = -1;
};

// Where a service listens. Numbers only: a name would be looked up, and the look-up be seen.
struct Address {
    std::string host = "127.0.0.1";  // IPv4, or IPv6 without brackets
    std::uint16_t port = 0;          // 0: any free one
};

// "127.0.0.1:8443" or "[::1]:8443".
[[nodiscard]] Result<Address> read_address(std::string_view text);
[[nodiscard]] std::string write_address(const Address& address);

struct Listener {
    Descriptor socket;
    Address address;  // with the port that was found
};

// address_in_use, or configuration when this machine has no such address.
[[nodiscard]] Result<Listener> listen_at(const Address& address);

}  // namespace parapet::service
