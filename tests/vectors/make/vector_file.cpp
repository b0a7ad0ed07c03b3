#include "tests/vectors/make/vector_file.h"

#include "crypto/verify/utf8.h"

namespace parapet::vectors {
namespace {

struct Group {
    std::string folder;
    void (*write)(VectorFolder&);
};

std::vector<Group>& groups() {
    static std::vector<Group> all;
    return all;
}

}  // namespace

void VectorFolder::ok(const std::string& fact, const std::string& about, Json in, Json ok) {
    add(fact, Json{{"about", about}, {"in", std::move(in)}, {"ok", std::move(ok)}});
}

void VectorFolder::refused(const std::string& fault, const std::string& about, Json in, Code code) {
    add(fault, Json{{"about", about}, {"in", std::move(in)}, {"refused", std::string(code_name(code))}});
}

void VectorFolder::add(const std::string& name, const Json& content) {
    put_file(name + ".json", content.dump(1) + "\n");
}

void VectorFolder::binary(const std::string& name, ByteView content) {
    put_file(name + ".bin", std::string(text(content)));
}

void VectorFolder::put_file(const std::string& name, std::string content) {
    INVARIANT(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string::npos);
    INVARIANT(files_.emplace(name, std::move(content)).second);
}

Registered::Registered(std::string folder, void (*write)(VectorFolder&)) {
    groups().push_back({std::move(folder), write});
}

std::map<std::string, std::string> write_all() {
    std::map<std::string, std::string> out;
    for (const Group& group : groups()) {
        VectorFolder folder;
        group.write(folder);
        const std::string prefix = group.folder.empty() ? "" : group.folder + "/";
        for (const auto& [name, content] : folder.files())
            INVARIANT(out.emplace(prefix + name, content).second);
    }
    return out;
}

Json hex(ByteView in) { return to_hex(in); }
Json hex(std::string_view text) { return to_hex(view(text)); }

Json octets(ByteView in) {
    if (in.empty() || !verify::is_plain_utf8(text(in))) return hex(in);
    return Json{{"text", text(in)}};
}

Json packed(ByteView in) {
    constexpr std::size_t kRun = 64;
    Json out = Json::array();
    std::size_t plain = 0;  // where the bytes that are not in `out` begin
    for (std::size_t i = 0; i < in.size();) {
        std::size_t end = i + 1;
        while (end < in.size() && in[end] == in[i]) ++end;
        if (end - i >= kRun) {
            if (plain < i) out.push_back(hex(in.subspan(plain, i - plain)));
            out.push_back(repeated(in.subspan(i, 1), end - i));
            plain = end;
        }
        i = end;
    }
    if (plain < in.size()) out.push_back(hex(in.subspan(plain)));
    return out;
}

Json piece(const std::string& file, std::uint64_t from, std::uint64_t to) {
    return Json{{"file", file}, {"from", from}, {"to", to}};
}

Json repeated(ByteView in, std::uint64_t times) { return Json{{"repeat", to_hex(in)}, {"times", times}}; }

}  // namespace parapet::vectors
