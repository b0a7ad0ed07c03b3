#include "service/http/fixed_fields.h"

namespace parapet::service {

std::string fixed_fields(std::string_view content_policy) {
    std::string out("content-security-policy: ");
    out += content_policy;
    out +=
        "\r\n"
        "cache-control: no-store\r\n"
        "referrer-policy: no-referrer\r\n"
        "x-content-type-options: nosniff\r\n"
        "cross-origin-opener-policy: same-origin\r\n"
        "cross-origin-embedder-policy: require-corp\r\n"
        "cross-origin-resource-policy: same-origin\r\n"
        "permissions-policy: accelerometer=(), bluetooth=(), camera=(), clipboard-read=(), "
        "display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), "
        "screen-wake-lock=(), serial=(), usb=(), web-share=(), xr-spatial-tracking=()\r\n";
    return out;
}

}  // namespace parapet::service
