// A configuration file: whatever is in it, it is read or its faults name lines that it has.
#include "service/config/configuration.h"

#include <algorithm>

namespace {

void try_file(std::string_view in) {
    using parapet::service::Configuration;
    Configuration configuration = Configuration::parse(in, "/etc/parapet");
    const parapet::service::Address address = configuration.address("listen");
    INVARIANT(parapet::service::read_address(write_address(address)).ok());
    const std::uint64_t threads = configuration.number("threads", 1, 256);
    INVARIANT(threads >= 1 && threads <= 256);
    const auto kept = configuration.duration("keep", std::chrono::seconds(1), std::chrono::hours(24));
    INVARIANT(kept >= std::chrono::seconds(1) && kept <= std::chrono::hours(24));
    (void)configuration.path("site");
    (void)configuration.flag_or("strict", true);
    const auto lines = static_cast<std::size_t>(std::count(in.begin(), in.end(), '\n')) + 1;
    for (const parapet::service::Fault& fault : configuration.finish()) INVARIANT(fault.line <= lines);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try_file(parapet::text({data, size}));
    return 0;
}
