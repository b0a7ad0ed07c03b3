#include "service/http/status.h"

#include <algorithm>
#include <charconv>

namespace parapet::service {

namespace {

// What may follow the code: nothing, or `,"<name>":<number>`.
std::optional<std::uint64_t> read_figure(std::string_view rest) {
    if (rest.empty()) return 0;
    constexpr std::string_view kBefore = ",\"";
    constexpr std::string_view kBetween = "\":";
    constexpr std::size_t kDigits = 9;
    if (!rest.starts_with(kBefore)) return std::nullopt;
    rest.remove_prefix(kBefore.size());
    const std::size_t end = rest.find(kBetween);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    const std::string_view name = rest.substr(0, end), digits = rest.substr(end + kBetween.size());
    if (!std::ranges::all_of(name, [](char c) { return c >= 'a' && c <= 'z'; })) return std::nullopt;
    if (digits.empty() || digits.size() > kDigits || (digits.size() > 1 && digits[0] == '0'))
        return std::nullopt;
    std::uint64_t out = 0;
    const auto [stop, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (failed != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
    return out;
}

}  // namespace

int status_of(Code code) {
    switch (code) {
        case Code::malformed:
        case Code::trailing_bytes:
        case Code::not_canonical:
        case Code::unknown_version:
        case Code::receipt_length:
        case Code::receipt_character:
        case Code::receipt_check:
        case Code::wrong_type:
        case Code::too_many_signatures:
        case Code::bad_header:
        case Code::bad_length:
        case Code::truncated:
        case Code::padding:
        case Code::content_schema:
            return 400;
        case Code::bad_signature:
        case Code::unknown_signer:
        case Code::threshold:
        case Code::bad_key:
        case Code::wrong_deployment:
        case Code::wrong_fingerprint:
        case Code::expired:
        case Code::not_yet_valid:
        case Code::rolled_back:
        case Code::roles_overlap:
        case Code::unknown_roster:
        case Code::commitment:
        case Code::decrypt:
        case Code::inner_signature:
        case Code::wrong_author:
        case Code::wrong_case:
        case Code::core_hash:
        case Code::wraps_hash:
        case Code::not_a_recipient:
        case Code::bad_challenge:
        case Code::challenge_expired:
        case Code::challenge_used:
        case Code::wrong_origin:
        case Code::body_hash:
        case Code::bad_proof:
        case Code::wrong_tag:
        case Code::wrong_time:
        case Code::wrong_passphrase:
        case Code::kdf_limits:
        case Code::bad_share:
        case Code::forbidden:
        case Code::recused:
            return 403;
        case Code::not_found:
            return 404;
        case Code::method_not_allowed:
            return 405;
        case Code::forked:
        case Code::duplicate:
        case Code::incomplete:
        case Code::out_of_order:
            return 409;
        case Code::too_large:
            return 413;
        case Code::busy:
        case Code::wait:
        case Code::closed:
        case Code::unavailable:
            return 503;
        case Code::puzzle:
            return 428;
        case Code::storage_full:
            return 507;
        case Code::storage:
        case Code::storage_key:
        case Code::storage_newer:
        case Code::io:
        case Code::permissions:
        case Code::configuration:
        case Code::address_in_use:
        case Code::unreachable:
        case Code::memory_lock:
            return 500;
    }
    return 500;
}

std::optional<Refusal> read_refusal(std::string_view body) {
    constexpr std::string_view kBefore = "{\"error\":\"";
    constexpr std::string_view kAfter = "}";
    if (!body.starts_with(kBefore) || !body.ends_with(kAfter)) return std::nullopt;
    body.remove_prefix(kBefore.size());
    body.remove_suffix(kAfter.size());
    const std::size_t end = body.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    const auto code = std::ranges::find(kCodeNames, body.substr(0, end));
    if (code == kCodeNames.end()) return std::nullopt;
    const std::optional<std::uint64_t> figure = read_figure(body.substr(end + 1));
    if (!figure.has_value()) return std::nullopt;
    return Refusal{static_cast<Code>(code - kCodeNames.begin()), *figure};
}

}  // namespace parapet::service
