// The bundle of a submission for one deployment: the corpus holds true ones, so that mutations reach the
// objects.
#include "crypto/verify/submission.h"

using namespace parapet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto deployment = fixed_from_hex<DeploymentId>("7f3cdb952a6e4d13a450331b46aae0ab").value();
    const auto submission = verify::Submission::verify(ByteView(data, size), deployment);
    if (!submission.ok()) return 0;
    const auto& announced = submission->submit().lines().objects;
    INVARIANT(submission->objects().size() == announced.size());
    for (std::size_t i = 0; i < announced.size(); ++i) {
        const auto& object = submission->objects()[i];
        INVARIANT(object.wraps.has_value() == announced[i].wraps_hash.has_value());
        if (object.wraps) INVARIANT(verify::wraps_hash_of(*object.wraps) == *announced[i].wraps_hash);
        if (const auto* core = object.inline_core()) INVARIANT(core->bytes.size() == announced[i].core_len);
    }
    return 0;
}
