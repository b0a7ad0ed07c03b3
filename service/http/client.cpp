#include "service/http/client.h"

#include <httplib.h>
#include <netinet/tcp.h>

#include <charconv>
#include <optional>
#include <utility>

#include "service/http/status.h"

namespace parapet::service {

namespace {

constexpr std::uint64_t kLargestRefusal = 1024;
constexpr std::uint64_t kNoLimit = ~std::uint64_t{0};
constexpr Error kBadOrigin{Code::configuration, "an origin is http://host or http://host:port"};
constexpr Error kUnreachable{Code::unreachable, "the service did not answer"};
constexpr Error kTooLarge{Code::too_large, "an answer is over the limit"};

struct Place {
    std::string host;
    int port = 80;
};

// While it is held together nothing short leaves, and what stands there leaves at once when it ends. A head
// and a short body then go as one, and a service's thread is woken once for them instead of twice.
void hold_together(socket_t socket, bool held) {
    const int on = held ? 1 : 0;
    if (socket != INVALID_SOCKET) (void)::setsockopt(socket, IPPROTO_TCP, TCP_CORK, &on, sizeof on);
}

Result<Place> read_origin(std::string_view origin) {
    constexpr std::string_view kScheme = "http://";
    if (!origin.starts_with(kScheme)) return kBadOrigin;
    origin.remove_prefix(kScheme.size());
    if (origin.find_first_of("/?#@ \r\n\t") != std::string_view::npos) return kBadOrigin;
    Place out;
    const std::size_t colon = origin.rfind(':');
    if (colon != std::string_view::npos && origin.find(']', colon) == std::string_view::npos) {
        const std::string_view digits = origin.substr(colon + 1);
        const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), out.port);
        if (failed != std::errc() || end != digits.data() + digits.size()) return kBadOrigin;
        if (out.port < 1 || out.port > 65535) return kBadOrigin;
        origin = origin.substr(0, colon);
    }
    if (origin.starts_with('[') && origin.ends_with(']')) origin = origin.substr(1, origin.size() - 2);
    if (origin.empty()) return kBadOrigin;
    out.host = origin;
    return out;
}

}  // namespace

class Client::Http {
public:
    Http(const Place& place, const Settings& settings)
        : client_(place.host, place.port), settings_(settings) {
        client_.set_keep_alive(true);
        client_.set_tcp_nodelay(true);
        client_.set_socket_options([this](socket_t opened) {
            if (with_body_) hold_together(opened, true);
        });
        client_.set_follow_location(false);
        client_.set_decompress(false);
        client_.set_connection_timeout(settings.connect_within);
        client_.set_read_timeout(settings.silent_at_most);
        client_.set_write_timeout(settings.silent_at_most);
    }

    Result<Bytes> whole(const char* method, std::string_view path, ByteSource* body,
                        const Progress& progress) {
        Bytes out;
        const auto keep = [&out](ByteView run) -> Status {
            put(out, run);
            return Done{};
        };
        TRY_(ask(method, path, body, keep, settings_.largest_answer, progress, {}));
        return out;
    }

    Status ask(const char* method, std::string_view path, ByteSource* body, const Take& take,
               std::uint64_t largest, const Progress& up, const Progress& down) {
        Exchange now;
        figure_ = 0;
        httplib::Request request;
        request.method = method;
        request.path = std::string(path);
        with_body_ = body != nullptr && body->size() > 0;
        if (body != nullptr) request.set_header("Content-Type", "application/octet-stream");
        if (with_body_) send_from(*body, up, now, request);
        receive_to(take, largest, down, now, request);
        httplib::Response response;
        auto failed = httplib::Error::Success;
        try {
            if (client_.send(request, response, failed)) return judge(now);
        } catch (...) {  // out of memory, or a path the library does not take
            return kUnreachable;
        }
        if (now.stopped_by.has_value()) return *now.stopped_by;
        if (now.refused && read_refusal(now.refusal).has_value()) return judge(now);
        if (now.announced) return Error{Code::truncated, "an answer broke off"};
        return kUnreachable;
    }

    [[nodiscard]] std::uint64_t figure() const { return figure_; }

private:
    struct Exchange {
        std::optional<Error> stopped_by;
        bool announced = false;  // the head of an answer came
        bool refused = false;
        std::string refusal;
        std::uint64_t received = 0;
    };

    void send_from(ByteSource& body, const Progress& progress, Exchange& now, httplib::Request& request) {
        const std::uint64_t all = body.size();
        hold_together(client_.socket(), true);
        request.content_length_ = all;
        request.content_provider_ = [this, &body, &progress, &now, all](size_t offset, size_t,
                                                                        httplib::DataSink& to) {
            const Result<ByteView> run = body.next();
            if (!run.ok()) {
                now.stopped_by = run.error();
            } else if (run->empty() || run->size() > all - offset) {
                now.stopped_by = Error{Code::truncated, "a body is not as long as announced"};
            }
            if (now.stopped_by.has_value()) {
                client_.stop();  // or the library waits for an answer to half a request
                return false;
            }
            if (!to.write(text(*run).data(), run->size())) return false;
            if (offset + run->size() == all) hold_together(client_.socket(), false);
            if (progress) progress(offset + run->size(), all);
            return true;
        };
    }

    static void receive_to(const Take& take, std::uint64_t largest, const Progress& progress, Exchange& now,
                           httplib::Request& request) {
        request.response_handler = [&now](const httplib::Response& head) {
            now.announced = true;
            now.refused = head.status != 200;
            return true;
        };
        request.content_receiver = [&take, &progress, &now, largest](const char* data, size_t n,
                                                                     std::uint64_t, std::uint64_t all) {
            if (now.refused) {
                if (now.refusal.size() + n <= kLargestRefusal) now.refusal.append(data, n);
                return true;
            }
            now.received += n;
            if (now.received > largest) {
                now.stopped_by = kTooLarge;
                return false;
            }
            const Status taken = take(view({data, n}));
            if (!taken.ok()) {
                now.stopped_by = taken.error();
                return false;
            }
            if (progress) progress(now.received, all);
            return true;
        };
    }

    Status judge(const Exchange& now) {
        if (!now.refused) return Done{};
        const auto refusal = read_refusal(now.refusal);
        if (!refusal.has_value()) return Error{Code::unavailable, "what answered is not a service of ours"};
        figure_ = refusal->figure;
        return Error{refusal->code, "the service refused"};
    }

    httplib::Client client_;
    Settings settings_;
    bool with_body_ = false;
    std::uint64_t figure_ = 0;
};

Client::Client(std::unique_ptr<Http> http) : http_(std::move(http)) {}
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;
Client::~Client() = default;

Result<Client> Client::to(std::string_view origin, const Settings& settings) {
    TRY(const Place place, read_origin(origin));
    return Client(std::make_unique<Http>(place, settings));
}

Result<Bytes> Client::get(std::string_view path) { return http_->whole("GET", path, nullptr, {}); }

Result<Bytes> Client::post(std::string_view path, ByteView body, const Progress& progress) {
    MemorySource source(body);
    return http_->whole("POST", path, &source, progress);
}

Result<Bytes> Client::upload(std::string_view path, ByteSource& body, const Progress& progress) {
    return http_->whole("POST", path, &body, progress);
}

Status Client::download(std::string_view path, ByteView body, const Take& take, const Progress& progress) {
    MemorySource source(body);
    return http_->ask("POST", path, &source, take, kNoLimit, {}, progress);
}

std::uint64_t Client::last_figure() const { return http_->figure(); }

}  // namespace parapet::service
