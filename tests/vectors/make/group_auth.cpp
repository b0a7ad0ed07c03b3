// auth: {note, op, body, root, roster?, challenge_key, now, used} -> {subject, key}. With a roster the note
// is an officer's, without one a reporter's.
#include "crypto/verify/auth.h"

#include "crypto/base/hash.h"
#include "crypto/verify/ed25519.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_auth {

using cast::replaced;
using verify::AuthLines;
using verify::Op;

constexpr std::uint64_t kNow = 1'795'449'600;
const Bytes kBody{0, 0, 0, 1};

verify::Challenge challenge(std::string_view key = "challenge key") {
    cast::FixedRandom random("challenge nonce");
    return verify::ChallengeBook(verify::ChallengeKey::copy(cast::seed_of(key).bytes), cast::deployment())
        .issue(random, {kNow});
}

AuthLines reporter_lines(Op op = Op::view) {
    return {cast::deployment(),
            verify::Subject::copy(cast::case_id().bytes),
            cast::reporter_key().public_key(),
            std::string(cast::kOrigin),
            op,
            challenge(),
            sha256(kBody)};
}

AuthLines officer_lines(std::string_view who, Op op = Op::inbox) {
    const auto keys = cast::member_keys(who);
    return {cast::deployment(),
            verify::Subject::copy(verify::rid_of(keys.seal_key).bytes),
            keys.sign_key.public_key(),
            std::string(cast::kOrigin),
            op,
            challenge(),
            sha256(kBody)};
}

Bytes signed_text(std::string_view text, const AuthLines& lines, const sign::SigningKey& key) {
    return sign::sign_note(text, to_hex(lines.subject), key);
}

Json in_note(const Bytes& note, Op op, ByteView body = kBody) {
    return {{"note", octets(note)},
            {"op", verify::op_name(op)},
            {"body", hex(body)},
            {"root", octets(cast::root_note())},
            {"challenge_key", hex(cast::seed_of("challenge key"))},
            {"now", kNow + 5},
            {"used", false}};
}

Json in(const AuthLines& lines, Op op = Op::view) {
    return in_note(signed_text(lines.print(), lines, cast::reporter_key()), op);
}

Json in_officer(const AuthLines& lines, std::string_view signer, Op op = Op::inbox) {
    Json out = in_note(signed_text(lines.print(), lines, cast::member_keys(signer).sign_key), op);
    out["roster"] = octets(cast::roster_note());
    return out;
}

Json ok_of(const AuthLines& lines) { return {{"subject", hex(lines.subject)}, {"key", hex(lines.key)}}; }

void write_good(VectorFolder& out) {
    for (const Op op : {Op::view, Op::own, Op::fetch, Op::burn})
        out.ok("reporter-" + std::string(verify::op_name(op)), "The holder of the case key.",
               in(reporter_lines(op), op), ok_of(reporter_lines(op)));
    for (const Op op : {Op::inbox, Op::object})
        out.ok("officer-" + std::string(verify::op_name(op)), "An active member with a reading role.",
               in_officer(officer_lines("clerk", op), "clerk", op), ok_of(officer_lines("clerk", op)));
    AuthLines onion = reporter_lines();
    onion.origin = "http://reportsite.onion";
    out.ok("the-other-origin", "Any origin of the root.", in(onion), ok_of(onion));
}

void write_reporter_faults(VectorFolder& out) {
    const std::string good = reporter_lines().print();
    const auto text = [&](const char* fault, const char* about, const std::string& t, Code code) {
        out.refused(fault, about, in_note(signed_text(t, reporter_lines(), cast::reporter_key()), Op::view),
                    code);
    };
    text("another-type", "A submit note's first line.", replaced(good, "parapet-auth/1", "parapet-submit/1"),
         Code::wrong_type);
    text("unknown-op", "No op is called so.", replaced(good, "op view", "op peek"), Code::malformed);
    text("challenge-of-63-bytes", "One byte short.",
         replaced(good, to_base64(challenge()), to_base64(ByteView(challenge()).first(63))), Code::malformed);
    text("no-body-line", "A line is missing.", good.substr(0, good.find("body ")), Code::malformed);
    out.refused("signed-for-another-op", "A view is no burn.", in(reporter_lines(Op::view), Op::burn),
                Code::wrong_type);

    const auto bad = [&](const char* fault, const char* about, Code code, auto change) {
        AuthLines lines = reporter_lines();
        change(lines);
        out.refused(fault, about, in(lines), code);
    };
    bad("challenge-of-another-process", "Another server's, or before its restart.", Code::bad_challenge,
        [](AuthLines& l) { l.challenge = challenge("another key"); });
    bad("another-deployment", "Signed for elsewhere.", Code::wrong_deployment,
        [](AuthLines& l) { l.deployment = cast::fixed<DeploymentId>("elsewhere"); });
    bad("case-of-another-key", "A case is the hash of its key.", Code::wrong_case,
        [](AuthLines& l) { l.subject = cast::fixed<verify::Subject>("another case"); });
    bad("another-origin", "Not one of the root's.", Code::wrong_origin,
        [](AuthLines& l) { l.origin = "https://phish.example.org"; });
    Json stale = in(reporter_lines());
    stale["now"] = kNow + 301;
    out.refused("challenge-stale", "Five minutes and a second later.", stale, Code::challenge_expired);
    Json used = in(reporter_lines());
    used["used"] = true;
    out.refused("challenge-used", "The same note again.", used, Code::challenge_used);
    const AuthLines lines = reporter_lines();
    out.refused("another-body", "Page 2 instead of page 1.",
                in_note(signed_text(good, lines, cast::reporter_key()), Op::view, Bytes{0, 0, 0, 2}),
                Code::body_hash);
    out.refused("signed-by-another-key", "Not the key of the key line.",
                in_note(signed_text(good, lines, cast::signing_key("stranger")), Op::view),
                Code::unknown_signer);
    const Bytes other = signed_text(reporter_lines(Op::own).print(), lines, cast::reporter_key());
    const auto line = parapet::text(other).substr(parapet::text(other).find("\n\n"));
    Bytes spoiled;
    put(spoiled, std::string_view(good).substr(0, good.size() - 1));
    put(spoiled, line);
    out.refused("signature-of-another-note", "A good line of the same key.", in_note(spoiled, Op::view),
                Code::bad_signature);
    const Bytes two = sign::add_signature(signed_text(good, lines, cast::reporter_key()), "root-1",
                                          cast::signing_key("root-1"))
                          .value();
    out.refused("two-signatures", "Exactly one.", in_note(two, Op::view), Code::too_many_signatures);
}

void write_officer_faults(VectorFolder& out) {
    const auto bad = [&](const char* fault, const char* about, std::string_view who) {
        out.refused(fault, about, in_officer(officer_lines(who), who), Code::unknown_signer);
    };
    bad("officer-not-in-the-roster", "A stranger with good keys.", "stranger");
    bad("officer-revoked", "The roster says revoked.", "left");
    bad("officer-retired", "The roster says retired.", "old");
    bad("auditor", "No reading role.", "auditor");
    AuthLines borrowed = officer_lines("clerk");
    borrowed.key = cast::member_keys("auditor").sign_key.public_key();
    out.refused("officer-with-another-s-key", "The clerk's rid, the auditor's key.",
                in_officer(borrowed, "auditor"), Code::unknown_signer);
}

void write_auth(VectorFolder& out) {
    write_good(out);
    write_reporter_faults(out);
    write_officer_faults(out);
}

const Registered kRegistered{"auth", write_auth};

}  // namespace parapet::vectors::group_auth
