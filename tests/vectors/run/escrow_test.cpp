#include "crypto/open/escrow.h"
#include "crypto/verify/header.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::escrow_test {

Status check_mark(const EnvelopeId& env, const keys::Share& share, const Json& marks) {
    for (const Json& mark : marks)
        if (mark.at("i").get<std::uint8_t>() == share.index())
            return open::check_share(env, share, fixed_of<Hash>(mark, "h"));
    return Error{Code::bad_share, "no share of that index was made"};
}

Result<Json> run(const Json& in) {
    TRY(const auto header, verify::EnvelopeHeader::parse(bytes_of(in, "header")));
    std::vector<keys::Share> shares;
    for (const Json& raw : in.at("shares")) {
        TRY(keys::Share share, keys::Share::parse(bytes_of(raw)));
        TRY_(check_mark(header.env_id(), share, in.at("marks")));
        shares.push_back(std::move(share));
    }
    TRY(const keys::Dek dek, open::combine(shares));
    if (keys::commitment(dek) != header.com) return Error{Code::commitment, "not the key"};
    return Json{{"dek", hex(dek.reveal())}};
}

TEST_CASE("k shares give the key, fewer or other ones do not") { run_group("escrow", run); }

}  // namespace parapet::vectors::escrow_test
