// What a person saves: a file that the office sent, and the proof of filing. The answer is the file itself;
// where it cannot be given, the page of the case that says why.
#pragma once

#include "intake/client/filing.h"
#include "intake/plain/opened.h"
#include "service/http/answer.h"

namespace parapet::plain {

// Larger ones have no button: a browser waits about two minutes for the first octet, and before that one all
// of the file is fetched and checked.
inline constexpr std::uint64_t kLargestSaved = 256 * service::kMiB;

// `env`: of the file's envelope, in hex. Nothing of a file is given out before all of it was verified.
[[nodiscard]] service::Answer save_reply_file(Turn& turn, std::string_view env);
[[nodiscard]] service::Answer save_proof(Turn& turn);

using Filing = Result<std::optional<reporter::ProvenFiling>>;
void show_filing(Page& page, const Turn& turn, const Filing& filing);

}  // namespace parapet::plain
