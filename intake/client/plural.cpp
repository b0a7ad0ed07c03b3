#include "intake/client/plural.h"

namespace parapet::reporter {
namespace {

std::string_view arabic(std::uint64_t n) {
    if (n == 0) return "zero";
    if (n == 1) return "one";
    if (n == 2) return "two";
    const std::uint64_t rest = n % 100;
    if (rest >= 3 && rest <= 10) return "few";
    return rest >= 11 ? "many" : "other";
}

bool is_millions(std::uint64_t n) { return n != 0 && n % 1'000'000 == 0; }

}  // namespace

std::string_view plural_form(std::string_view language, std::uint64_t n) {
    if (language == "ar") return arabic(n);
    if ((language == "fr" || language == "es") && is_millions(n)) return "many";
    if (language == "fr") return n < 2 ? "one" : "other";
    return n == 1 ? "one" : "other";
}

}  // namespace parapet::reporter
