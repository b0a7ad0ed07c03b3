// What a handler answers: octets, JSON, a file of the site, a stream, or an Error. Never a status number;
// the one place that turns an Error into one is status.cpp.
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "service/http/bytes_in_runs.h"
#include "service/http/request.h"

namespace parapet::service {

class Answer {
public:
    // A refusal: {"error":"<code>"} and nothing else. Implicit, so that TRY works in a handler.
    Answer(Error error);  // NOLINT(google-explicit-constructor)

    // The same in words of its own, for a person who sees it in their browser.
    [[nodiscard]] static Answer refusal(Error error, std::string_view html);
    // With one number that a client acts on: {"error":"wait","seconds":90}. At most nine digits.
    [[nodiscard]] static Answer refusal(Error error, std::string_view figure, std::uint64_t value);
    // In words that are the same for all; the page outlives the server. A refusal in words keeps its own.
    void say(std::string_view html);
    [[nodiscard]] static Answer octets(Bytes body);
    [[nodiscard]] static Answer json(std::string_view body);
    [[nodiscard]] static Answer html(std::string_view body);
    // A view that outlives the server: a file of the site, or what gzip made of it.
    enum class Coding : std::uint8_t { none, gzip };
    [[nodiscard]] static Answer file(ByteView body, std::string_view content_type,
                                     Coding coding = Coding::none);
    // Sent as the client takes it, no thread waiting. When the source fails midway the connection ends
    // short of the announced length, which every client refuses.
    [[nodiscard]] static Answer stream(std::unique_ptr<ByteSource> source);
    // For a browser to save under this name and never to show: octets of no type, and where they are opened
    // as a page all the same, one in which nothing runs. The name is somebody else's, in UTF-8.
    void save_as(std::string name) { saved_as_ = std::move(name); }

    [[nodiscard]] const std::optional<Error>& error() const { return error_; }
    [[nodiscard]] std::string_view content_type() const { return content_type_; }
    [[nodiscard]] Coding coding() const { return coding_; }
    [[nodiscard]] const std::string& saved_as() const { return saved_as_; }  // empty: it is shown
    [[nodiscard]] std::uint64_t size() const;
    // The body in memory; empty for a stream.
    [[nodiscard]] ByteView body() const;
    // The stream, or null. Taking it leaves the answer without a body.
    [[nodiscard]] std::unique_ptr<ByteSource> take_stream();
    // The octets it owns; empty for a view or a stream.
    [[nodiscard]] Bytes take_octets();
    [[nodiscard]] bool owns_octets() const { return std::holds_alternative<Bytes>(body_); }

private:
    using Held = std::variant<Bytes, ByteView, std::unique_ptr<ByteSource>>;
    Answer(Held body, std::string_view content_type) : body_(std::move(body)), content_type_(content_type) {}

    Held body_;
    std::string_view content_type_;
    Coding coding_ = Coding::none;
    std::string saved_as_;
    std::optional<Error> error_;
};

}  // namespace parapet::service
