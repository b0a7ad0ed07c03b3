// Every sentence in every language (intake/locales/), compiled in: on a person's own machine nobody knows
// where a folder of them would lie.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace parapet::reporter {

struct CompiledCatalogue {
    std::string_view language;
    std::span<const std::string_view> lines;  // a compiler need not take one literal of over 64 KiB
};
extern const std::span<const CompiledCatalogue> kCompiledCatalogues;  // there before any program begins

}  // namespace parapet::reporter
