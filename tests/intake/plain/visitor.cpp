#include "tests/intake/plain/visitor.h"

#include <regex>

namespace parapet::plain::testing {
namespace {

std::string encode(const std::string& in) {
    std::string out;
    for (const char c : in) out += "%" + to_hex(view(std::string_view(&c, 1)));
    return out;
}

Offered offered() {
    const std::string root(PARAPET_ROOT);
    auto out = read_offered(root + "/intake/locales", root + "/intake/forms");
    INVARIANT(out.ok());
    return std::move(out).value();
}

}  // namespace

std::string as_read(std::string html) {
    for (const auto& [escaped, plain] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}})
        for (std::size_t at = html.find(escaped); at != std::string::npos;
             at = html.find(escaped, at + std::string_view(plain).size()))
            html.replace(at, std::string_view(escaped).size(), plain);
    return html;
}

Visitor::Visitor() {
    gateway_.emplace(offered(), "http://" + service::write_address(loopback_.server.address()),
                     loopback_.office.root.fingerprint().print(), random_,
                     [this] { return loopback_.world.now(); });
}

void Visitor::come() {
    const service::Table<Gateway> table(*gateway_, kRoutes);
    take(answer(table, {.method = service::Method::get, .path = "/"}));
}

void Visitor::take(service::Answer answer) {
    refused_ = answer.error().has_value();
    page_ = std::string(text(answer.body()));
}

void Visitor::post(const std::string& body, const std::string& type) {
    const service::Table<Gateway> table(*gateway_, kRoutes);
    service::Request request;
    request.method = service::Method::post;
    request.path = type.starts_with("multipart") ? "/2" : "/";
    request.field(service::Field::content_type) = type;
    take(answer(table, std::move(request), view(body)));
}

std::vector<std::pair<std::string, std::string>> Visitor::hidden() const {
    static const std::regex kInput("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    std::vector<std::pair<std::string, std::string>> out;
    for (std::sregex_iterator at(page_.begin(), page_.end(), kInput), end; at != end; ++at)
        out.emplace_back((*at)[1].str(), as_read((*at)[2].str()));
    return out;
}

void Visitor::press(const std::string& to, const std::map<std::string, std::string>& typed) {
    std::string body = "to=" + encode(to);
    for (const auto& [name, value] : hidden()) body += "&" + encode(name) + "=" + encode(value);
    for (const auto& [name, value] : typed) body += "&" + encode(name) + "=" + encode(value);
    post(body);
}

void Visitor::press_with_file(const std::string& to, const std::map<std::string, std::string>& typed,
                              const std::string& name, const std::string& octets) {
    std::string body;
    const auto part = [&](const std::string& head, const std::string& value) {
        body += "--limit\r\nContent-Disposition: form-data; name=" + head + "\r\n\r\n" + value + "\r\n";
    };
    part("\"to\"", to);
    for (const auto& [key, value] : hidden()) part("\"" + key + "\"", value);
    for (const auto& [key, value] : typed) part("\"" + key + "\"", value);
    part("\"files\"; filename=\"" + name + "\"", octets);
    post(body + "--limit--\r\n", "multipart/form-data; boundary=limit");
}

std::string Visitor::code() const {
    static const std::regex kGroup("<li><bdi dir=\"ltr\">([0-9]{4})</bdi></li>");
    std::string out;
    for (std::sregex_iterator at(page_.begin(), page_.end(), kGroup), end; at != end; ++at)
        out += (*at)[1].str();
    return out;
}

std::map<std::string, std::string> Visitor::groups_of(const std::string& code) const {
    static const std::regex kAsked("for=\"(group\\.[ab])\">[^0-9]*([1-8])");
    std::map<std::string, std::string> out;
    for (std::sregex_iterator at(page_.begin(), page_.end(), kAsked), end; at != end; ++at)
        out[(*at)[1].str()] = code.substr(4 * static_cast<std::size_t>((*at)[2].str()[0] - '1'), 4);
    return out;
}

}  // namespace parapet::plain::testing
