// What a browser sends of a form: names with their values, in the order of the page.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "crypto/base/bytes.h"

namespace parapet::plain {

class Fields {
public:
    void add(std::string name, std::string value);
    void set(const std::string& name, std::string value) { values_[name] = {std::move(value)}; }
    void remove(const std::string& name) { values_.erase(name); }
    // The first value; empty where there is none.
    [[nodiscard]] const std::string& one(const std::string& name) const;
    [[nodiscard]] const std::vector<std::string>& all(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const { return values_.contains(name); }
    [[nodiscard]] bool has_beginning(const std::string& beginning) const;
    [[nodiscard]] const std::map<std::string, std::vector<std::string>>& list() const { return values_; }
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    std::map<std::string, std::vector<std::string>> values_;
    std::size_t count_ = 0;
};

inline constexpr std::size_t kMostFields = 4096;

// application/x-www-form-urlencoded. malformed; too_large over kMostFields.
[[nodiscard]] Result<Fields> parse_urlencoded(ByteView body);

}  // namespace parapet::plain
