// A client that sends exactly the octets it is given: for what no well-behaved client would send.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "service/http/socket.h"

namespace parapet::service::testing {

struct RawResponse {
    int status = 0;                             // 0: no whole response came
    std::map<std::string, std::string> fields;  // names in lower case
    std::string body;
};

class RawClient {
public:
    explicit RawClient(const Address& address);
    // False when the server closed the connection.
    bool send(std::string_view octets);
    // One response, by its content-length. Status 0 when the connection ended or `within` passed before.
    [[nodiscard]] RawResponse receive(std::chrono::milliseconds within = std::chrono::seconds(5));
    // What comes until it ends with this octet, as it came, waiting 5 s at most for each part of it; empty
    // when the connection ended before. For a benchmark, whose client should cost next to nothing.
    [[nodiscard]] std::string_view receive_until(char last);
    // The server closed the connection within this time; what it still sends is thrown away.
    [[nodiscard]] bool ended(std::chrono::milliseconds within);
    [[nodiscard]] bool connected() const { return socket_.number() >= 0; }

private:
    bool more(std::chrono::steady_clock::time_point until);
    Descriptor socket_;
    std::string in_;
};

[[nodiscard]] std::string get(std::string_view path, std::string_view more_fields = {});
[[nodiscard]] std::string post(std::string_view path, std::string_view body);

// A connection, one request, its response.
[[nodiscard]] RawResponse ask(const Address& address, std::string_view request);

}  // namespace parapet::service::testing
