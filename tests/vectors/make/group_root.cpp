// root: {root, pinned?: fingerprint, after?: note of the predecessor} -> {fingerprint, version, evaluation}.
#include "crypto/verify/root.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_root {

using cast::replaced;
using verify::RootLines;

Json in(const Bytes& note) { return {{"root", octets(note)}}; }

Json ok_of(const RootLines& lines) {
    return {{"fingerprint", verify::root_fingerprint(lines.print()).print()},
            {"version", lines.version},
            {"evaluation", lines.evaluation}};
}

Bytes signed_by(std::string_view text, std::initializer_list<std::string_view> names) {
    Bytes out;
    for (const std::string_view name : names) {
        const auto key = cast::signing_key(name);
        out = out.empty() ? sign::sign_note(text, name, key) : sign::add_signature(out, name, key).value();
    }
    return out;
}

RootLines evaluation_root() {
    RootLines out = cast::root_lines();
    out.keys.resize(1);
    out.threshold = 1;
    out.evaluation = true;
    return out;
}

void write_good(VectorFolder& out) {
    const RootLines plain = cast::root_lines();
    out.ok("two-of-three", "A root with two of three signatures.", in(cast::root_note()), ok_of(plain));
    out.ok("one-of-one-in-an-evaluation", "Only an evaluation may have one key.",
           in(signed_by(evaluation_root().print(), {"root-1"})), ok_of(evaluation_root()));
    RootLines witnessed = plain;
    witnessed.witnesses = {cast::vkey("witness-1"), cast::vkey("witness-2")};
    witnessed.quorum = 2;
    out.ok("with-witnesses", "Two witnesses, a quorum of two.", in(cast::sign_by_officers(witnessed.print())),
           ok_of(witnessed));
    RootLines origins = plain;
    origins.origins = {"http://localhost:8080", "https://[::1]:8443", "http://127.0.0.1",
                       "https://xn--rapport-8ya.example"};
    out.ok("origins-of-every-form", "Ports, addresses, a name in ASCII.",
           in(cast::sign_by_officers(origins.print())), ok_of(origins));
    Json pinned = in(cast::root_note());
    pinned["pinned"] = verify::root_fingerprint(plain.print()).print();
    out.ok("pinned", "The fingerprint on the poster is this root's.", pinned, ok_of(plain));
    RootLines next = plain;
    next.version = 2;
    next.keys[0] = cast::vkey("root-4");
    Json successor = in(signed_by(next.print(), {"root-2", "root-3", "root-4"}));
    successor["after"] = octets(cast::root_note());
    out.ok("successor", "Signed by two of its own keys and two of the predecessor's.", successor,
           ok_of(next));
}

void write_text_faults(VectorFolder& out) {
    const std::string good = cast::root_lines().print();
    const auto bad = [&](const char* fault, const char* about, const std::string& text, Code code) {
        out.refused(fault, about, in(cast::sign_by_officers(text)), code);
    };
    const std::string deployment = "deployment " + to_hex(cast::deployment());
    bad("another-type", "A roster's first line.", replaced(good, "parapet-root/1", "parapet-roster/1"),
        Code::wrong_type);
    bad("type-of-another-version", "parapet-root/2.", replaced(good, "parapet-root/1", "parapet-root/2"),
        Code::wrong_type);
    bad("line-missing", "No quorum line.", replaced(good, "quorum 0\n", ""), Code::malformed);
    bad("line-twice", "The quorum stands twice.", replaced(good, "quorum 0\n", "quorum 0\nquorum 0\n"),
        Code::malformed);
    bad("lines-swapped", "Threshold before version.",
        replaced(good, "version 1\nthreshold 2\n", "threshold 2\nversion 1\n"), Code::malformed);
    bad("unknown-line", "A line that no one knows, at the end.", good + "colour blue\n", Code::malformed);
    bad("empty-line", "An empty line after the type.", replaced(good, "root/1\n", "root/1\n\n"),
        Code::malformed);
    bad("two-spaces", "The value begins with a space.", replaced(good, "version 1", "version  1"),
        Code::malformed);
    bad("number-with-leading-zero", "version 01.", replaced(good, "version 1", "version 01"),
        Code::malformed);
    bad("number-with-plus", "version +1.", replaced(good, "version 1", "version +1"), Code::malformed);
    bad("number-over-2-to-the-53", "Not exact in both languages.",
        replaced(good, "version 1", "version 9007199254740992"), Code::malformed);
    bad("deployment-in-upper-case", "Hex is lower case.",
        replaced(good, deployment, "deployment " + std::string(32, 'A')), Code::malformed);
    bad("deployment-of-15-bytes", "One byte short.",
        replaced(good, deployment, deployment.substr(0, deployment.size() - 2)), Code::malformed);
    bad("evaluation-no", "The line says yes or is absent.",
        replaced(good, "threshold 2\n", "threshold 2\nevaluation no\n"), Code::malformed);
    bad("origin-with-a-path", "An origin has no path.", replaced(good, "example.org\n", "example.org/\n"),
        Code::malformed);
    bad("origin-with-upper-case", "An origin is lower case.",
        replaced(good, "https://report.", "https://Report."), Code::malformed);
    bad("origin-of-another-scheme", "http and https.", replaced(good, "https://report.", "ftp://report."),
        Code::malformed);
    bad("origin-with-port-0", "Ports are 1 to 65 535.", replaced(good, "example.org\n", "example.org:0\n"),
        Code::malformed);
    bad("origin-with-a-user", "Nothing before the host.",
        replaced(good, "https://report.", "https://me@report."), Code::malformed);
    RootLines no_origin = cast::root_lines();
    no_origin.origins.clear();
    bad("no-origin", "At least one.", no_origin.print(), Code::malformed);
}

void write_rule_faults(VectorFolder& out) {
    const auto bad = [&](const char* fault, const char* about, Code code, auto change) {
        RootLines lines = cast::root_lines();
        change(lines);
        out.refused(fault, about, in(cast::sign_by_officers(lines.print())), code);
    };
    bad("threshold-0", "At least one.", Code::threshold, [](RootLines& r) { r.threshold = 0; });
    bad("threshold-above-the-keys", "Four of three.", Code::threshold, [](RootLines& r) { r.threshold = 4; });
    bad("threshold-of-half", "Two of four is not more than half.", Code::threshold,
        [](RootLines& r) { r.keys.push_back(cast::vkey("root-4")); });
    bad("sixteen-keys", "At most 15.", Code::threshold, [](RootLines& r) {
        for (int i = 4; i <= 16; ++i) r.keys.push_back(cast::vkey("root-" + std::to_string(i)));
        r.threshold = 9;
    });
    bad("one-of-one-outside-an-evaluation", "t = 1 without the evaluation line.", Code::threshold,
        [](RootLines& r) {
            r.keys.resize(1);
            r.threshold = 1;
        });
    bad("quorum-above-the-witnesses", "One of none.", Code::threshold, [](RootLines& r) { r.quorum = 1; });
    bad("key-twice", "The same key and name on two lines.", Code::bad_key,
        [](RootLines& r) { r.keys[2] = r.keys[1]; });
    bad("point-twice-under-two-names", "One signer could count for two.", Code::bad_key,
        [](RootLines& r) { r.keys[2] = sign::verifier_key("other", cast::signing_key("root-2")); });
    bad("name-twice-with-two-points", "One name, two keys.", Code::bad_key,
        [](RootLines& r) { r.keys[2] = sign::verifier_key("root-2", cast::signing_key("root-3")); });
    bad("service-key-is-the-log-s", "The log key only ever signs checkpoints.", Code::bad_key,
        [](RootLines& r) { r.service.key = r.log.key; });
    bad("key-of-small-order", "The identity.", Code::bad_key, [](RootLines& r) {
        r.keys[2].key = SignKey{};
        r.keys[2].key.bytes[0] = 1;
    });
}

void write_signature_faults(VectorFolder& out) {
    const std::string good = cast::root_lines().print();
    out.refused("one-signature-of-two", "Below the threshold.", in(signed_by(good, {"root-1"})),
                Code::threshold);
    out.refused("strangers-only", "No key of the root signed.", in(signed_by(good, {"stranger", "other"})),
                Code::unknown_signer);
    const std::string second =
        verify::signature_line(cast::vkey("root-1"), cast::signing_key("root-1").sign(view(good)));
    Bytes twice = signed_by(good, {"root-1"});
    put(twice, second);
    out.refused("one-key-signed-twice", "Distinct signers are counted.", in(twice), Code::threshold);
    Bytes spoiled = signed_by(good, {"root-1", "root-2"});
    put(spoiled,
        verify::signature_line(cast::vkey("root-3"), cast::signing_key("root-3").sign(view("other\n"))));
    out.refused("a-third-signature-that-does-not-verify", "Two good ones do not make up for it.", in(spoiled),
                Code::bad_signature);

    Json pinned = in(cast::root_note());
    pinned["pinned"] = "00000 00000 00000 00000 00000 00000 00000 00000";
    out.refused("another-fingerprint", "Not the one on the poster.", pinned, Code::wrong_fingerprint);
    Json loose = in(cast::root_note());
    loose["pinned"] = "0000000000000000000000000000000000000000";
    out.refused("fingerprint-without-spaces", "A fingerprint is written in eight groups.", loose,
                Code::malformed);

    const auto after = [&](const char* fault, const char* about, const RootLines& lines,
                           std::initializer_list<std::string_view> signers, Code code) {
        Json vector = in(signed_by(lines.print(), signers));
        vector["after"] = octets(cast::root_note());
        out.refused(fault, about, vector, code);
    };
    RootLines next = cast::root_lines();
    next.keys = {cast::vkey("root-4"), cast::vkey("root-5"), cast::vkey("root-3")};
    after("successor-of-the-same-version", "Version 1 after version 1.", next,
          {"root-1", "root-2", "root-3", "root-4"}, Code::rolled_back);
    next.version = 3;
    after("successor-that-skips-a-version", "Version 3 after version 1.", next,
          {"root-1", "root-2", "root-3", "root-4"}, Code::rolled_back);
    next.version = 2;
    after("successor-without-the-predecessor", "Two of its own keys, one of the old ones.", next,
          {"root-3", "root-4"}, Code::threshold);
    after("successor-without-its-own", "Two of the old keys, one of its own.", next, {"root-1", "root-3"},
          Code::threshold);
    next.deployment = cast::fixed<DeploymentId>("elsewhere");
    after("successor-of-another-deployment", "Another deployment id.", next,
          {"root-1", "root-2", "root-3", "root-4"}, Code::wrong_deployment);
}

void write_root(VectorFolder& out) {
    write_good(out);
    write_text_faults(out);
    write_rule_faults(out);
    write_signature_faults(out);
}

const Registered kRegistered{"root", write_root};

}  // namespace parapet::vectors::group_root
