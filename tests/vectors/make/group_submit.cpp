// submit: {note, deployment} -> {case, key, objects: [{env, core_len, core_hash, wraps_hash or null}]}.
#include "crypto/verify/submit.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_submit {

using cast::replaced;
using verify::SubmitLines;

verify::SubmitObject object(const std::string& name, bool with_wraps) {
    verify::SubmitObject out{cast::fixed<EnvelopeId>(name),
                             verify::core_length(with_wraps ? 16'384 : 65'536),
                             cast::fixed<Hash>("core " + name),
                             {}};
    if (with_wraps) out.wraps_hash = cast::fixed<Hash>("wraps " + name);
    return out;
}

SubmitLines lines(bool identity, int attachments) {
    SubmitLines out{cast::deployment(), cast::case_id(), cast::reporter_key().public_key(), {}};
    out.objects.push_back(object("message", true));
    if (identity) out.objects.push_back(object("identity", true));
    for (int i = 0; i < attachments; ++i)
        out.objects.push_back(object("attachment " + std::to_string(i), false));
    return out;
}

Json in(const Bytes& note) { return {{"note", octets(note)}, {"deployment", hex(cast::deployment())}}; }
Bytes signed_text(std::string_view text) {
    return sign::sign_note(text, to_hex(cast::case_id()), cast::reporter_key());
}

Json ok_of(const SubmitLines& l) {
    Json objects = Json::array();
    for (const auto& o : l.objects)
        objects.push_back({{"env", hex(o.env)},
                           {"core_len", o.core_len},
                           {"core_hash", hex(o.core_hash)},
                           {"wraps_hash", o.wraps_hash ? hex(*o.wraps_hash) : Json()}});
    return {{"case", hex(l.case_id)}, {"key", hex(l.key)}, {"objects", objects}};
}

void write_submit(VectorFolder& out) {
    const auto good = [&](const char* fact, const char* about, const SubmitLines& l) {
        out.ok(fact, about, in(signed_text(l.print())), ok_of(l));
    };
    good("message-alone", "One object.", lines(false, 0));
    good("message-and-identity", "Two objects with recipients.", lines(true, 0));
    good("message-and-twenty-attachments", "As many as there may be.", lines(false, 20));
    good("everything", "A message, an identity, 20 attachments.", lines(true, 20));

    const auto text = [&](const char* fault, const char* about, const std::string& t, Code code) {
        out.refused(fault, about, in(signed_text(t)), code);
    };
    const SubmitLines plain = lines(false, 1);
    const std::string plain_text = plain.print();
    text("another-type", "An auth note's first line.",
         replaced(plain_text, "parapet-submit/1", "parapet-auth/1"), Code::wrong_type);
    text("no-object", "At least one.", plain_text.substr(0, plain_text.find("object ")), Code::malformed);
    text("twenty-one-attachments", "One too many, beside an identity.", lines(true, 21).print(),
         Code::malformed);
    SubmitLines attachment_first = plain;
    std::swap(attachment_first.objects[0], attachment_first.objects[1]);
    text("attachment-first", "A message comes first.", attachment_first.print(), Code::malformed);
    SubmitLines wraps_late = lines(false, 2);
    wraps_late.objects[2].wraps_hash = cast::fixed<Hash>("late");
    text("recipients-after-an-attachment", "Attachments come last and have none.", wraps_late.print(),
         Code::malformed);
    SubmitLines twice = lines(false, 2);
    twice.objects[2] = twice.objects[1];
    text("object-twice", "None stands twice.", twice.print(), Code::malformed);
    text("object-of-three-fields", "No wraps hash at all.",
         replaced(plain_text, " " + std::string(64, '0') + "\n", "\n"), Code::malformed);
    text("core-length-with-leading-zero", "016512.", replaced(plain_text, " 16512 ", " 016512 "),
         Code::malformed);
    text("key-of-31-bytes", "One byte short.",
         replaced(plain_text, to_base64(plain.key), to_base64(ByteView(plain.key).first(31))),
         Code::malformed);

    Bytes two = signed_text(plain_text);
    two = sign::add_signature(two, "root-1", cast::signing_key("root-1")).value();
    out.refused("two-signatures", "Exactly one.", in(two), Code::too_many_signatures);
    out.refused("signed-under-another-name", "The name is the case id.",
                in(sign::sign_note(plain_text, "reporter", cast::reporter_key())), Code::unknown_signer);
    out.refused("signed-by-another-key", "The key line says whose it must be.",
                in(sign::sign_note(plain_text, to_hex(cast::case_id()), cast::signing_key("stranger"))),
                Code::unknown_signer);
    out.refused("object-changed", "Another core length than was signed.", in([&] {
                    const Bytes note = signed_text(plain_text);
                    const std::string changed =
                        replaced(std::string(parapet::text(note)), " 16512 ", " 16511 ");
                    return Bytes(changed.begin(), changed.end());
                }()),
                Code::bad_signature);
    SubmitLines elsewhere = plain;
    elsewhere.deployment = cast::fixed<DeploymentId>("elsewhere");
    text("another-deployment", "Signed for elsewhere.", elsewhere.print(), Code::wrong_deployment);
    SubmitLines other_case = plain;
    other_case.case_id = cast::fixed<CaseId>("another case");
    out.refused("case-of-another-key", "A case is the hash of its key.",
                in(sign::sign_note(other_case.print(), to_hex(other_case.case_id), cast::reporter_key())),
                Code::wrong_case);
}

const Registered kRegistered{"submit", write_submit};

}  // namespace parapet::vectors::group_submit
