// A report as answers to one of the office's questionnaires, written down beforehand:
//   {"form": "protection", "answers": {"activity": ["reported"], "acts": [{"what": "…", "when": "2026-03"}],
//   …}}
// Questions and options by their ids (intake/forms/); where the office presets an answer, it may be left out.
#pragma once

#include "crypto/content/content.h"
#include "intake/cli/terminal.h"
#include "intake/client/forms.h"

namespace parapet::reporter {

struct WrittenAnswers {
    std::string form_id;
    std::uint64_t form_version = 1;
    content::Answers answers;  // as every path seals them
};

// "-": standard input. content_schema or malformed when it is no such file, or says what the questionnaire
// does not ask, or not what it needs: each place is named on standard error first, never what stands in it.
[[nodiscard]] Result<WrittenAnswers> read_answers_file(const Path& file, const Voice& voice);

// The questionnaires of this build.
[[nodiscard]] Result<Forms> compiled_forms();

}  // namespace parapet::reporter
