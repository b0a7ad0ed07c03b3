// What a caller can meet is a Result; what only our own bug can cause is an INVARIANT.
//
// An Error is a code from one closed list and a text that was a literal when the program was compiled.
// It has nowhere to put text made at run time, so no message can carry a name, a receipt or a key.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "crypto/base/error_code.h"

namespace parapet {

// A text that exists in the program itself. Only a literal converts to it.
class Literal {
public:
    consteval Literal(const char* text) : text_(text) {}  // NOLINT(google-explicit-constructor)
    [[nodiscard]] constexpr const char* c_str() const { return text_; }

private:
    const char* text_;
};

struct Error {
    Code code;
    Literal what;

    constexpr Error(Code c, Literal w) : code(c), what(w) {}
    [[nodiscard]] std::string_view name() const { return code_name(code); }
};

// The value of a Result that has nothing to say but that it went well.
struct Done {};

template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value)
        : state_(std::in_place_index<0>, std::move(value)) {}       // NOLINT(google-explicit-constructor)
    Result(Error error) : state_(std::in_place_index<1>, error) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Asking for a value that is not there is our own bug.
    T& value() & { return *checked(); }
    const T& value() const& { return *const_cast<Result*>(this)->checked(); }
    T value() && { return std::move(*checked()); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T* operator->() { return checked(); }
    const T* operator->() const { return const_cast<Result*>(this)->checked(); }

    [[nodiscard]] Error error() const {
        const Error* e = std::get_if<1>(&state_);
        if (e == nullptr) std::abort();
        return *e;
    }

private:
    T* checked() {
        T* v = std::get_if<0>(&state_);
        if (v == nullptr) {
            std::fprintf(stderr, "value() of a Result that holds an error: %s\n",
                         std::get_if<1>(&state_)->what.c_str());
            std::abort();
        }
        return v;
    }

    std::variant<T, Error> state_;
};

using Status = Result<Done>;

[[noreturn]] inline void check_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: INVARIANT(%s)\n", file, line, condition);
    std::abort();
}

}  // namespace parapet

#define INVARIANT(condition) \
    ((condition) ? static_cast<void>(0) : ::parapet::check_failed(#condition, __FILE__, __LINE__))

// TRY(auto x, f());   declares x from f(), or returns f()'s error from the enclosing function.
// TRY_(f());          the same where there is no value to keep.
#define PARAPET_JOIN2(a, b) a##b
#define PARAPET_JOIN(a, b) PARAPET_JOIN2(a, b)
#define PARAPET_TRY(tmp, decl, ...)    \
    auto tmp = (__VA_ARGS__);          \
    if (!tmp.ok()) return tmp.error(); \
    decl = std::move(tmp).value()
#define TRY(decl, ...) PARAPET_TRY(PARAPET_JOIN(try_, __COUNTER__), decl, __VA_ARGS__)
#define TRY_(...)                                                                         \
    do {                                                                                  \
        if (auto try_status = (__VA_ARGS__); !try_status.ok()) return try_status.error(); \
    } while (false)
