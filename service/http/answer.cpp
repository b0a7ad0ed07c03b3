#include "service/http/answer.h"

namespace parapet::service {

namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kHtml = "text/html; charset=utf-8";

Bytes copied(std::string_view in) {
    Bytes out;
    put(out, in);
    return out;
}

Bytes begun_refusal(Error error) {
    Bytes out;
    put(out, "{\"error\":\"");
    put(out, error.name());
    put(out, "\"");
    return out;
}

Bytes whole_refusal(Error error) {
    Bytes out = begun_refusal(error);
    put(out, "}");
    return out;
}

}  // namespace

Answer::Answer(Error error) : body_(whole_refusal(error)), content_type_(kJson), error_(error) {}

Answer Answer::refusal(Error error, std::string_view html) {
    Answer out(error);
    out.body_ = copied(html);
    out.content_type_ = kHtml;
    return out;
}

Answer Answer::refusal(Error error, std::string_view figure, std::uint64_t value) {
    constexpr std::uint64_t kLargest = 999'999'999;
    Answer out(error);
    Bytes body = begun_refusal(error);
    put(body, ",\"");
    put(body, figure);
    put(body, "\":");
    put(body, std::to_string(std::min(value, kLargest)));
    put(body, "}");
    out.body_ = std::move(body);
    return out;
}

void Answer::say(std::string_view html) {
    if (content_type_ == kHtml) return;
    body_ = ByteView(reinterpret_cast<const std::uint8_t*>(html.data()), html.size());
    content_type_ = kHtml;
}

Answer Answer::octets(Bytes body) { return {Held(std::move(body)), "application/octet-stream"}; }
Answer Answer::json(std::string_view body) { return {Held(copied(body)), kJson}; }
Answer Answer::html(std::string_view body) { return {Held(copied(body)), kHtml}; }
Answer Answer::file(ByteView body, std::string_view content_type, Coding coding) {
    Answer out{Held(body), content_type};
    out.coding_ = coding;
    return out;
}
Answer Answer::stream(std::unique_ptr<ByteSource> source) {
    return {Held(std::move(source)), "application/octet-stream"};
}

std::uint64_t Answer::size() const {
    if (const auto* source = std::get_if<std::unique_ptr<ByteSource>>(&body_))
        return *source == nullptr ? 0 : (*source)->size();
    return body().size();
}

ByteView Answer::body() const {
    if (const auto* owned = std::get_if<Bytes>(&body_)) return *owned;
    if (const auto* seen = std::get_if<ByteView>(&body_)) return *seen;
    return {};
}

std::unique_ptr<ByteSource> Answer::take_stream() {
    auto* source = std::get_if<std::unique_ptr<ByteSource>>(&body_);
    return source == nullptr ? nullptr : std::move(*source);
}

Bytes Answer::take_octets() {
    auto* owned = std::get_if<Bytes>(&body_);
    return owned == nullptr ? Bytes{} : std::move(*owned);
}

}  // namespace parapet::service
