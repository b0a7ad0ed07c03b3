// The office, answering whoever holds this code.
#pragma once

#include "tests/intake/plain/visitor.h"

namespace parapet::plain::testing {

class Answering {
public:
    Answering(Visitor& visitor, const std::string& code)
        : visitor_(visitor),
          keys_(keys::ReporterKeys::derive(keys::Receipt::read(view(code)).value(),
                                           visitor.office().office.root.deployment())) {}

    void say(content::PublicStatus status, const std::string& words, std::int32_t look_again_in_days,
             std::optional<std::int32_t> due_in_days = std::nullopt) {
        intake::testing::Reply reply = next(status, words, look_again_in_days);
        if (due_in_days) reply.words.due = today().plus(*due_in_days);
        put(reply, {});
    }
    // What the office calls its decision.
    void decide(const std::string& words) {
        intake::testing::Reply reply = next(content::PublicStatus::decision, words, 30);
        reply.words.type = content::ReplyType::decision;
        put(reply, {});
    }
    // That this member is out of the case.
    void recuse(std::string_view name) {
        intake::testing::Reply reply =
            next(content::PublicStatus::review, "A colleague has left the case.", 14);
        reply.words.recused = {cast::member(name, {verify::Role::officer}, 1).person};
        put(reply, {});
    }
    // With one file; a test may change what lies at the service, and what the reply says of it.
    void send_file(const std::string& name, const Bytes& octets,
                   const std::function<void(intake::testing::OfficeFile&)>& change = {}) {
        intake::testing::Reply reply = next(content::PublicStatus::review, "With a file.", 14);
        intake::testing::OfficeFile file = intake::testing::file_with(reply, name, octets);
        const EnvelopeId env = file.entry.env;
        if (change) change(file);
        const vault::ReplyFile kept = visitor_.office().world.keep_file(env, file.core);
        reply.words.attachments.push_back(std::move(file.entry));
        put(reply, {kept});
    }
    // With a proof of filing, whatever it is.
    void send_filed(content::Filed filed) {
        intake::testing::Reply reply = next(content::PublicStatus::acknowledged, "Thank you.", 14);
        reply.words.filed = std::move(filed);
        put(reply, {});
    }
    // The next reply's number is not the one that follows.
    void skip_one() { ++seq_; }
    [[nodiscard]] verify::Day today() const { return visitor_.office().world.today(); }

private:
    [[nodiscard]] intake::testing::Reply next(content::PublicStatus status, const std::string& words,
                                              std::int32_t look_again_in_days) {
        intake::testing::Reply reply;
        reply.roster_hash = visitor_.office().office.roster.hash();
        reply.case_id = keys_.case_id();
        reply.seq = seq_++;
        reply.words.lang = "en";
        reply.words.type = content::ReplyType::status;
        reply.words.status = status;
        reply.words.text = words;
        reply.words.day = today();
        reply.words.look_again = today().plus(look_again_in_days);
        reply.words.prev = prev_;
        return reply;
    }
    void put(const intake::testing::Reply& reply, const std::vector<vault::ReplyFile>& files) {
        const vault::Reply sealed = intake::testing::sealed_to(keys_, reply);
        prev_ = sealed.env_id;
        INVARIANT(visitor_.office().world.office().put_reply(sealed, files).ok());
    }

    Visitor& visitor_;
    keys::ReporterKeys keys_;
    std::uint32_t seq_ = 0;
    std::optional<EnvelopeId> prev_;
};

}  // namespace parapet::plain::testing
