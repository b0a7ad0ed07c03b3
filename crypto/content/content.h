// What a sealed message says (crypto/SPEC.md section 4): the JSON inside kinds 1 to 5, as types.
//
// These hold plain text, in ordinary memory: they exist only on the reporter's own device and the officer's
// workstation, whose programs wipe what they free. What goes to and from the envelope is a Plaintext.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "crypto/keys/dek.h"
#include "crypto/verify/calendar.h"
#include "crypto/verify/tags.h"

namespace parapet::content {

// One answer: a text, yes or no, a number, several choices, or repeated groups (acts, persons, witnesses).
struct Answer;
using Answers = std::map<std::string, Answer>;
struct Answer {
    std::variant<std::string, bool, std::int64_t, std::vector<std::string>, std::vector<Answers>> value;
    friend bool operator==(const Answer&, const Answer&) = default;
};

// A file that travels as an envelope of its own, and the key that opens it.
struct Attachment {
    EnvelopeId env;
    keys::Dek key;
    Hash core_hash;
    std::uint64_t size = 0;
    std::string name;
    std::string type;  // media type
};

// Of one custodian's share of the identity beside a report or message: what the share is checked against.
struct ShareMark {
    std::uint8_t index = 1;
    Hash hash;
    friend bool operator==(const ShareMark&, const ShareMark&) = default;
};
// Ascending by index. There exactly when an identity object goes with the message; none when every custodian
// is kept out.
using ShareMarks = std::optional<std::vector<ShareMark>>;

struct Report {
    std::string lang;
    SealKey box;  // where the office answers; its rid stands in the report's digests
    std::string form_id;
    std::uint64_t form_version = 1;
    Answers answers;
    std::set<PersonId> exclude;
    std::vector<Attachment> attachments;  // in part order, from part 2
    ShareMarks shares;
};

struct Message {
    std::string lang;
    std::string text;
    Answers answers;
    std::optional<EnvelopeId> seen;  // the last reply read
    std::vector<Attachment> attachments;
    ShareMarks shares;
};

enum class ReplyType : std::uint8_t { acknowledgement, question, status, decision, message };
enum class PublicStatus : std::uint8_t {
    received,
    acknowledged,
    question,
    review,
    investigators,
    decision,
    suspended,
    closed,
};

// What a reporter needs to show that the report is on the log (crypto/verify/filing.h).
struct Filed {
    Bytes leaf;  // `received`, as it stands on the log
    Bytes proof;
    Bytes checkpoint;
    verify::TagKey tag_key;
};

struct Reply {
    std::string lang;
    ReplyType type = ReplyType::message;
    PublicStatus status = PublicStatus::received;
    std::string text;
    verify::Day day;  // on which it was written, by the desk's clock
    verify::Day look_again;
    std::optional<verify::Day> due;
    std::optional<EnvelopeId> prev;  // the reply before this one
    std::set<PersonId> recused;
    std::vector<Attachment> attachments;  // in part order, from part 2
    std::optional<Filed> filed;           // nothing of it is believed before it is verified
};

struct OfficeNote {
    std::string lang;
    std::string text;
};

// Who else may know the person, once a name is opened.
enum class KnownTo : std::uint8_t { office, investigators };
struct GivenIdentity {
    std::string name;
    std::string contact;
    KnownTo known = KnownTo::office;
};
struct Identity {
    std::optional<GivenIdentity> given;
};

[[nodiscard]] std::string_view name_of(ReplyType type);
[[nodiscard]] std::string_view name_of(PublicStatus status);
[[nodiscard]] std::string_view name_of(KnownTo known);
[[nodiscard]] std::optional<KnownTo> known_to(std::string_view name);
[[nodiscard]] std::optional<ReplyType> reply_type(std::string_view name);
[[nodiscard]] std::optional<PublicStatus> public_status(std::string_view name);

// To JSON. content_schema when a value breaks a limit that reading would refuse; too_large over 1 MiB.
[[nodiscard]] Result<Plaintext> write(const Report& report);
[[nodiscard]] Result<Plaintext> write(const Message& message);
[[nodiscard]] Result<Plaintext> write(const Reply& reply);
[[nodiscard]] Result<Plaintext> write(const OfficeNote& note);
[[nodiscard]] Result<Plaintext> write(const Identity& identity);

// Answers alone, as a draft carries them.
[[nodiscard]] Result<Plaintext> write_answers(const Answers& answers);
[[nodiscard]] Result<Answers> read_answers(ByteView json);

// From JSON, strictly: one object, no key twice, none unknown, integers only. content_schema, too_large.
[[nodiscard]] Result<Report> read_report(ByteView json);
[[nodiscard]] Result<Message> read_message(ByteView json);
[[nodiscard]] Result<Reply> read_reply(ByteView json);
[[nodiscard]] Result<OfficeNote> read_note(ByteView json);
[[nodiscard]] Result<Identity> read_identity(ByteView json);

}  // namespace parapet::content
