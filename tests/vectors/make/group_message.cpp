// message: {core, dek, root?, rosters?} -> {json, author}: who wrote it, and that nobody changed it. With
// rosters it is read as the office's, without as a reporter's.
#include "tests/crypto/cast.h"
#include "tests/vectors/make/raw_core.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_message {

using verify::EnvelopeHeader;
using verify::Kind;

constexpr std::string_view kJson = R"({"v":1,"lang":"en","text":"One order was split into four."})";

Bytes signed_json(const EnvelopeId& env, std::string_view json, const sign::SigningKey& author) {
    Bytes to_sign(env.bytes.begin(), env.bytes.end());
    put(to_sign, json);
    Bytes out;
    put_u32(out, static_cast<std::uint32_t>(json.size()));
    put(out, json);
    put(out, author.public_key());
    put(out, author.sign_labelled("parapet/1/msg", to_sign));
    return out;
}

// The clerk active, "left" revoked or not: a sealing key is long, so that only these two are in it.
Bytes roster_note(std::uint64_t version, verify::MemberState left) {
    verify::RosterLines out = cast::roster_lines();
    const auto all = out.members;
    out.version = version;
    out.members = {all[0], all[3], all[5]};
    out.members[2].state = left;
    out.members[2].index = 9;
    return cast::sign_by_officers(out.print());
}

Hash hash_of(ByteView note) {
    return verify::UnverifiedRoster::parse(note).value().verify(cast::root()).value().hash();
}

class Writer {
public:
    explicit Writer(VectorFolder& out) : out_(out) {}

    // The file of a core named `name`.
    Json core(const std::string& name, const EnvelopeHeader& header, const Bytes& content) {
        const Bytes core = good_core(header, dek(name), content);
        out_.binary(name, core);
        return {{"core", piece("message/" + name + ".bin", 0, core.size())},
                {"dek", hex(dek(name).reveal())}};
    }
    void ok(const std::string& name, const char* about, Json in, const sign::SigningKey& author) {
        out_.ok(name, about, std::move(in),
                {{"json", Json{{"text", kJson}}}, {"author", hex(author.public_key())}});
    }
    void refused(const std::string& name, const char* about, Json in, Code code) {
        out_.refused(name, about, std::move(in), code);
    }

private:
    VectorFolder& out_;
};

void write_reporter(Writer& out) {
    const auto me = cast::reporter_key();
    const auto header = [](const char* name) { return committed(Kind::message, 1, 0, name); };
    EnvelopeHeader h = header("by-the-reporter");
    out.ok("by-the-reporter", "A further message.",
           out.core("by-the-reporter", h, signed_json(h.env_id(), kJson, me)), me);
    h = header("by-another-key");
    const auto other = cast::signing_key("somebody");
    out.refused("by-another-key", "Well signed, but by a key that is not this case's.",
                out.core("by-another-key", h, signed_json(h.env_id(), kJson, other)), Code::wrong_author);
    h = header("signed-for-another-envelope");
    out.refused(
        "signed-for-another-envelope", "A message of this reporter, sealed once more elsewhere.",
        out.core("signed-for-another-envelope", h, signed_json(cast::fixed<EnvelopeId>("env"), kJson, me)),
        Code::inner_signature);
    h = header("text-changed");
    Bytes changed = signed_json(h.env_id(), kJson, me);
    changed[10] ^= 1;
    out.refused("text-changed", "One bit of the JSON.", out.core("text-changed", h, changed),
                Code::inner_signature);
    h = header("octet-after-signature");
    Bytes longer = signed_json(h.env_id(), kJson, me);
    longer.push_back(0);
    out.refused("octet-after-signature", "Something behind the signature.",
                out.core("octet-after-signature", h, longer), Code::trailing_bytes);
    h = header("json-longer-than-there");
    Bytes beyond = signed_json(h.env_id(), kJson, me);
    beyond[2] = 0x40;
    out.refused("json-longer-than-there", "A length beyond the content.",
                out.core("json-longer-than-there", h, beyond), Code::truncated);
    h = committed(Kind::reply, 0, 0, "reply-by-a-reporter");
    out.refused("reply-by-a-reporter", "The holder of the code cannot answer for the office.",
                out.core("reply-by-a-reporter", h, signed_json(h.env_id(), kJson, me)), Code::wrong_author);
}

void write_office(Writer& out) {
    const auto clerk = cast::member_keys("clerk").sign_key, left = cast::member_keys("left").sign_key;
    const Bytes before = roster_note(2, verify::MemberState::active),
                now = roster_note(3, verify::MemberState::revoked);
    const auto in = [&](const std::string& name, Kind kind, const Hash& roster,
                        const sign::SigningKey& author) {
        EnvelopeHeader h = committed(kind, 0, 0, name);
        h.roster_hash = roster;
        Json made = out.core(name, h, signed_json(h.env_id(), kJson, author));
        made["root"] = octets(cast::root_note());
        made["rosters"] = Json::array({octets(before), octets(now)});
        return made;
    };
    out.ok("reply-by-the-clerk", "A reply.", in("reply-by-the-clerk", Kind::reply, hash_of(now), clerk),
           clerk);
    out.ok("note-by-the-clerk", "A note under the roster before.",
           in("note-by-the-clerk", Kind::note, hash_of(before), clerk), clerk);
    out.refused("reply-by-an-auditor", "An auditor reads no case and answers none.",
                in("reply-by-an-auditor", Kind::reply, hash_of(now), cast::member_keys("auditor").sign_key),
                Code::wrong_author);
    out.refused("reply-by-nobody-listed", "A key that no line names.",
                in("reply-by-nobody-listed", Kind::reply, hash_of(now), cast::signing_key("somebody")),
                Code::wrong_author);
    out.refused("reply-backdated-by-a-revoked-key", "Active under the roster that is named, revoked now.",
                in("reply-backdated-by-a-revoked-key", Kind::reply, hash_of(before), left),
                Code::wrong_author);
    out.refused("reply-under-an-unknown-roster", "A roster that is not known here.",
                in("reply-under-an-unknown-roster", Kind::reply, cast::fixed<Hash>("roster"), clerk),
                Code::unknown_roster);
}

void write_message(VectorFolder& folder) {
    Writer out(folder);
    write_reporter(out);
    write_office(out);
}

const Registered kRegistered{"message", write_message};

}  // namespace parapet::vectors::group_message
