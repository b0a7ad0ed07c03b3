#include "intake/plain/multipart.h"

#include <algorithm>
#include <optional>

namespace parapet::plain {
namespace {

constexpr Error kFault{Code::malformed, "not a form with files"};

Result<std::string> boundary_of(std::string_view content_type) {
    constexpr std::string_view kType = "multipart/form-data";
    constexpr std::string_view kKey = "boundary=";
    if (!content_type.starts_with(kType)) return kFault;
    const std::size_t at = content_type.find(kKey);
    if (at == std::string_view::npos) return kFault;
    std::string_view out = content_type.substr(at + kKey.size());
    out = out.substr(0, out.find(';'));
    if (out.size() >= 2 && out.front() == '"' && out.back() == '"') out = out.substr(1, out.size() - 2);
    if (out.empty() || out.size() > 70) return kFault;
    return std::string(out);
}

// The quoted value behind key=; browsers write %22, %0D and %0A for what could end it.
std::optional<std::string> parameter(std::string_view head, std::string_view key) {
    const std::string begin = std::string("; ") + std::string(key) + "=\"";
    const std::size_t at = head.find(begin);
    if (at == std::string_view::npos) return std::nullopt;
    head.remove_prefix(at + begin.size());
    const std::size_t end = head.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    std::string out(head.substr(0, end));
    for (const auto& [escaped, plain] : {std::pair{"%22", "\""}, {"%0D", ""}, {"%0A", ""}})
        for (std::size_t i = out.find(escaped); i != std::string::npos; i = out.find(escaped, i + 1))
            out.replace(i, 3, plain);
    return out;
}

std::string without_folders(std::string name) {
    if (const std::size_t slash = name.find_last_of("/\\"); slash != std::string::npos)
        name.erase(0, slash + 1);
    return name;
}

Status take_part(std::string_view head, std::string_view body, Multipart& out) {
    if (out.fields.count() + out.files.size() == kMostFields)
        return Error{Code::too_large, "a form with too many fields"};
    const std::optional<std::string> name = parameter(head, "name");
    if (!name) return kFault;
    const std::optional<std::string> file = parameter(head, "filename");
    if (!file) {
        out.fields.add(*name, std::string(body));
    } else if (!file->empty() || !body.empty()) {
        out.files.push_back({without_folders(*file), view(body)});
    }
    return Done{};
}

// Takes the next part off the rest, which begins behind a boundary.
struct Part {
    std::string_view head;
    std::string_view body;
};
Result<Part> take_next(std::string_view& rest, const std::string& between) {
    if (!rest.starts_with("\r\n")) return kFault;
    rest.remove_prefix(2);
    const std::size_t head = rest.find("\r\n\r\n");
    if (head == std::string_view::npos) return kFault;
    const std::size_t end = rest.find(between, head + 2);
    if (end == std::string_view::npos || end < head + 4) return kFault;
    const Part out{rest.substr(0, head), rest.substr(head + 4, end - head - 4)};
    rest.remove_prefix(end + between.size());
    return out;
}

bool begins_a_file(std::string_view rest) {
    const std::size_t head = rest.find("\r\n\r\n");
    return head != std::string_view::npos && parameter(rest.substr(0, head), "filename").has_value();
}

// Parts until one where `stop` says so; malformed where none does and the form has no end.
template <class Stop>
Result<Multipart> take_parts(std::string_view content_type, ByteView body, Stop stop) {
    TRY(const std::string boundary, boundary_of(content_type));
    const std::string first = "--" + boundary;
    std::string_view rest = text(body);
    if (!rest.starts_with(first)) return kFault;
    rest.remove_prefix(first.size());
    Multipart out;
    while (!stop(rest)) {
        TRY(const Part part, take_next(rest, "\r\n" + first));
        TRY_(take_part(part.head, part.body, out));
    }
    return out;
}

}  // namespace

Result<Multipart> parse_multipart(std::string_view content_type, ByteView body) {
    return take_parts(content_type, body, [](std::string_view rest) { return rest.starts_with("--"); });
}

Result<Fields> fields_before_files(std::string_view content_type, ByteView beginning) {
    TRY(Multipart out, take_parts(content_type, beginning, begins_a_file));
    return std::move(out.fields);
}

}  // namespace parapet::plain
