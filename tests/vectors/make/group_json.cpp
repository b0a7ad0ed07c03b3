// json: {json} -> {value}. The one form of JSON that content has, whatever its kind.
#include "crypto/content/strict_json.h"

#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_json {

Json in(std::string_view json) { return {{"json", octets(json)}}; }

std::string nested(std::size_t depth) {
    return R"({"a":)" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

void write_accepted(VectorFolder& out) {
    const auto good = [&](const char* fact, const char* about, const std::string& json) {
        out.ok(fact, about, in(json), {{"value", Json::parse(json)}});
    };
    good("every-kind-of-value", "Text, truth, integers, lists and objects.",
         R"({"a":"b","c":true,"d":false,"e":-7,"f":0,"g":["h",1,[]],"i":{"j":{}}})");
    good("spaces", "Space, tab, line feed and carriage return between tokens.",
         "\r\n\t {\n\t\"a\" : [ 1 ,\r\n2 ] } \n");
    good("escapes", "Every escape, and two halves of one character.",
         R"({"a":"\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00\u0000"})");
    good("two-names-that-differ-in-an-accent", "Names are compared as they are, composed or not.",
         "{\"e\xCC\x81\":1,\"\xC3\xA9\":2}");
    good("the-greatest-integers", "2^53 - 1 and its negative.",
         R"({"a":9007199254740991,"b":-9007199254740991})");
    good("nested-eight-deep", "An object and seven lists.", nested(8));
    good("a-name-that-every-object-knows", "Names mean nothing here.", R"({"__proto__":{"constructor":1}})");
}

void write_refused_numbers(VectorFolder& out) {
    const auto bad = [&](const char* fault, const char* about, const std::string& number) {
        out.refused(fault, about, in(R"({"a":)" + number + "}"), Code::content_schema);
    };
    bad("minus-zero", "A second spelling of zero.", "-0");
    bad("a-fraction", "No fraction, even of zero.", "1.0");
    bad("an-exponent", "No exponent.", "1e0");
    bad("a-leading-zero", "Decimal without leading zeros.", "01");
    bad("a-plus", "No plus.", "+1");
    bad("an-integer-above-2-53", "2^53.", "9007199254740992");
    bad("an-integer-below-minus-2-53", "-2^53.", "-9007199254740992");
    bad("an-integer-of-forty-digits", "More than any word holds.", std::string(40, '9'));
    bad("null", "Nothing is written as null.", "null");
    bad("not-a-number", "A word of JavaScript.", "NaN");
}

void write_refused(VectorFolder& out) {
    const auto bad = [&](const char* fault, const char* about, std::string_view json) {
        out.refused(fault, about, in(json), Code::content_schema);
    };
    using namespace std::string_view_literals;
    bad("a-name-twice", "Which one counts?", R"({"a":1,"a":1})");
    bad("a-name-twice-once-escaped", "The same name after unescaping.", R"({"a":1,"\u0061":2})");
    bad("a-zero-byte-at-the-end", "A zero byte is not the end.", "{\"a\":1}\0"sv);
    bad("a-second-document-after-a-zero-byte", "What stands after a zero byte is read, too.",
        "{\"a\":1}\0{\"a\":2}"sv);
    bad("a-second-document", "One object.", R"({"a":1}{"a":2})");
    bad("a-list", "An object, not a list.", "[1]");
    bad("a-text-alone", "An object, not a text.", R"("a")");
    bad("nothing", "Not one byte.", "");
    bad("byte-order-mark", "No mark in front.", "\xEF\xBB\xBF{\"a\":1}");
    bad("nested-nine-deep", "An object and eight lists.", nested(9));
    bad("a-comma-too-many", "Nothing follows the last comma.", R"({"a":1,})");
    bad("a-comment", "No comments.", R"({"a":1}/* b */)");
    bad("a-name-without-quotes", "Names are texts.", "{a:1}");
    bad("single-quotes", "Texts have double quotes.", "{'a':1}");
    bad("a-line-feed-in-a-text", "Control characters are escaped.", "{\"a\":\"\n\"}");
    bad("a-high-surrogate-alone", "Half a character.", R"({"a":"\ud83d"})");
    bad("a-low-surrogate-first", "Halves in the wrong order.", R"({"a":"\ude00\ud83d"})");
    bad("an-unknown-escape", "No such escape.", R"({"a":"\x41"})");
    bad("not-utf-8", "A byte that UTF-8 does not have.", "{\"a\":\"\xFF\"}");
    bad("an-overlong-quote", "A quote in two bytes.", "{\"a\":\"\xC0\xA2\"}");
    bad("a-no-break-space-between-tokens", "Not a space of JSON.", "{\xC2\xA0\"a\":1}");
    bad("cut", "The end is missing.", R"({"a":"b)");
    out.refused("over-1-mib", "A text that alone is over the limit.",
                {{"json", Json::array({octets(R"({"a":")"), repeated(view("b"), 1 << 20), octets("\"}")})}},
                Code::too_large);
}

void write_json(VectorFolder& out) {
    write_accepted(out);
    write_refused_numbers(out);
    write_refused(out);
}

const Registered kRegistered{"json", write_json};

}  // namespace parapet::vectors::group_json
