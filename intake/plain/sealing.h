// Sealing for a person without scripts: the work of a reporter's own client, done here, marked in every
// envelope as done here (author 3), and forgotten.
#pragma once

#include "intake/client/choices.h"
#include "intake/client/recusal.h"
#include "intake/plain/files.h"
#include "intake/plain/gateway.h"

namespace parapet::plain {

// Whose case, at which office.
struct Sender {
    Gateway& gateway;
    const Office& office;
    const keys::ReporterKeys& reporter;
};

// Two clicks, a page sent once more, an answer lost on the way: what intake holds already is not sent twice.
enum class Arrival : std::uint8_t {
    now,
    before,      // the very same had arrived
    other_held,  // under this code a report is held that says something else: nothing was sent
    unasked,     // somebody is out of the case of whom the person was not told yet: nothing was sent
};

[[nodiscard]] Result<Arrival> send_report(Sender sender, const content::Report& draft,
                                          content::Identity identity, const FilesToSeal& files);

struct Written {
    std::string lang;
    std::string text;
    content::Answers answers;
    std::optional<EnvelopeId>
        seen{};  // the reply that this is about; none: the newest at the time of sending
    std::optional<content::GivenIdentity> identity{};
    bool to_alternates = false;
    // The number that the next message had when the page was made; messages from there on are looked at.
    std::optional<std::uint32_t> next;
    reporter::Recusal recusal{};
};
// Whom the case left out gets no further message either, nor who is out of it by the office's word, unless
// kept. Where the number was taken meanwhile by another
// window, the message is numbered and sealed anew. not_a_recipient: nobody is left who could read it.
// not_found: nothing is held under this code, or no such reply lies there.
[[nodiscard]] Result<Arrival> send_message(Sender sender, const Written& written, const FilesToSeal& files);

// What was sealed elsewhere for this office, in the form of a bundle file. What BundleFile, verify::Submit
// and send_bundle say. The same once more is the same report.
[[nodiscard]] Status send_sealed(Gateway& gateway, const Office& office, ByteView bundle);

}  // namespace parapet::plain
