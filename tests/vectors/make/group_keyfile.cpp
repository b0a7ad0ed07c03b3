// keyfile: {file, use, passphrase} -> {seed}. At the least cost that is allowed.
#include "crypto/keys/key_file.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_keyfile {

constexpr std::string_view kWords = "bado-kime-fopu-tasi-velo-ruga";

Bytes sealed(keys::KeyUse use) {
    cast::FixedRandom random("key file");
    return keys::seal_key_file(use, keys::KeySeed::copy(cast::seed_of("clerk").bytes),
                               Plaintext::copy(view(kWords)), random, {1, 8'192})
        .value();
}

Json in(ByteView file, int use = 1, std::string_view words = kWords) {
    return {{"file", hex(file)}, {"use", use}, {"passphrase", Json{{"text", words}}}};
}

void write_keyfile(VectorFolder& out) {
    const Bytes member = sealed(keys::KeyUse::member), officer = sealed(keys::KeyUse::root_officer);
    const Json seed{{"seed", hex(cast::seed_of("clerk"))}};
    out.ok("of-a-member", "The seed behind its passphrase.", in(member), seed);
    out.ok("of-a-root-officer", "The other use.", in(officer, 2), seed);
    out.refused("wrong-passphrase", "One letter is another.", in(member, 1, "bado-kime-fopu-tasi-velo-rugo"),
                Code::wrong_passphrase);
    out.refused("of-the-other-use", "A root officer's file where a member's is asked for.", in(officer),
                Code::wrong_type);
    const auto changed = [&](std::size_t at, std::initializer_list<std::uint8_t> to) {
        Bytes file = member;
        std::copy(to.begin(), to.end(), file.begin() + static_cast<std::ptrdiff_t>(at));
        return in(file);
    };
    out.refused("magic", "Another version.", changed(3, {'2'}), Code::unknown_version);
    out.refused("no-pass", "Less work than is allowed.", changed(4, {0, 0, 0, 0}), Code::kdf_limits);
    out.refused("eleven-passes", "More work than is allowed.", changed(4, {0, 0, 0, 11}), Code::kdf_limits);
    out.refused("too-little-memory", "8191 KiB.", changed(8, {0, 0, 0x1f, 0xff}), Code::kdf_limits);
    out.refused("too-much-memory", "One KiB over 1 GiB.", changed(8, {0, 0x10, 0, 1}), Code::kdf_limits);
    out.refused("another-salt", "The passphrase is right, the salt is not.", changed(12, {0xEE}),
                Code::wrong_passphrase);
    out.refused("commitment-changed", "One octet of the commitment.", changed(28, {0xEE}),
                Code::wrong_passphrase);
    out.refused("sealed-part-changed", "One octet of what is sealed.", changed(60, {0xEE}), Code::decrypt);
    out.refused("one-octet-short", "Not whole.", in(ByteView(member).first(member.size() - 1)),
                Code::truncated);
    Bytes longer = member;
    longer.push_back(0);
    out.refused("one-octet-more", "Something after its end.", in(longer), Code::trailing_bytes);
}

const Registered kRegistered{"keyfile", write_keyfile};

}  // namespace parapet::vectors::group_keyfile
