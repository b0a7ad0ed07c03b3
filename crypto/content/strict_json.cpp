#include "crypto/content/strict_json.h"

#include <set>
#include <string>
#include <vector>

#include "crypto/verify/lengths.h"

namespace parapet::content {
namespace {

constexpr std::int64_t kMostInteger = (std::int64_t{1} << 53) - 1;

// Looks at every token once; the library's own tree would keep the last of two equal keys in silence.
class StrictnessCheck final : public nlohmann::json_sax<Json> {
public:
    explicit StrictnessCheck(std::size_t most_nesting) : most_nesting_(most_nesting) {}

    bool null() override { return false; }
    bool boolean(bool /*value*/) override { return true; }
    // Only what has a minus comes here: -0 would be a second spelling.
    bool number_integer(std::int64_t n) override { return n >= -kMostInteger && n < 0; }
    bool number_unsigned(std::uint64_t n) override { return n <= static_cast<std::uint64_t>(kMostInteger); }
    bool number_float(double /*value*/, const std::string& /*spelling*/) override { return false; }
    bool string(std::string& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*elements*/) override {
        keys_.emplace_back();
        return ++depth_ <= most_nesting_;
    }
    bool key(std::string& name) override { return keys_.back().insert(name).second; }
    bool end_object() override {
        keys_.pop_back();
        --depth_;
        return true;
    }
    bool start_array(std::size_t /*elements*/) override { return ++depth_ <= most_nesting_; }
    bool end_array() override {
        --depth_;
        return true;
    }
    bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*what*/) override {
        return false;
    }

private:
    std::size_t most_nesting_;
    std::size_t depth_ = 0;
    std::vector<std::set<std::string>> keys_;
};

}  // namespace

Result<Json> parse_strict(ByteView in, std::size_t most_nesting) {
    constexpr Error kFault{Code::content_schema, "not JSON of the strict form"};
    if (in.size() > verify::kMaxJson) return Error{Code::too_large, "content has at most 1 MiB"};
    // The library skips a byte order mark, and takes a zero byte for the end whatever follows it.
    if (text(in).starts_with("\xEF\xBB\xBF") || text(in).find('\0') != std::string_view::npos) return kFault;
    StrictnessCheck check(most_nesting);
    if (!Json::sax_parse(in.begin(), in.end(), &check)) return kFault;
    Json out = Json::parse(in.begin(), in.end(), nullptr, /*allow_exceptions=*/false);
    if (!out.is_object()) return kFault;
    return out;
}

}  // namespace parapet::content
