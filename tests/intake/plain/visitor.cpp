#include "tests/intake/plain/visitor.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace parapet::plain::testing {
namespace {

std::string encode(const std::string& in) {
    std::string out;
    for (const char c : in) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            out += c;
        else
            out += "%" + to_hex(view(std::string_view(&c, 1)));
    }
    return out;
}

// The same for every visitor, and read once: it took a third of what these tests take.
const Offered& offered() {
    static const Offered read = [] {
        const std::string root(PARAPET_ROOT);
        auto out = read_offered(root + "/intake/locales", root + "/intake/forms");
        INVARIANT(out.ok());
        return std::move(out).value();
    }();
    return read;
}

std::string attribute(const std::string& tag, const std::string& name) {
    const std::string begin = " " + name + "=\"";
    const std::size_t at = tag.find(begin);
    if (at == std::string::npos) return {};
    const std::size_t from = at + begin.size();
    return as_read(tag.substr(from, tag.find('"', from) - from));
}

bool is_sent(const std::string& tag) {
    const std::string type = attribute(tag, "type");
    if (type == "hidden" || type == "text") return true;
    return (type == "radio" || type == "checkbox") && tag.find(" checked") != std::string::npos;
}

}  // namespace

verify::RosterLines with_alternate() {
    verify::RosterLines out = cast::roster_lines();
    out.members.push_back(cast::member("alternate", {verify::Role::alternate, verify::Role::receives}, 7));
    return out;
}

verify::RosterLines with_keepers() {
    verify::RosterLines out = cast::roster_lines();
    out.escrow = 2;
    for (std::uint8_t n = 11; n <= 13; ++n)
        out.members.push_back(cast::member("keeper " + std::to_string(n), {verify::Role::custodian}, n));
    return out;
}

std::string as_read(std::string_view html) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> kEscapes{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}}};
    std::string out;
    while (!html.empty()) {
        const std::size_t plain = std::min(html.find('&'), html.size());
        out += html.substr(0, plain);
        html.remove_prefix(plain);
        if (html.empty()) break;
        const auto escape =
            std::ranges::find_if(kEscapes, [&](const auto& one) { return html.starts_with(one.first); });
        out += escape == kEscapes.end() ? '&' : escape->second;
        html.remove_prefix(escape == kEscapes.end() ? 1 : escape->first.size());
    }
    return out;
}

Visitor::Visitor(const verify::RosterLines& roster)
    : own_loopback_(std::make_unique<intake::testing::Loopback>(roster)), loopback_(own_loopback_.get()) {
    start_gateway(/*reaches_intake=*/true);
}

Visitor::Visitor(Visitor& beside) : loopback_(beside.loopback_) { start_gateway(/*reaches_intake=*/true); }

void Visitor::start_gateway(bool reaches_intake) {
    const std::string there = service::write_address(loopback_->server.address());
    gateway_.emplace(offered(), "http://" + (reaches_intake ? there : "127.0.0.1:1"),
                     loopback_->office.root.fingerprint().print(), loopback_->world.folder() / ".", random_,
                     [this] {
                         const verify::UnixTime now = loopback_->world.now();
                         return verify::UnixTime{now.seconds + static_cast<std::uint64_t>(wrong_by_)};
                     });
}

void Visitor::come() {
    const service::Table<Gateway> table(*gateway_, kRoutes);
    take(answer(table, {.method = service::Method::get, .path = "/"}));
}

void Visitor::take(service::Answer answer) {
    refused_ = answer.error().has_value();
    saved_.reset();
    if (!answer.saved_as().empty()) {
        const std::unique_ptr<service::ByteSource> stream = answer.take_stream();
        const Bytes octets =
            stream != nullptr ? service::read_whole(*stream, service::kGiB).value() : answer.take_octets();
        saved_ = ChosenFile{answer.saved_as(), std::string(text(octets))};
        return;
    }
    page_ = std::string(text(answer.body()));
}

void Visitor::post(const std::string& body, const std::string& type) {
    const service::Table<Gateway> table(*gateway_, kRoutes);
    service::Request request;
    request.method = service::Method::post;
    request.path = type.starts_with("multipart") ? "/2" : "/";
    request.field(service::Field::content_type) = type;
    last_body_ = body;
    last_type_ = type;
    take(answer(table, std::move(request), view(body)));
}

void Visitor::send_again() { post(std::string(last_body_), std::string(last_type_)); }

void Visitor::turned_away(Error why, std::size_t gathered) {
    const service::Table<Gateway> table(*gateway_, kRoutes, nullptr, nullptr, {}, form_not_taken);
    service::Request request;
    request.field(service::Field::content_type) = last_type_;
    take(table.turn_away(request, view(last_body_).first(std::min(gathered, last_body_.size())), why));
}

bool Visitor::reads(std::string_view name, const reporter::Words& values) const {
    return as_read(page_).find(english().say(name, values)) != std::string::npos;
}

// In the order of the page, and behind it what the page has no field for.
Visitor::Pairs Visitor::on_the_page(const Typed& typed) const {
    Pairs out;
    Typed left = typed;
    const auto add = [&](const std::string& name, const std::string& value) {
        const auto one = typed.find(name);
        if (one == typed.end()) {
            out.emplace_back(name, value);
        } else if (left.erase(name) == 1) {
            out.emplace_back(name, one->second);
        }
    };
    // By hand: std::regex takes a stack frame for each letter of a long text, and ages under the sanitizers.
    for (std::size_t at = page_.find('<'); at != std::string::npos; at = page_.find('<', at + 1)) {
        const std::string tag = page_.substr(at, page_.find('>', at) - at);
        if (tag.starts_with("<input ") && is_sent(tag)) add(attribute(tag, "name"), attribute(tag, "value"));
        if (!tag.starts_with("<textarea ")) continue;
        const std::size_t from = at + tag.size() + 2;  // the line feed behind the tag is not part of the text
        add(attribute(tag, "name"), as_read(page_.substr(from, page_.find('<', from) - from)));
    }
    for (const auto& [name, value] : left) out.emplace_back(name, value);
    return out;
}

std::string Visitor::field(const std::string& name) const {
    for (const auto& [one, value] : on_the_page({}))
        if (one == name) return value;
    return {};
}

std::string Visitor::button(const std::string& words) const {
    for (std::size_t at = page_.find("<button "); at != std::string::npos;
         at = page_.find("<button ", at + 1)) {
        const std::size_t from = page_.find('>', at) + 1;
        if (as_read(page_.substr(from, page_.find('<', from) - from)) == words)
            return attribute(page_.substr(at, from - at), "value");
    }
    return {};
}

void Visitor::press(const std::string& to, const Typed& typed) {
    if (page_.find("multipart/form-data") != std::string::npos) return press_with_files(to, typed, {});
    save(to, typed);
}

void Visitor::save(const std::string& to, const Typed& typed) {
    std::string body = "to=" + encode(to);
    for (const auto& [name, value] : on_the_page(typed)) body += "&" + encode(name) + "=" + encode(value);
    post(body);
}

void Visitor::press_with_files(const std::string& to, const Typed& typed,
                               const std::vector<ChosenFile>& files) {
    std::string body;
    const auto part = [&](const std::string& head, const std::string& value) {
        body += "--limit\r\nContent-Disposition: form-data; name=" + head + "\r\n\r\n" + value + "\r\n";
    };
    part("\"to\"", to);
    for (const auto& [key, value] : on_the_page(typed)) part("\"" + key + "\"", value);
    for (const ChosenFile& file : files) part("\"files\"; filename=\"" + file.name + "\"", file.octets);
    if (files.empty()) part("\"files\"; filename=\"\"", "");
    post(body + "--limit--\r\n", "multipart/form-data; boundary=limit");
}

// By hand, as above.
std::string Visitor::code() const {
    static constexpr std::string_view kBefore = "<li><bdi dir=\"ltr\">";
    std::string out;
    for (std::size_t at = page_.find(kBefore); at != std::string::npos; at = page_.find(kBefore, at + 1))
        out += page_.substr(at + kBefore.size(), 4);
    return out;
}

Typed Visitor::groups_of(const std::string& code) const {
    Typed out;
    for (const std::string name : {"group.a", "group.b"}) {
        const std::size_t label = page_.find("for=\"" + name + "\">");
        if (label == std::string::npos) continue;
        const std::size_t number = page_.find_first_of("12345678", label);
        out[name] = code.substr(4 * static_cast<std::size_t>(page_.at(number) - '1'), 4);
    }
    return out;
}

std::string Visitor::reach_ask(const std::string& story) {
    come();
    press("form:misconduct");
    press("next");
    press("next", {{"q.what", story}});
    for (int i = 0; i < 3; ++i) press("next");
    INVARIANT(reads("check.title"));
    press("code");
    std::string out = code();
    INVARIANT(out.size() == keys::kReceiptDigits);
    press("ask");
    return out;
}

std::string Visitor::reach_files(const std::string& story) {
    std::string out = reach_ask(story);
    press("kept", groups_of(out));
    INVARIANT(reads("files.title"));
    return out;
}

std::string Visitor::send_report(const std::string& story, const std::vector<ChosenFile>& files) {
    std::string out = reach_files(story);
    press_with_files("send", {}, files);
    INVARIANT(reads("sent.title"));
    return out;
}

void Visitor::open(const std::string& code) {
    come();
    press("enter");
    press("case", {{"typed", code}});
}

std::vector<reporter::SentBefore> Visitor::held_under(const std::string& code) {
    const keys::ReporterKeys keys = keys::ReporterKeys::derive(keys::Receipt::read(view(code)).value(),
                                                               loopback_->office.root.deployment());
    const reporter::Holder holder{loopback_->office, keys};
    const reporter::Mailbox mailbox = reporter::look(loopback_->client, holder).value();
    return reporter::all_own(loopback_->client, holder, mailbox).value();
}

}  // namespace parapet::plain::testing
