// notes: {note, known: [vkey]} -> {text, signers: [index into known]}.
#include "crypto/verify/note.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_notes {

constexpr std::string_view kText = "parapet-test/1\nword one\n";

std::string signed_text(std::string_view text, std::string_view name = "root-1") {
    return std::string(parapet::text(sign::sign_note(text, name, cast::signing_key(name))));
}

std::string line_of(std::string_view text, std::string_view name) {
    const std::string note = signed_text(text, name);
    return note.substr(text.size() + 1);
}

Json in(std::string_view note, std::initializer_list<std::string_view> known = {"root-1", "root-2"}) {
    Json keys = Json::array();
    for (const std::string_view name : known) keys.push_back(cast::vkey(name).print());
    return {{"note", octets(note)}, {"known", keys}};
}

void write_good(VectorFolder& out) {
    const std::string one = signed_text(kText);
    out.ok("one-signature", "One signature of a known key.", in(one),
           {{"text", octets(kText)}, {"signers", Json::array({0})}});
    out.ok("two-signatures", "Two known keys, the second first.",
           in(signed_text(kText, "root-2") + line_of(kText, "root-1")),
           {{"text", octets(kText)}, {"signers", Json::array({0, 1})}});
    out.ok("the-same-line-twice", "One key counts once.", in(one + line_of(kText, "root-1")),
           {{"text", octets(kText)}, {"signers", Json::array({0})}});
    out.ok("beside-an-unknown-key", "A line of an unknown key is passed over.",
           in(signed_text(kText, "stranger") + line_of(kText, "root-1")),
           {{"text", octets(kText)}, {"signers", Json::array({0})}});
    out.ok("beside-a-signature-of-another-kind",
           "A line of an unknown key may have any length from one byte up.",
           in(one + "\xE2\x80\x94 witness AAAAAAE=\n"),
           {{"text", octets(kText)}, {"signers", Json::array({0})}});
    std::string sixteen = one;
    for (int i = 0; i < 15; ++i) sixteen += line_of(kText, "signer-" + std::to_string(i));
    out.ok("sixteen-signatures", "As many as there may be.", in(sixteen),
           {{"text", octets(kText)}, {"signers", Json::array({0})}});
    const std::string_view gap = "a text\n\nwith an empty line\n";
    out.ok("an-empty-line-in-the-text", "The last empty line ends the text.", in(signed_text(gap)),
           {{"text", octets(gap)}, {"signers", Json::array({0})}});
    const std::string_view accents = "Z\xC3\xBCrich \xE2\x82\xAC \xF0\x9F\x93\xAE\n";
    out.ok("a-text-in-utf-8", "Two, three and four byte sequences.", in(signed_text(accents)),
           {{"text", octets(accents)}, {"signers", Json::array({0})}});

    const std::string_view neumann =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem "
        "is.\n";
    const std::string peter =
        std::string(neumann) +
        "\n\xE2\x80\x94 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZ"
        "SNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    out.ok("the-example-of-the-go-note-package", "Documentation of golang.org/x/mod/sumdb/note.",
           {{"note", octets(peter)},
            {"known", Json::array({"PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})}},
           {{"text", octets(neumann)}, {"signers", Json::array({0})}});
}

void write_form_faults(VectorFolder& out) {
    const std::string one = signed_text(kText);
    const auto bad = [&](const char* fault, const char* about, const std::string& note) {
        out.refused(fault, about, in(note), Code::malformed);
    };
    bad("empty", "No bytes at all.", "");
    bad("no-empty-line", "Text and signature without an empty line between them.",
        std::string(kText) + line_of(kText, "root-1"));
    bad("no-signature-line", "The note ends with its empty line.", std::string(kText) + "\n");
    bad("no-line-feed-at-the-end", "The last signature line is not ended.", one.substr(0, one.size() - 1));
    bad("text-with-carriage-return", "CR LF in the text, signed so.",
        signed_text("parapet-test/1\r\nword one\r\n"));
    bad("signature-line-with-carriage-return", "CR LF after the signature.",
        one.substr(0, one.size() - 1) + "\r\n");
    bad("text-with-tab", "A control character, signed so.", signed_text("word\tone\n"));
    bad("text-with-nul", "A zero byte, signed so.", signed_text(std::string_view("word\0one\n", 9)));
    bad("text-not-utf-8", "A lone continuation byte, signed so.", signed_text("word \x80\n"));
    bad("text-with-overlong-utf-8", "U+002F in two bytes.", signed_text("word \xC0\xAF\n"));
    bad("text-with-a-surrogate", "U+D800 in three bytes.", signed_text("word \xED\xA0\x80\n"));
    bad("text-beyond-unicode", "U+110000 in four bytes.", signed_text("word \xF4\x90\x80\x80\n"));
    bad("text-ends-inside-a-character", "Two bytes of three.", signed_text("word \xE2\x82\n"));
    constexpr std::string_view kDashText = "\xE2\x80\x94";
    const std::string dash(kDashText);
    bad("signature-line-with-a-hyphen", "U+002D instead of U+2014.",
        cast::replaced(one, dash + " root-1", "- root-1"));
    bad("signature-line-without-a-name", "Two spaces.", cast::replaced(one, dash + " root-1", dash + " "));
    bad("signature-line-with-a-plus-in-the-name", "A name has no plus.",
        cast::replaced(one, dash + " root-1", dash + " ro+ot"));
    bad("signature-line-without-a-signature", "A name and nothing else.",
        std::string(kText) + "\n" + dash + " root-1\n");
    bad("signature-line-with-a-third-word", "Something after the signature.",
        one.substr(0, one.size() - 1) + " more\n");
    bad("signature-of-a-key-id-alone", "Four bytes.",
        std::string(kText) + "\n" + dash + " root-1 AAAAAA==\n");
    bad("signature-without-padding", "Base64 without its '='.",
        std::string(kText) + "\n" + dash + " witness AAAAAAE\n");
    bad("signature-with-trailing-bits", "Base64 whose last bits are not zero.",
        std::string(kText) + "\n" + dash + " witness AAAAAAF=\n");
    bad("signature-in-url-base64", "'-' and '_' are of another alphabet.",
        std::string(kText) + "\n" + dash + " witness AAAAAA-_\n");
    bad("name-of-65-bytes", "A name has at most 64 bytes.",
        std::string(kText) + "\n" + dash + " " + std::string(65, 'n') + " AAAAAAE=\n");

    std::string seventeen = one;
    for (int i = 0; i < 16; ++i) seventeen += line_of(kText, "signer-" + std::to_string(i));
    out.refused("seventeen-signatures", "One too many, each of them good.", in(seventeen),
                Code::too_many_signatures);
    Json large = in("");
    large["note"] = repeated(view("a\n"), (1 << 19) + 1);
    out.refused("over-1-mib", "Two bytes over the limit; the form is not looked at.", large, Code::too_large);
}

void write_signature_faults(VectorFolder& out) {
    const std::string one = signed_text(kText);
    out.refused("text-changed", "One letter of the text is another.",
                in(cast::replaced(one, "word one", "word two")), Code::bad_signature);
    out.refused("signature-of-another-text", "A good line of another note.",
                in(std::string(kText) + "\n" + line_of("parapet-test/1\nword two\n", "root-1")),
                Code::bad_signature);
    out.refused("unknown-key", "Only a stranger signed.", in(signed_text(kText, "stranger")),
                Code::unknown_signer);
    out.refused("known-name-of-another-key", "The name is known, the key id is not.",
                in(std::string(kText) + "\n" +
                   verify::signature_line(sign::verifier_key("root-1", cast::signing_key("stranger")),
                                          cast::signing_key("stranger").sign(view(kText)))),
                Code::unknown_signer);
    out.refused("known-key-under-another-name", "The key id binds the name, so this line is unknown.",
                in(std::string(kText) + "\n" +
                   verify::signature_line(sign::verifier_key("other", cast::signing_key("root-1")),
                                          cast::signing_key("root-1").sign(view(kText)))),
                Code::unknown_signer);
    out.refused("one-good-and-one-bad-signature",
                "A line of a known key that does not verify spoils the note.",
                in(one + line_of("parapet-test/1\nword two\n", "root-2")), Code::bad_signature);
    Bytes raw;
    put(raw, cast::vkey("root-1").id());
    put_u8(raw, 1);
    out.refused("signature-of-a-known-key-one-byte-long", "Not 64 bytes.",
                in(std::string(kText) + "\n\xE2\x80\x94 root-1 " + to_base64(raw) + "\n"),
                Code::bad_signature);
}

void write_notes(VectorFolder& out) {
    write_good(out);
    write_form_faults(out);
    write_signature_faults(out);
}

const Registered kRegistered{"notes", write_notes};

}  // namespace parapet::vectors::group_notes
