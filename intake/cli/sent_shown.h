// What the holder of a code sent, to be read again.
#pragma once

#include "intake/cli/voice.h"
#include "intake/client/forms.h"
#include "intake/client/own.h"

namespace parapet::reporter {

// On standard output: each question in its words, as on the page. One that these questionnaires do not know
// stands under its id.
void show_sent(const Voice& voice, const Forms& forms, const std::vector<SentBefore>& sent);

// Name and size of each.
void show_files(const Voice& voice, const std::vector<content::Attachment>& files);

}  // namespace parapet::reporter
