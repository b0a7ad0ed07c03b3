// A request from its first octet: the gate's frame, then the HTTP library and the table. Whatever comes,
// there is one whole response with the fixed fields and nothing after it.
#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "service/http/exchange.h"
#include "service/http/fixed_fields.h"
#include "service/http/frame.h"

namespace parapet::service {
namespace {

struct App {};

Answer hello(App&, const Request&) { return Answer::json("{}"); }
Answer echo(App&, const Request& request) { return Answer::octets(request.body); }

constexpr std::array kRoutes{
    Route<App>{Method::get, "/hello", Who::anyone, 0, hello},
    Route<App>{Method::post, "/echo", Who::anyone, 64 * kKiB, echo},
};

std::string sent(Outgoing& out) {
    std::array<int, 2> ends{};
    INVARIANT(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
    INVARIANT(out.send(ends[0]) == Outgoing::Progress::all_sent);
    ::close(ends[0]);
    std::string all;
    std::array<char, 4096> buffer{};
    for (ssize_t n = 0; (n = ::read(ends[1], buffer.data(), buffer.size())) > 0;)
        all.append(buffer.data(), static_cast<std::size_t>(n));
    ::close(ends[1]);
    return all;
}

void check_whole(const std::string& response, const std::string& fixed) {
    INVARIANT(response.starts_with("HTTP/1.1 "));
    INVARIANT(response.find(fixed) != std::string::npos);
    const std::size_t end = response.find("\r\n\r\n");
    INVARIANT(end != std::string::npos);
    constexpr std::string_view kLength = "Content-Length: ";
    const std::size_t at = response.find(kLength);
    INVARIANT(at < end && response.find(kLength, at + 1) == std::string::npos);
    const std::size_t length = std::stoul(response.substr(at + kLength.size()));
    const std::size_t after = response.size() - end - 4;
    INVARIANT(after == length || after == 0);  // none: the answer to HEAD
}

void try_request(ByteView in) {
    App app;
    const Table<App> table(app, kRoutes);
    const Served served{table, fixed_fields(kNoPagePolicy), nullptr};
    Exchange exchange(served);
    const Limits limits;
    const std::size_t head = head_size(in, 0);
    for (const std::size_t seen : {head / 2, head == 0 ? 0 : head - 1})
        INVARIANT(head_size(in, seen) == head);
    if (head == 0 || head > limits.head_octets) return;
    const Result<Frame> frame = read_frame(in.first(head), limits);
    Outgoing out;
    if (!frame.ok()) {
        exchange.refuse(400, frame.error(), out);
    } else {
        const ByteView rest = in.subspan(head);
        if (frame->body > rest.size() || frame->body > limits.gathered_body) return;
        MemorySource body(rest.first(static_cast<std::size_t>(frame->body)));
        (void)exchange.run(in.first(head), body, out);
    }
    check_whole(sent(out), served.fixed);
}

}  // namespace
}  // namespace parapet::service

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    parapet::service::try_request({data, size});
    return 0;
}
