// tags: {case_secret, case, env, core_hash} -> {tag_key, store_key, ctag, otag, tagkey}.
#include "crypto/verify/tags.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_tags {

void write_tags(VectorFolder& out) {
    const auto good = [&](const char* fact, const char* about, std::string_view secret_name,
                          std::string_view object) {
        const auto secret = verify::CaseSecret::copy(cast::seed_of(secret_name).bytes);
        const auto key = verify::tag_key_of(secret);
        const auto case_id = cast::fixed<CaseId>("case");
        const auto env = cast::fixed<EnvelopeId>(object);
        const auto core = cast::fixed<Hash>(object);
        out.ok(fact, about,
               {{"case_secret", hex(secret.reveal())},
                {"case", hex(case_id)},
                {"env", hex(env)},
                {"core_hash", hex(core)}},
               {{"tag_key", hex(key.reveal())},
                {"store_key", hex(verify::store_key_of(secret).reveal())},
                {"ctag", hex(verify::case_tag(key, case_id))},
                {"otag", hex(verify::object_tag(key, env, core))},
                {"tagkey", hex(verify::tag_key_hash(key))}});
    };
    good("plain", "All that follows from a case's secret.", "case secret", "object");
    good("another-object", "The same case, another object.", "case secret", "another object");
    good("another-secret", "The same ids, another secret: nothing links the two.", "another case secret",
         "object");
}

const Registered kRegistered{"tags", write_tags};

}  // namespace parapet::vectors::group_tags
