// A report with one large file, sealed into a bundle file as parapet-report does.
#pragma once

#include "intake/client/bundle_file.h"
#include "intake/client/office.h"

namespace parapet::bench {

[[nodiscard]] reporter::BundleFile seal_large_file(const reporter::Office& office, std::uint64_t size,
                                                   const std::string& path);

// The record of the large core.
[[nodiscard]] const reporter::FiledRecord& large_core(const reporter::BundleFile& bundle);

}  // namespace parapet::bench
