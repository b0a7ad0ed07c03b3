// vkey: {vkey} -> {name, key, id}.
#include "crypto/verify/vkey.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_vkey {

void write_vkey(VectorFolder& out) {
    const auto good = [&](const char* fact, const char* about, const verify::VerifierKey& key) {
        out.ok(fact, about, {{"vkey", key.print()}},
               {{"name", key.name}, {"key", hex(key.key)}, {"id", hex(key.id())}});
    };
    const auto bad = [&](const char* fault, const char* about, const std::string& vkey) {
        out.refused(fault, about, {{"vkey", vkey}}, Code::malformed);
    };
    good("plain", "A verifier key as it is written in a root.", cast::vkey("root-1"));
    good("name-of-64-bytes", "As long as a name may be.", cast::vkey(std::string(64, 'n')));
    good("name-in-utf-8", "A name is UTF-8.",
         cast::vkey("pr\xC3\xBC"
                    "fer"));
    good("the-example-of-the-go-note-package", "Documentation of golang.org/x/mod/sumdb/note.",
         verify::VerifierKey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
             .value());

    const std::string plain = cast::vkey("root-1").print();
    const std::string id = to_hex(cast::vkey("root-1").id());
    bad("empty", "Nothing at all.", "");
    bad("name-alone", "No id and no key.", "root-1");
    bad("without-a-key", "Nothing after the id.", "root-1+" + id);
    bad("without-a-name", "It begins with the plus.", plain.substr(6));
    bad("name-of-65-bytes", "One byte too many.",
        std::string(1, 'n').append(cast::vkey(std::string(64, 'n')).print()));
    bad("name-with-a-space", "A name has no space.", cast::replaced(plain, "root-1", "root 1"));
    bad("id-of-another-key", "The id is not the hash of name and key.",
        cast::replaced(plain, id, "00000000"));
    std::string upper = id;
    for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'f' ? c - 32 : c);
    bad("id-in-upper-case", "Hex is lower case.", cast::replaced(plain, id, upper));
    bad("id-of-three-bytes", "An id has four.", cast::replaced(plain, id, id.substr(2)));
    Bytes raw(1, 4);
    put(raw, cast::vkey("root-1").key);
    bad("another-algorithm", "Algorithm 4 is a cosigner's.", "root-1+" + id + "+" + to_base64(raw));
    raw[0] = 1;
    raw.push_back(0);
    bad("key-of-33-bytes", "An Ed25519 key has 32.", "root-1+" + id + "+" + to_base64(raw));
    bad("space-at-the-end", "Something after the key.", plain + " ");
}

const Registered kRegistered{"vkey", write_vkey};

}  // namespace parapet::vectors::group_vkey
