// The table of buttons: what each leads to, from where.
#pragma once

#include "intake/plain/gateway.h"
#include "service/http/route.h"

namespace parapet::plain {

[[nodiscard]] service::Answer first_page(Gateway& gateway, const service::Request& request);
// A form that came back, with files or without.
[[nodiscard]] service::Answer next_page(Gateway& gateway, const service::Request& request);
// A form that was not taken: too large, or all places for files are held.
[[nodiscard]] service::Answer form_not_taken(Gateway& gateway, const service::Request& request,
                                             ByteView beginning, Error why);
[[nodiscard]] service::Answer style_sheet_file(Gateway& gateway, const service::Request& request);

inline constexpr std::uint64_t kLargestForm = 8 * service::kMiB;
inline constexpr std::uint64_t kLargestFormWithFiles = 32 * service::kMiB;

// Neutral addresses: a browser's history shows one page.
inline constexpr std::array kRoutes{
    service::Route<Gateway>{service::Method::get, "/", service::Who::anyone, 0, first_page},
    service::Route<Gateway>{service::Method::post, "/", service::Who::anyone, kLargestForm, next_page},
    service::Route<Gateway>{service::Method::post, "/2", service::Who::anyone, kLargestFormWithFiles,
                            next_page},
    service::Route<Gateway>{service::Method::get, "/style.css", service::Who::anyone, 0, style_sheet_file},
};

}  // namespace parapet::plain
