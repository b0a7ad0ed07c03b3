// The office's questionnaires (intake/forms/), compiled in: no service is asked what to ask.
#pragma once

#include <string_view>
#include <vector>

namespace parapet::reporter {

struct CompiledForm {
    std::string_view file;
    std::string_view json;
};
extern const std::vector<CompiledForm> kCompiledForms;

}  // namespace parapet::reporter
