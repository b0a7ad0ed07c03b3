// Who may ask the desk: the page it served itself, on this machine, and nobody else. Other pages in the same
// browser, other programs of other users, and names that were made to point at loopback are all refused
// before the body is read.
#pragma once

#include "crypto/base/secret.h"
#include "service/http/request.h"
#include "service/http/socket.h"

namespace parapet::desk {

class PageGuard {
public:
    explicit PageGuard(Random& random) : token_(Token::random(random)) {}
    // Once the port is known, before the first request.
    void listen_at(const service::Address& address) { authority_ = service::write_address(address); }

    // What is opened in a browser. The token stands in the fragment, which browsers never send.
    [[nodiscard]] std::string page_url() const;
    // forbidden unless Host is exactly this address, Origin, where there is one, this page's, and the header
    // carries the token. Compared in constant time.
    [[nodiscard]] Status admit(const service::Request& request) const;

private:
    using Token = Secret<32, struct PageTokenTag>;
    [[nodiscard]] std::string origin() const { return "http://" + authority_; }
    Token token_;
    std::string authority_;
};

}  // namespace parapet::desk
