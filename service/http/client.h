// The asking side, for clients and the desk: blocking, one connection kept open between requests.
//
// A refusal of the service comes back as its Code, as if the handler had been called here. Plain HTTP: what
// travels is sealed already, and the way is a loopback, an onion service or a proxy that ends TLS.
// Not given: redirects, cookies, compression, retries. Whoever asks again knows whether it may.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "service/http/bytes_in_runs.h"

namespace parapet::service {

// Octets that went, of how many. Called on the asking thread, at most once a run.
using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

// Used by one thread at a time.
class Client {
public:
    struct Settings {
        std::chrono::milliseconds connect_within{10'000};
        std::chrono::milliseconds silent_at_most{60'000};  // between two octets of an answer
        std::uint64_t largest_answer = 64 * 1024 * 1024;   // held in memory; download() has no limit
    };

    // `origin` is http://host or http://host:port, with nothing after it. configuration otherwise.
    [[nodiscard]] static Result<Client> to(std::string_view origin, const Settings& settings);
    [[nodiscard]] static Result<Client> to(std::string_view origin) { return to(origin, Settings{}); }
    Client(Client&&) noexcept;
    Client& operator=(Client&&) noexcept;
    ~Client();

    // The body of the answer. unreachable: nobody answered, or the connection broke, and whether the
    // request was acted on is not known. unavailable: what answered is not a service of ours.
    [[nodiscard]] Result<Bytes> get(std::string_view path);
    [[nodiscard]] Result<Bytes> post(std::string_view path, ByteView body, const Progress& progress = {});
    // A body too large for memory. An error of the source is returned as it is.
    [[nodiscard]] Result<Bytes> upload(std::string_view path, ByteSource& body,
                                       const Progress& progress = {});
    // An answer too large for memory: `take` gets it run by run, and may end it by an error, which is
    // returned. Nothing is taken of a refusal. truncated: it ended before its announced length.
    using Take = std::function<Status(ByteView run)>;
    [[nodiscard]] Status download(std::string_view path, ByteView body, const Take& take,
                                  const Progress& progress = {});

    // The number that came with the last refusal; 0 when none did.
    [[nodiscard]] std::uint64_t last_figure() const;

private:
    class Http;
    explicit Client(std::unique_ptr<Http> http);
    std::unique_ptr<Http> http_;
};

}  // namespace parapet::service
