// What parapet-report saves for a person: files the office sent, and the proof of filing.
#pragma once

#include "intake/cli/commands.h"
#include "intake/client/mailbox.h"

namespace parapet::reporter {

// Every file of every reply, verified first, under names that begin with the reply's and the file's number.
// Nothing is overwritten: duplicate. What fetch_file says.
[[nodiscard]] Status save_reply_files(service::Client& intake, const Holder& holder, const Mailbox& mailbox,
                                      const Path& folder, const Voice& voice);

// A name made of the one its sender gave: no folders, nothing hidden, nothing that moves a cursor.
[[nodiscard]] std::string safe_name(const std::string& given, std::size_t reply, std::size_t file);

// A new file with an instruction for whoever verifies it.
[[nodiscard]] Status save_proof(const Path& file, ByteView bundle, const Voice& voice);

}  // namespace parapet::reporter
