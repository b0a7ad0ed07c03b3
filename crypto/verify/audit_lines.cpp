#include <algorithm>
#include <array>

#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/note_text.h"

namespace parapet::verify {
namespace {

constexpr std::array<std::string_view, 12> kEventNames{
    "login",          "read",           "reply",         "note",        "grant",    "recuse",
    "unseal-request", "unseal-approve", "unseal-refuse", "unseal-open", "received", "config"};
// In the SPEC's list, but with lines that this version does not define.
constexpr std::array<std::string_view, 9> kLaterEvents{"export", "move",   "sign",    "revoke",     "batch",
                                                       "shred",  "backup", "restore", "witness-gap"};
constexpr std::array<std::string_view, 5> kPurposeNames{"intake", "assess", "decide", "review", "support"};

// What an event needs besides deployment, event, time, actor, nonce and, of a member, seen.
enum class Objects : std::uint8_t { none, one, some };
struct Needs {
    bool case_tag = false;
    Objects objects = Objects::none;
    bool purpose = false;
    bool to = false;
    bool hash = false;
    bool request = false;
    bool tag_key = false;
};

Needs needs_of(AuditEvent event) {
    switch (event) {
        case AuditEvent::login:
            return {};
        case AuditEvent::read:
            return {.case_tag = true, .objects = Objects::some, .purpose = true};
        case AuditEvent::reply:
            return {.case_tag = true, .objects = Objects::some};
        case AuditEvent::note:
            return {.case_tag = true, .objects = Objects::one};
        case AuditEvent::grant:
            return {.case_tag = true, .objects = Objects::some, .to = true};
        case AuditEvent::recuse:
            return {.case_tag = true};
        case AuditEvent::unseal_request:
            return {.case_tag = true, .objects = Objects::one, .purpose = true, .hash = true};
        case AuditEvent::unseal_approve:
            return {.case_tag = true, .objects = Objects::one, .to = true, .hash = true, .request = true};
        case AuditEvent::unseal_refuse:
            return {.case_tag = true, .objects = Objects::one, .hash = true, .request = true};
        case AuditEvent::unseal_open:
            return {.case_tag = true, .objects = Objects::one, .request = true};
        case AuditEvent::received:
            return {.case_tag = true, .objects = Objects::some, .tag_key = true};
        case AuditEvent::config:
            return {.hash = true};
    }
    return {};
}

bool count_fits(Objects needed, std::size_t n) {
    switch (needed) {
        case Objects::none:
            return n == 0;
        case Objects::one:
            return n == 1;
        case Objects::some:
            return n >= 1;
    }
    return false;
}

Result<AuditEvent> parse_event(std::string_view in) {
    for (std::size_t i = 0; i < kEventNames.size(); ++i)
        if (kEventNames[i] == in) return static_cast<AuditEvent>(i);
    if (std::ranges::find(kLaterEvents, in) != kLaterEvents.end())
        return Error{Code::unavailable, "an event that this version does not take"};
    return Error{Code::malformed, "an event that does not exist"};
}

Result<std::variant<Minute, Day>> parse_time(AuditEvent event, std::string_view in) {
    if (event == AuditEvent::received) {
        TRY(const Day day, Day::parse(in));
        return std::variant<Minute, Day>(day);
    }
    TRY(const Minute minute, Minute::parse(in));
    return std::variant<Minute, Day>(minute);
}

Result<Seen> parse_seen(std::string_view in) {
    const auto words = split_words(in, ' ');
    if (words.size() != 2) return Error{Code::malformed, "seen is a size and a root"};
    Seen out;
    TRY(out.size, parse_number(words[0]));
    TRY(out.root, value_from_base64<Hash>(words[1]));
    return out;
}

template <class F>
Status take_optional_hex(NoteText& in, std::string_view key, std::optional<F>& out) {
    if (const auto value = in.take_optional(key)) {
        TRY(out, value_from_hex<F>(*value));
    }
    return Done{};
}

std::string print_time(const std::variant<Minute, Day>& time) {
    return std::visit([](const auto& t) { return t.print(); }, time);
}

}  // namespace

std::string_view event_name(AuditEvent event) { return kEventNames[static_cast<std::size_t>(event)]; }

std::string_view purpose_name(Purpose purpose) { return kPurposeNames[static_cast<std::size_t>(purpose)]; }

Result<Purpose> parse_purpose(std::string_view in) {
    for (std::size_t i = 0; i < kPurposeNames.size(); ++i)
        if (kPurposeNames[i] == in) return static_cast<Purpose>(i);
    return Error{Code::malformed, "a purpose that does not exist"};
}

bool is_service_event(AuditEvent event) {
    return event == AuditEvent::received || event == AuditEvent::config;
}

bool may_sign(const Member& member, AuditEvent event) {
    const bool keeps = member.active() && member.roles.has(Role::custodian);
    switch (event) {
        case AuditEvent::unseal_approve:
        case AuditEvent::unseal_refuse:
            return keeps;
        case AuditEvent::login:
        case AuditEvent::recuse:
            return keeps || member.may_read();
        case AuditEvent::read:
        case AuditEvent::reply:
        case AuditEvent::note:
        case AuditEvent::grant:
        case AuditEvent::unseal_request:
        case AuditEvent::unseal_open:
            return member.may_read();
        case AuditEvent::received:
        case AuditEvent::config:
            break;
    }
    return false;
}

Result<AuditLines> AuditLines::parse(std::string_view text) {
    TRY(NoteText in, NoteText::open(text, kAuditType));
    AuditLines out;
    TRY(out.deployment, in.take_hex<DeploymentId>("deployment"));
    TRY(const std::string_view event, in.take("event"));
    TRY(out.event, parse_event(event));
    TRY(const std::string_view time, in.take("time"));
    TRY(out.time, parse_time(out.event, time));
    TRY(out.actor, in.take_hex<RecipientId>("actor"));
    TRY_(take_optional_hex(in, "case", out.case_tag));
    for (const std::string_view value : in.take_all("object")) {
        TRY(const LogTag tag, value_from_hex<LogTag>(value));
        out.objects.push_back(tag);
    }
    if (const auto value = in.take_optional("purpose")) {
        TRY(out.purpose, parse_purpose(*value));
    }
    TRY_(take_optional_hex(in, "to", out.to));
    TRY_(take_optional_hex(in, "hash", out.hash));
    TRY_(take_optional_hex(in, "request", out.request));
    TRY_(take_optional_hex(in, "tagkey", out.tag_key));
    TRY(out.nonce, in.take_hex<Nonce16>("nonce"));
    if (const auto value = in.take_optional("seen")) {
        TRY(out.seen, parse_seen(*value));
    }
    TRY_(in.finish());
    TRY_(out.check());
    return out;
}

Status AuditLines::check() const {
    const Needs needs = needs_of(event);
    const bool fits = case_tag.has_value() == needs.case_tag && count_fits(needs.objects, objects.size()) &&
                      purpose.has_value() == needs.purpose && to.has_value() == needs.to &&
                      hash.has_value() == needs.hash && request.has_value() == needs.request &&
                      tag_key.has_value() == needs.tag_key && seen.has_value() == !is_service_event(event) &&
                      std::holds_alternative<Day>(time) == (event == AuditEvent::received);
    if (!fits) return Error{Code::malformed, "not the lines that this event needs"};
    std::vector<LogTag> sorted = objects;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end())
        return Error{Code::malformed, "an object stands twice in a leaf"};
    return Done{};
}

std::string AuditLines::print() const {
    NoteWriter out(kAuditType);
    out.hex("deployment", deployment).line("event", event_name(event)).line("time", print_time(time));
    out.hex("actor", actor);
    if (case_tag) out.hex("case", *case_tag);
    for (const LogTag& tag : objects) out.hex("object", tag);
    if (purpose) out.line("purpose", purpose_name(*purpose));
    if (to) out.hex("to", *to);
    if (hash) out.hex("hash", *hash);
    if (request) out.hex("request", *request);
    if (tag_key) out.hex("tagkey", *tag_key);
    out.hex("nonce", nonce);
    if (seen) out.line("seen", std::to_string(seen->size) + " " + to_base64(seen->root));
    return out.finish();
}

}  // namespace parapet::verify
