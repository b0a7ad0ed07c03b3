#include "reviewer/server/at_rest.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/reviewer/office_keys.h"

namespace parapet::reviewer::at_rest_test {

struct Fixture {
    SystemRandom random;
    verify::StoreKey key = verify::StoreKey::random(random);
    CaseId case_id = random.fixed<CaseId>();
    verify::Wrapset wraps{random.fixed<EnvelopeId>(),
                          {{random.fixed<RecipientId>(), random.fixed<verify::WrapBlob>()}}};
    Bytes sealed = seal_at_rest(key, case_id, wraps, random);

    [[nodiscard]] Code refusal(const CaseId& id, const EnvelopeId& env, ByteView bytes) const {
        const auto opened = open_at_rest(key, id, env, bytes);
        return opened.ok() ? Code::unavailable : opened.error().code;
    }
};

TEST_CASE("wraps at rest come back as they were") {
    Fixture f;
    CHECK(open_at_rest(f.key, f.case_id, f.wraps.env, f.sealed).value() == f.wraps);
}

TEST_CASE("wraps sealed twice differ in every write") {
    Fixture f;
    CHECK(seal_at_rest(f.key, f.case_id, f.wraps, f.random) != f.sealed);
}

TEST_CASE("wraps at rest do not open for another case or envelope") {
    Fixture f;
    CHECK(f.refusal(f.random.fixed<CaseId>(), f.wraps.env, f.sealed) == Code::decrypt);
    CHECK(f.refusal(f.case_id, f.random.fixed<EnvelopeId>(), f.sealed) == Code::decrypt);
}

TEST_CASE("wraps at rest do not open under another case's secret") {
    Fixture f;
    f.key = verify::StoreKey::random(f.random);
    CHECK(f.refusal(f.case_id, f.wraps.env, f.sealed) == Code::decrypt);
}

TEST_CASE("no changed and no missing octet of wraps at rest is accepted") {
    Fixture f;
    for (const std::size_t at : {std::size_t{0}, std::size_t{12}, f.sealed.size() - 1}) {
        Bytes changed = f.sealed;
        changed[at] ^= 1;
        CHECK(f.refusal(f.case_id, f.wraps.env, changed) == Code::decrypt);
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{27}, f.sealed.size() - 1})
        CHECK(f.refusal(f.case_id, f.wraps.env, ByteView(f.sealed).first(size)) == Code::decrypt);
}

}  // namespace parapet::reviewer::at_rest_test
