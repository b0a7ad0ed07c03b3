// content: {kind, json} -> {again}: what writing the same meaning gives, so that both languages write alike.
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_content {

using cast::replaced;

// Functions, not objects: the cast is ready only once the program runs.
std::string box() { return to_base64(cast::member_keys("clerk").seal_key.bytes); }
std::string env() { return to_hex(cast::fixed<EnvelopeId>("env")); }
std::string key() { return to_base64(cast::fixed<Hash>("key").bytes); }
std::string person() { return to_hex(cast::fixed<PersonId>("a")); }
std::string attachment_json() {
    return R"({"env":")" + env() + R"(","key":")" + key() + R"(","core_hash":")" +
           to_hex(cast::fixed<Hash>("core")) + R"(","size":5,"name":"photo.jpg","type":"image/jpeg"})";
}
std::string report_json() {
    return R"({"v":1,"lang":"en","box":")" + box() +
           R"(","form":{"id":"misconduct","version":1},"answers":{"what":"It happened."},"exclude":[],"attachments":[]})";
}
std::string hash() { return to_hex(cast::fixed<Hash>("share")); }
// With one more key at the end.
std::string with_shares(std::string json, const std::string& shares) {
    json.pop_back();
    return json + R"(,"shares":)" + shares + "}";
}
std::string filed_json() {
    return R"({"leaf":"bGVhZg==","proof":"cHJvb2Y=","checkpoint":"cG9pbnQ=","tag_key":")" + key() + R"("})";
}
const std::string kMessage = R"({"v":1,"lang":"fr","text":"Une suite.","attachments":[],"seen":""})";
const std::string kReply =
    R"({"v":1,"lang":"en","type":"question","status":"question","text":"Which month?","day":"2026-11-24","look_again":"2026-12-01","due":"2026-12-08","prev":""})";

class Writer {
public:
    explicit Writer(VectorFolder& out) : out_(out) {}
    void same(const std::string& fact, const char* about, int kind, const std::string& json) {
        other(fact, about, kind, json, json);
    }
    void other(const std::string& fact, const char* about, int kind, const std::string& json,
               const std::string& again) {
        out_.ok(fact, about, {{"kind", kind}, {"json", octets(json)}}, {{"again", again}});
    }
    void bad(const std::string& fault, const char* about, int kind, const std::string& json) {
        out_.refused(fault, about, {{"kind", kind}, {"json", octets(json)}}, Code::content_schema);
    }

private:
    VectorFolder& out_;
};

void write_good(Writer& out) {
    out.same("report", "The least report.", 1, report_json());
    out.same(
        "report-with-everything", "Answers of every shape, an attachment, somebody left out.", 1,
        replaced(
            replaced(
                replaced(
                    report_json(), R"({"what":"It happened."})",
                    R"({"about":["fraud","other"],"danger":true,"persons":[{"name":"the head of unit","since":2019},{}],"times":3,"what":"\"Quoted\", a line\nand a tab\t."})"),
                R"("exclude":[])", R"("exclude":[")" + person() + R"("])"),
            R"("attachments":[])", R"("attachments":[)" + attachment_json() + "]"));
    out.other(
        "answers-in-another-order", "Written again, answers ascend by their names.", 1,
        replaced(report_json(), R"({"what":"It happened."})", R"({"what":"It happened.","about":["fraud"]})"),
        replaced(report_json(), R"({"what":"It happened."})",
                 R"({"about":["fraud"],"what":"It happened."})"));
    out.same("answers-named-by-numbers", "Names ascend as texts, not as numbers.", 1,
             replaced(report_json(), R"({"what":"It happened."})", R"({"10":"a","2":"b","a":"c"})"));
    out.same("answers-named-as-properties", "Words that some languages' objects know already.", 1,
             replaced(report_json(), R"({"what":"It happened."})",
                      R"({"__proto__":"a","constructor":[{"__proto__":"b"}]})"));
    out.other("white-space-and-order", "JSON is read as JSON.", 4,
              "\n{ \"text\" : \"Read twice.\",\t\"v\": 1 , \"lang\":\"ar\" }\n",
              R"({"v":1,"lang":"ar","text":"Read twice."})");
    out.other("escapes", "An escape means its character.", 4,
              R"({"v":1,"lang":"en","text":"\u0041\u00e9\u20ac\ud83d\ude00\/"})",
              "{\"v\":1,\"lang\":\"en\",\"text\":\"A\u00e9\u20ac\U0001F600/\"}");
    out.same("control-characters", "Written as escapes.", 4,
             R"({"v":1,"lang":"en","text":"\u0001\b\f\u001f"})");
    out.same("zero-escaped", "Octet zero has no place in JSON, the character may stand in a text.", 4,
             R"({"v":1,"lang":"en","text":"a\u0000b"})");
    out.same("message", "A further message.", 2, kMessage);
    out.same(
        "message-with-answers", "What was left open in the form.", 2,
        replaced(replaced(kMessage, R"("attachments")", R"("answers":{"hope":"An apology."},"attachments")"),
                 R"("seen":"")", R"("seen":")" + env() + R"(")"));
    out.other("message-with-no-answer", "An empty map of answers is not written.", 2,
              replaced(kMessage, R"("attachments")", R"("answers":{},"attachments")"), kMessage);
    out.same("reply", "A question.", 3, kReply);
    out.other("reply-with-nobody-recused", "An empty list of recused persons is not written.", 3,
              replaced(kReply, R"("prev":"")", R"("prev":"","recused":[])"), kReply);
    out.same("reply-that-follows", "With the one before it, and somebody recused.", 3,
             replaced(replaced(kReply, R"("due":"2026-12-08",)", ""), R"("prev":"")",
                      R"("prev":")" + env() + R"(","recused":[")" + person() + R"("])"));
    out.same("reply-with-a-file", "The office sends files, too.", 3,
             replaced(kReply, R"("prev":"")", R"("prev":"","attachments":[)" + attachment_json() + "]"));
    out.other("reply-with-no-file", "An empty list of files is not written.", 3,
              replaced(kReply, R"("prev":"")", R"("prev":"","attachments":[])"), kReply);
    out.same("reply-with-a-filing", "What shows that the report is on the log.", 3,
             replaced(kReply, R"("prev":"")", R"("prev":"","filed":)" + filed_json()));
    out.same("note", "An office note.", 4, R"({"v":1,"lang":"en","text":"Read twice."})");
    out.same("identity-not-given", "As large as any other.", 5, R"({"v":1,"given":false})");
    out.same(
        "identity-given", "A name and a way to reach the person.", 5,
        R"({"v":1,"given":true,"name":"A procurement officer","contact":"by post","known":"investigators"})");
    out.same(
        "report-with-shares", "What each custodian's share is checked against.", 1,
        with_shares(report_json(), R"([{"i":1,"h":")" + hash() + R"("},{"i":255,"h":")" + hash() + R"("}])"));
    out.same("report-with-no-share", "Every custodian was kept out.", 1, with_shares(report_json(), "[]"));
    out.same("message-with-shares", "A further message has its own.", 2,
             with_shares(kMessage, R"([{"i":7,"h":")" + hash() + R"("}])"));
}

void write_share_faults(Writer& out) {
    const auto bad = [&](const char* fault, const char* about, const std::string& shares) {
        out.bad(fault, about, 1, with_shares(report_json(), shares));
    };
    const std::string one = R"({"i":1,"h":")" + hash() + R"("})";
    bad("share-index-0", "1 to 255.", replaced("[" + one + "]", R"("i":1)", R"("i":0)"));
    bad("share-index-256", "1 to 255.", replaced("[" + one + "]", R"("i":1)", R"("i":256)"));
    bad("share-index-twice", "One share a custodian.", "[" + one + "," + one + "]");
    bad("share-hash-short", "A hash has 32 octets.", R"([{"i":1,"h":"00"}])");
    bad("share-with-more", "Nothing else in it.", replaced("[" + one + "]", R"("i":1)", R"("i":1,"x":1)"));
    bad("shares-null", "A list, or nothing at all.", "null");
    out.bad("shares-of-a-note", "Of reports and messages only.", 4,
            with_shares(R"({"v":1,"lang":"en","text":"a"})", "[]"));
    out.bad("identity-known-to-nobody", "The office, or the investigators, too.", 5,
            R"({"v":1,"given":true,"name":"x","contact":"","known":"anonymous"})");
}

void write_forms(Writer& out) {
    const auto note = [](const std::string& text) { return R"({"v":1,"lang":"en","text":)" + text + "}"; };
    out.bad("not-json", "Single quotes.", 4, "{'v':1}");
    out.bad("empty", "Nothing.", 4, "");
    out.bad("a-list", "No object.", 4, "[1]");
    out.bad("text-after-the-object", "Two objects.", 4, note("\"a\"") + "{}");
    out.bad("byte-order-mark", "UTF-8 needs none.", 4, "\ufeff" + note("\"a\""));
    out.bad("ill-formed-utf8", "A lone continuation octet.", 4, note("\"\x80\""));
    out.bad("lone-surrogate", "Half a character.", 4, note(R"("\ud83d")"));
    out.bad("control-character-unescaped", "A line end inside a string.", 4, note("\"a\nb\""));
    out.bad("key-twice", "Which one counts?", 4, R"({"v":1,"lang":"en","text":"a","text":"b"})");
    out.bad("key-twice-by-an-escape", "The same key, written otherwise.", 4,
            R"({"v":1,"lang":"en","text":"a","te\u0078t":"b"})");
    out.bad("key-unknown", "What is not described is refused.", 4,
            R"({"v":1,"lang":"en","text":"a","more":1})");
    out.bad("key-missing", "No text.", 4, R"({"v":1,"lang":"en"})");
    out.bad("version-2", "Another version.", 4, R"({"v":2,"lang":"en","text":"a"})");
    out.bad("version-as-text", "A number is no string.", 4, R"({"v":"1","lang":"en","text":"a"})");
    out.bad("comma-at-the-end", "Not JSON.", 4, R"({"v":1,"lang":"en","text":"a",})");
    out.bad("comment", "Not JSON.", 4, R"({"v":1,/* */"lang":"en","text":"a"})");
    out.bad("language-in-capitals", "Two to eight small letters.", 4, R"({"v":1,"lang":"EN","text":"a"})");
    out.bad("language-of-nine-letters", "Two to eight small letters.", 4,
            R"({"v":1,"lang":"abcdefghi","text":"a"})");
    out.bad("language-of-one-letter", "Two to eight small letters.", 4, R"({"v":1,"lang":"e","text":"a"})");
}

void write_report_faults(Writer& out) {
    const auto bad = [&](const char* fault, const char* about, const char* from, const std::string& to) {
        out.bad(fault, about, 1, replaced(report_json(), from, to));
    };
    const char* const answers = R"({"what":"It happened."})";
    bad("answer-null", "An answer is something.", answers, R"({"what":null})");
    bad("answer-fraction", "Integers only.", answers, R"({"what":1.5})");
    bad("answer-exponent", "Integers only.", answers, R"({"what":1e3})");
    bad("answer-over-2-to-53", "Larger than every program can hold.", answers,
        R"({"what":9007199254740992})");
    bad("answer-nested-map", "A map stands in a list only.", answers, R"({"what":{"a":"b"}})");
    bad("answer-mixed-list", "Strings or maps.", answers, R"({"what":["a",{"b":"c"}]})");
    bad("answer-nested-too-deep", "At most eight levels.", answers,
        R"({"a":[{"a":[{"a":[{"a":[{"a":"b"}]}]}]}]})");
    bad("answer-name-in-capitals", "Names of questions are small.", answers, R"({"What":"a"})");
    bad("answer-name-of-49", "At most 48.", answers, "{\"" + std::string(49, 'a') + "\":\"b\"}");
    bad("form-name-in-capitals", "Names of forms are small.", R"("id":"misconduct")", R"("id":"Misconduct")");
    bad("form-version-0", "Versions begin at 1.", R"("version":1)", R"("version":0)");
    bad("form-with-more", "Nothing else in it.", R"("version":1)", R"("version":1,"x":1)");
    bad("box-short", "A sealing key has 1216 octets.", box().c_str(), box().substr(0, box().size() - 4));
    bad("exclude-twice", "Ascending, none twice.", R"("exclude":[])",
        R"("exclude":[")" + person() + R"(",")" + person() + R"("])");
    bad("exclude-descending", "Ascending.", R"("exclude":[])",
        R"("exclude":["ffffffffffffffff","0000000000000000"])");
    bad("exclude-in-capitals", "Hex is lower case.", R"("exclude":[])", R"("exclude":["FFFFFFFFFFFFFFFF"])");
    std::string persons;
    for (int i = 0; i < 65; ++i)
        persons += (i == 0 ? "\"" : ",\"") + to_hex(Bytes{0, 0, 0, 0, 0, 0, 0, std::uint8_t(i)}) + "\"";
    bad("exclude-65", "At most 64.", R"("exclude":[])", R"("exclude":[)" + persons + "]");
    bad("form-name-of-33", "At most 32.", R"("id":"misconduct")",
        R"("id":")" + std::string(33, 'a') + R"(")");
    std::string many = attachment_json();
    for (int i = 0; i < 20; ++i) many += "," + attachment_json();
    bad("attachments-21", "At most twenty.", R"("attachments":[])", R"("attachments":[)" + many + "]");
    const auto attachment = [&](const char* fault, const char* about, const char* from,
                                const std::string& to) {
        bad(fault, about, R"("attachments":[])",
            R"("attachments":[)" + replaced(attachment_json(), from, to) + "]");
    };
    attachment("attachment-name-empty", "A name has at least one octet.", "photo.jpg", "");
    attachment("attachment-name-of-256", "And at most 255.", "photo.jpg", std::string(256, 'a'));
    attachment("attachment-over-1-gib", "At most 1 GiB.", R"("size":5)", R"("size":1073741825)");
    attachment("attachment-size-negative", "No file is smaller than nothing.", R"("size":5)", R"("size":-1)");
    attachment("attachment-key-url-safe", "Base64 of one alphabet.", key().c_str(),
               std::string(43, '_') + "=");
    attachment("attachment-type-of-128", "A media type has at most 127 octets.", "image/jpeg",
               std::string(128, 'a'));
    attachment("attachment-with-more", "Nothing else in it.", R"("size":5)", R"("size":5,"x":1)");
    attachment("attachment-env-short", "An envelope's id has 32 octets.", env().c_str(), env().substr(2));
}

void write_other_faults(Writer& out) {
    const auto reply = [&](const char* fault, const char* about, const char* from, const std::string& to) {
        out.bad(fault, about, 3, replaced(kReply, from, to));
    };
    reply("reply-type-unknown", "One of five.", R"("type":"question")", R"("type":"verdict")");
    reply("reply-status-unknown", "One of eight.", R"("status":"question")", R"("status":"lost")");
    reply("reply-day-not-in-the-calendar", "2026 has no 31 November.", "2026-12-01", "2026-11-31");
    reply("reply-without-a-day", "Every reply says when it was written.", R"("day":"2026-11-24",)", "");
    reply("reply-of-a-time", "A day, not a time.", "2026-11-24", "2026-11-24T10:00:00Z");
    reply("reply-without-look-again", "Every reply says when to look again.", R"("look_again":"2026-12-01",)",
          "");
    reply("reply-recused-descending", "Ascending, none twice.", R"("prev":"")",
          R"("prev":"","recused":["ffffffffffffffff","0000000000000000"])");
    reply("reply-prev-short", "An envelope's id or nothing.", R"("prev":"")", R"("prev":"00")");
    reply("reply-filing-without-a-leaf", "All of it or nothing.", R"("prev":"")",
          R"("prev":"","filed":)" + replaced(filed_json(), R"("leaf":"bGVhZg==",)", ""));
    reply("reply-filing-with-more", "Nothing else in it.", R"("prev":"")",
          R"("prev":"","filed":)" + replaced(filed_json(), R"({"leaf")", R"({"x":1,"leaf")"));
    reply("reply-filing-of-a-short-key", "A tag key has 32 octets.", R"("prev":"")",
          R"("prev":"","filed":)" + replaced(filed_json(), key(), "AAAA"));
    reply("reply-filing-of-no-octets", "Base64 of at least one octet.", R"("prev":"")",
          R"("prev":"","filed":)" + replaced(filed_json(), "cHJvb2Y=", ""));
    out.bad("message-seen-missing", "Named even when empty.", 2, replaced(kMessage, R"(,"seen":"")", ""));
    out.bad("message-as-a-report", "The schema of its kind.", 1, kMessage);
    out.bad("identity-given-without-a-name", "All or nothing.", 5,
            R"({"v":1,"given":true,"contact":"by post","known":"office"})");
    out.bad("identity-not-given-with-a-name", "All or nothing.", 5, R"({"v":1,"given":false,"name":"x"})");
}

// Texts of which only the length matters, and with them the largest files of JSON.
void write_sizes(VectorFolder& out) {
    const auto note = [](const std::vector<std::uint64_t>& texts) {
        Json json = Json::array({octets(R"({"v":1,"lang":"en","text":")"), repeated(view("x"), texts[0])});
        if (texts.size() > 1) {
            json.push_back(octets(R"(","more":")"));
            json.push_back(repeated(view("x"), texts[1]));
        }
        json.push_back(octets("\"}"));
        return Json{{"kind", 4}, {"json", json}};
    };
    out.refused("text-over-512-kib", "One octet over what a text may have.", note({512 * 1024 + 1}),
                Code::content_schema);
    out.refused("json-over-1-mib", "Too large is asked before anything else is.",
                note({512 * 1024, 512 * 1024}), Code::too_large);
}

void write_content(VectorFolder& folder) {
    Writer out(folder);
    write_sizes(folder);
    write_good(out);
    write_forms(out);
    write_share_faults(out);
    write_report_faults(out);
    write_other_faults(out);
}

const Registered kRegistered{"content", write_content};

}  // namespace parapet::vectors::group_content
