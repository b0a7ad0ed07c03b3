#include "service/http/exchange.h"

#include <httplib.h>

#include "service/http/status.h"

namespace parapet::service {

namespace {

// The library reads the head from here and writes the answer's head to here; it never sees the socket.
class HeadStream final : public httplib::Stream {
public:
    explicit HeadStream(ByteView head) : rest_(head) {}
    std::string written;

    bool is_readable() const override { return !rest_.empty(); }
    bool wait_readable() const override { return true; }
    bool wait_writable() const override { return true; }
    ssize_t read(char* to, size_t size) override {
        const std::size_t n = std::min(size, rest_.size());
        std::copy_n(rest_.begin(), n, to);
        rest_ = rest_.subspan(n);
        return static_cast<ssize_t>(n);
    }
    ssize_t write(const char* from, size_t size) override {
        written.append(from, size);
        return static_cast<ssize_t>(size);
    }
    // Addresses: nobody here knows the client's.
    void get_remote_ip_and_port(std::string&, int&) const override {}
    void get_local_ip_and_port(std::string&, int&) const override {}
    socket_t socket() const override { return INVALID_SOCKET; }
    time_t duration() const override { return 0; }

private:
    ByteView rest_;
};

Method method_of(const std::string& name) {
    if (name == "GET") return Method::get;
    if (name == "POST") return Method::post;
    return Method::other;
}

Request our_request(const httplib::Request& from) {
    Request out;
    out.method = method_of(from.method);
    out.path = from.target;
    for (std::size_t i = 0; i < kFieldNames.size(); ++i) {
        const auto [first, end] = from.headers.equal_range(std::string(kFieldNames[i]));
        // Given twice is as good as not given: which one counts would be a guess.
        if (std::distance(first, end) == 1) out.fields[i] = first->second;
    }
    return out;
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// Twice, as RFC 6266 says: for old readers what of the name is plain, for others the whole of it, as RFC 8187
// writes it. Nothing of a name can end the field or begin another.
std::string disposition(std::string_view name) {
    std::string plain;
    std::string whole;
    for (const char c : name) {
        plain += is_plain(c) ? c : '_';
        whole += is_plain(c) ? std::string(1, c) : "%" + to_hex(view(std::string_view(&c, 1)));
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
}

void describe(const Answer& answer, httplib::Response& out) {
    out.status = answer.error().has_value() ? status_of(answer.error()->code) : 200;
    out.set_header("Content-Type", std::string(answer.content_type()));
    if (answer.coding() == Answer::Coding::gzip) out.set_header("Content-Encoding", "gzip");
    if (!answer.saved_as().empty()) {
        out.set_header("Content-Disposition", disposition(answer.saved_as()));
        // Beside the one that every response carries: a browser keeps to both.
        out.set_header("Content-Security-Policy", "sandbox");
    }
    out.set_header("Content-Length", std::to_string(answer.size()));
}

}  // namespace

// Every request goes through the hook that the library asks before it routes: none of its own routing,
// body reading, file serving, ranges, multipart or upgrades is reached.
class Exchange::Http final : public httplib::Server {
public:
    explicit Http(const Served& served) : served_(served) {
        set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            answer_.emplace(why_not_
                                ? service::turn_away(served_.surface, our_request(request), *body_, *why_not_)
                                : service::answer(served_.surface, our_request(request), *body_));
            tell(response);
            return HandlerResponse::Handled;
        });
        // Only what the library itself refuses comes here without an answer.
        set_error_handler([this](const httplib::Request&, httplib::Response& response) {
            if (answer_.has_value()) return HandlerResponse::Unhandled;
            keep_ = false;
            answer_.emplace(response.status < 500 ? Error{Code::malformed, "request: head"}
                                                  : Error{Code::unavailable, "a handler failed"});
            response.headers.clear();
            tell(response);
            return HandlerResponse::Handled;
        });
        set_post_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            without_body_ = request.method == "HEAD";
            keep_ = keep_ && !served_.stopping && body_->off_the_wire() && request.version == "HTTP/1.1" &&
                    request.get_header_value("Connection") != "close";
            for (const char* name : {"Keep-Alive", "Accept-Ranges", "Connection"})
                response.headers.erase(name);
            if (!keep_) response.set_header("Connection", "close");
        });
        set_header_writer([this](httplib::Stream& to, httplib::Headers& fields) {
            to.write(served_.fixed.data(), served_.fixed.size());
            return httplib::detail::write_headers(to, fields);
        });
    }

    bool run(ByteView head, IncomingBody& body, const std::optional<Error>& why_not, Outgoing& out) {
        HeadStream stream(head);
        bool closed = false;
        body_ = &body;
        why_not_ = why_not;
        answer_.reset();
        keep_ = !why_not.has_value();
        if (!process_request(stream, {}, 0, {}, 0, false, closed, strip)) return false;
        if (!answer_.has_value()) return false;
        if (answer_->error().has_value()) count(answer_->error()->code);
        if (without_body_) {
            out.set(std::move(stream.written));
        } else {
            out.set(std::move(stream.written), std::move(*answer_));
        }
        return keep_ && !closed;
    }

    void tell(httplib::Response& response) {
        const std::string_view page = served_.surface.refusal_page();
        if (answer_->error().has_value() && !page.empty()) answer_->say(page);
        describe(*answer_, response);
    }

    void count(Code code) const {
        if (served_.refusals != nullptr) served_.refusals->count(code);
    }

private:
    // What would make the library do more than read a head.
    static void strip(httplib::Request& request) {
        request.ranges.clear();
        for (const char* name : {"Range", "Expect", "Upgrade"}) request.headers.erase(name);
        request.body_consumed_ = true;  // bodies are ours: it must not look for one to throw away
    }

    const Served& served_;
    // Of the request being answered:
    IncomingBody* body_ = nullptr;
    std::optional<Error> why_not_;
    std::optional<Answer> answer_;
    bool keep_ = true;
    bool without_body_ = false;
};

Exchange::Exchange(const Served& served) : served_(served), http_(std::make_unique<Http>(served)) {}
Exchange::~Exchange() = default;

bool Exchange::run(ByteView head, IncomingBody& body, Outgoing& out) {
    return answer(head, body, std::nullopt, out);
}

void Exchange::turn_away(ByteView head, ByteView gathered, Error why, Outgoing& out) {
    MemorySource body(gathered);
    (void)answer(head, body, why, out);
}

bool Exchange::answer(ByteView head, IncomingBody& body, const std::optional<Error>& why_not, Outgoing& out) {
    try {
        if (http_->run(head, body, why_not, out)) return true;
    } catch (...) {  // the library's, or out of memory: answered below
        out = Outgoing();
    }
    if (out.empty()) refuse(status_of(Code::malformed), Error{Code::malformed, "request: head"}, out);
    return false;
}

void Exchange::refuse(int status, Error error, Outgoing& out) const {
    http_->count(error.code);
    Answer answer(error);
    std::string head = "HTTP/1.1 " + std::to_string(status) + " " + httplib::status_message(status) + "\r\n" +
                       served_.fixed + "Content-Type: " + std::string(answer.content_type()) +
                       "\r\nContent-Length: " + std::to_string(answer.size()) +
                       "\r\nConnection: close\r\n\r\n";
    out.set(std::move(head), std::move(answer));
}

}  // namespace parapet::service
