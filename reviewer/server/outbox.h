// Effects on mail.db that follow from an act in case.db. The act and its outbox row are one transaction; the
// effect is done after it, and again at the next start when the process died in between.
#pragma once

#include "reviewer/server/app.h"

namespace parapet::reviewer {

enum class Effect : std::uint8_t { reply = 1, taken = 2 };

// A reply whose core and digests lie in case.db; the reporter's own wrap travels in the row and is not kept.
[[nodiscard]] Bytes reply_payload(const EnvelopeId& env, ByteView own_blob);
[[nodiscard]] Bytes taken_payload(verify::Day day, const std::vector<EnvelopeId>& envs);

// Sends what waits. An effect that fails stays and is tried again.
[[nodiscard]] Status send_outbox(App& app);
// The same, with the error told to the event log: the act it follows from is done and stays done.
void send_outbox_after_act(App& app);

}  // namespace parapet::reviewer
