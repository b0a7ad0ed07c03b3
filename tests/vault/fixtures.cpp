#include "tests/vault/fixtures.h"

#include <stdlib.h>

#include <algorithm>

#include "crypto/base/hash.h"

namespace parapet::vault::testing {
namespace {

// Before any test: keys need locked memory.
[[maybe_unused]] const bool kReady = [] {
    INVARIANT(init_crypto().ok());
    return true;
}();

}  // namespace

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "parapet-vault-XXXXXX").string();
    INVARIANT(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

Folder::~Folder() {
    std::error_code unheard;
    std::filesystem::remove_all(path_, unheard);
}

void Counting::fill(MutableBytes out) {
    for (std::uint8_t& byte : out) {
        next_ = next_ * 6364136223846793005U + 1442695040888963407U;
        byte = static_cast<std::uint8_t>(next_ >> 56U);
    }
}

DropKey drop_key(std::uint64_t seed) {
    Counting random(seed);
    return DropKey::random(random);
}

MailKey mail_key(std::uint64_t seed) {
    Counting random(seed);
    return MailKey::random(random);
}

CasesKey cases_key(std::uint64_t seed) {
    Counting random(seed);
    return CasesKey::random(random);
}

KeysKey keys_key(std::uint64_t seed) {
    Counting random(seed);
    return KeysKey::random(random);
}

Bytes some_bytes(Random& random, std::size_t n) {
    Bytes out(n);
    random.fill(out);
    return out;
}

bool same(const StoredObject& stored, const NewObject& sent) {
    return stored.env_id == sent.env_id && stored.kind == sent.kind && stored.part == sent.part &&
           stored.core_len == sent.core_len && std::ranges::equal(stored.core, sent.core) &&
           std::ranges::equal(stored.digests, sent.digests) && stored.file == sent.upload &&
           stored.file_hash == (sent.upload ? std::optional(sent.core_hash) : std::nullopt);
}

Bytes set_of(const EnvelopeId& env_id, Random& random, std::size_t rest) {
    Bytes out;
    put(out, env_id.view());
    put(out, some_bytes(random, rest));
    return out;
}

SampleSubmission::SampleSubmission(Random& random, const CaseId& case_id, std::uint32_t seq,
                                   std::size_t core_len, std::uint32_t attachments) {
    row_.case_id = case_id;
    row_.seq = seq;
    row_.day = kDay;
    row_.note = keep(some_bytes(random, 600));
    for (std::uint32_t i = 0; i <= attachments; ++i) {
        NewObject object;
        object.env_id = random.fixed<EnvelopeId>();
        object.kind = i > 0 ? 6 : seq == 0 ? 1 : 2;
        object.part = i == 0 ? 0 : i + 1;
        object.core = keep(some_bytes(random, core_len));
        object.core_len = core_len;
        object.core_hash = sha256(object.core);
        if (i == 0) {
            object.digests = keep(set_of(object.env_id, random, 2 + 4 * 48));
            object.member_wraps = keep(set_of(object.env_id, random, 2 + 3 * 1186));
            object.own_wrap = keep(set_of(object.env_id, random, 2 + 1186));
        }
        row_.objects.push_back(object);
    }
}

}  // namespace parapet::vault::testing
