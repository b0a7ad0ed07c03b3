// audit: {note, root, roster, now?} -> {event, actor, case?, objects, leaf_hash}. A member's leaf is verified
// with the roster, the service's with the root: which of them, the event says. `now`: Unix seconds of the
// server.
#include "crypto/verify/audit_leaf.h"

#include "crypto/verify/ed25519.h"
#include "crypto/verify/merkle.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_audit {

using cast::replaced;
using verify::AuditEvent;
using verify::AuditLines;

constexpr std::uint64_t kNow = 1'795'449'840;  // 2026-11-23T16:04Z

LogTag tag(std::string_view name) { return cast::fixed<LogTag>("tag " + std::string(name)); }

bool by_custodian(AuditEvent event) {
    return event == AuditEvent::unseal_approve || event == AuditEvent::unseal_refuse;
}

std::string_view signer(AuditEvent event) { return by_custodian(event) ? "keeper-1" : "clerk"; }

// The lines that an event needs, by whoever may sign it.
AuditLines lines(AuditEvent event) {
    AuditLines out;
    out.deployment = cast::deployment();
    out.event = event;
    out.time = verify::Minute::parse("2026-11-23T16:04Z").value();
    out.nonce = cast::fixed<Nonce16>("nonce");
    if (verify::is_service_event(event)) {
        out.actor = verify::service_actor(cast::vkey("service").key);
    } else {
        out.actor = verify::rid_of(cast::member_keys(signer(event)).seal_key);
        out.seen = verify::Seen{13, cast::fixed<Hash>("root")};
    }
    if (event != AuditEvent::login && event != AuditEvent::config) out.case_tag = tag("case");
    switch (event) {
        case AuditEvent::login:
            break;
        case AuditEvent::read:
            out.objects = {tag("message"), tag("attachment")};
            out.purpose = verify::Purpose::intake;
            break;
        case AuditEvent::reply:
        case AuditEvent::note:
            out.objects = {tag("message")};
            break;
        case AuditEvent::grant:
            out.objects = {tag("message")};
            out.to = verify::rid_of(cast::member_keys("officer").seal_key);
            break;
        case AuditEvent::recuse:
            break;
        case AuditEvent::unseal_request:
            out.objects = {tag("identity")};
            out.purpose = verify::Purpose::assess;
            out.hash = cast::fixed<Hash>("reason");
            break;
        case AuditEvent::unseal_approve:
            out.objects = {tag("identity")};
            out.to = verify::rid_of(cast::member_keys("clerk").seal_key);
            out.hash = cast::fixed<Hash>("share wrap");
            out.request = cast::fixed<Hash>("request");
            break;
        case AuditEvent::unseal_refuse:
            out.objects = {tag("identity")};
            out.hash = cast::fixed<Hash>("reason");
            out.request = cast::fixed<Hash>("request");
            break;
        case AuditEvent::unseal_open:
            out.objects = {tag("identity")};
            out.request = cast::fixed<Hash>("request");
            break;
        case AuditEvent::received:
            out.time = verify::Day::parse("2026-11-23").value();
            out.objects = {tag("message")};
            out.tag_key = cast::fixed<Hash>("tag key");
            break;
        case AuditEvent::config:
            out.hash = cast::fixed<Hash>("roster");
            break;
    }
    return out;
}

Bytes signed_text(std::string_view text, AuditEvent event) {
    if (verify::is_service_event(event))
        return sign::sign_note(text, "service", cast::signing_key("service"));
    const auto keys = cast::member_keys(signer(event));
    return sign::sign_note(text, to_hex(verify::rid_of(keys.seal_key)), keys.sign_key);
}

// One member in each state: a sealing key is 1216 bytes, and every file holds all of them.
Bytes roster_note() {
    verify::RosterLines out = cast::roster_lines();
    const std::vector<verify::Member> all = out.members;
    out.members = {all[0], all[3], all[5], all[6]};  // clerk, auditor, left, old
    return cast::sign_by_officers(out.print());
}

Json in(const Bytes& note) {
    return {{"note", octets(note)}, {"root", octets(cast::root_note())}, {"roster", octets(roster_note())}};
}
Json in(const AuditLines& l) { return in(signed_text(l.print(), l.event)); }

// With a custodian beside the clerk.
Json with_custodian(const Bytes& note) {
    verify::RosterLines out = cast::roster_lines();
    out.members = {out.members[0], cast::member("keeper-1", {verify::Role::custodian}, 21)};
    Json vector = in(note);
    vector["roster"] = octets(cast::sign_by_officers(out.print()));
    return vector;
}
Json with_custodian(const AuditLines& l) { return with_custodian(signed_text(l.print(), l.event)); }

Json ok_of(const AuditLines& l) {
    Json objects = Json::array();
    for (const LogTag& o : l.objects) objects.push_back(hex(o));
    Json out{{"event", verify::event_name(l.event)}, {"actor", hex(l.actor)}};
    if (l.case_tag) out["case"] = hex(*l.case_tag);
    out["objects"] = objects;
    out["leaf_hash"] = hex(verify::leaf_hash(signed_text(l.print(), l.event)));
    return out;
}

void write_good(VectorFolder& out) {
    for (const AuditEvent event :
         {AuditEvent::login, AuditEvent::read, AuditEvent::reply, AuditEvent::note, AuditEvent::grant,
          AuditEvent::recuse, AuditEvent::received, AuditEvent::config})
        out.ok(std::string(verify::event_name(event)), "The lines that this event needs.", in(lines(event)),
               ok_of(lines(event)));
    for (const AuditEvent event : {AuditEvent::unseal_request, AuditEvent::unseal_approve,
                                   AuditEvent::unseal_refuse, AuditEvent::unseal_open})
        out.ok(std::string(verify::event_name(event)), "The lines that this event needs.",
               with_custodian(lines(event)), ok_of(lines(event)));
    AuditLines login = lines(AuditEvent::login);
    login.actor = verify::rid_of(cast::member_keys("keeper-1").seal_key);
    const Bytes by_keeper =
        sign::sign_note(login.print(), to_hex(login.actor), cast::member_keys("keeper-1").sign_key);
    out.ok("login-of-a-custodian", "Who keeps names has a desk, too.", with_custodian(by_keeper),
           {{"event", "login"},
            {"actor", hex(login.actor)},
            {"objects", Json::array()},
            {"leaf_hash", hex(verify::leaf_hash(by_keeper))}});
    const auto by = [&](const char* fault, const char* about, AuditEvent event, const char* name) {
        AuditLines l = lines(event);
        const auto keys = cast::member_keys(name);
        l.actor = verify::rid_of(keys.seal_key);
        out.refused(fault, about, with_custodian(sign::sign_note(l.print(), to_hex(l.actor), keys.sign_key)),
                    Code::unknown_signer);
    };
    by("approval-by-a-reader", "Custodians answer.", AuditEvent::unseal_approve, "clerk");
    by("refusal-by-a-reader", "Custodians answer.", AuditEvent::unseal_refuse, "clerk");
    by("request-by-a-custodian", "Who works on the case asks.", AuditEvent::unseal_request, "keeper-1");
    by("opening-by-a-custodian", "Custodians see no name.", AuditEvent::unseal_open, "keeper-1");
    by("read-by-a-custodian", "Custodians read no report.", AuditEvent::read, "keeper-1");
    const auto without = [&](const char* fault, AuditEvent event, auto change) {
        AuditLines l = lines(event);
        change(l);
        out.refused(fault, "Exactly the lines that the event needs.", with_custodian(l), Code::malformed);
    };
    without("approval-without-its-request", AuditEvent::unseal_approve, [](auto& l) { l.request.reset(); });
    without("approval-of-two-names", AuditEvent::unseal_approve,
            [](auto& l) { l.objects.push_back(tag("another")); });
    without("opening-with-a-hash", AuditEvent::unseal_open,
            [](auto& l) { l.hash = cast::fixed<Hash>("name"); });
    for (const auto& [fact, now] :
         {std::pair{"ten-minutes-early", kNow + 600}, std::pair{"ten-minutes-late", kNow - 600}}) {
        Json vector = in(lines(AuditEvent::read));
        vector["now"] = now;
        out.ok(fact, "Within ten minutes of the server's clock.", vector, ok_of(lines(AuditEvent::read)));
    }
    for (const auto& [fault, now] :
         {std::pair{"eleven-minutes-early", kNow + 660}, std::pair{"eleven-minutes-late", kNow - 660}}) {
        Json vector = in(lines(AuditEvent::read));
        vector["now"] = now;
        out.refused(fault, "Beyond ten minutes of the server's clock.", vector, Code::wrong_time);
    }
}

void write_form_faults(VectorFolder& out) {
    const std::string good = lines(AuditEvent::read).print();
    const auto text = [&](const char* fault, const char* about, const std::string& t, Code code) {
        out.refused(fault, about, in(signed_text(t, AuditEvent::read)), code);
    };
    text("another-type", "An auth note's first line.", replaced(good, "parapet-audit/1", "parapet-auth/1"),
         Code::wrong_type);
    text("unknown-event", "No event is called so.", replaced(good, "event read", "event peek"),
         Code::malformed);
    for (const char* later : {"export", "shred", "revoke", "witness-gap"})
        out.refused(
            "event-" + std::string(later), "In the list, but not in this version.",
            in(signed_text(replaced(good, "event read", "event " + std::string(later)), AuditEvent::read)),
            Code::unavailable);
    text("unknown-purpose", "No purpose is called so.", replaced(good, "purpose intake", "purpose curiosity"),
         Code::malformed);
    text("day-instead-of-a-time", "Only a reporter's events keep the day alone.",
         replaced(good, "2026-11-23T16:04Z", "2026-11-23"), Code::malformed);
    text("case-before-actor", "The order of lines is fixed.",
         replaced(replaced(good, "case " + to_hex(tag("case")) + "\n", ""), "actor ",
                  "case " + to_hex(tag("case")) + "\nactor "),
         Code::malformed);
    text("nonce-of-15-bytes", "One byte short.",
         replaced(good, to_hex(cast::fixed<Nonce16>("nonce")),
                  to_hex(cast::fixed<Nonce16>("nonce")).substr(2)),
         Code::malformed);
    text("seen-without-a-root", "A size alone.", good.substr(0, good.find("seen ")) + "seen 13\n",
         Code::malformed);

    const auto bad = [&](const char* fault, const char* about, AuditEvent event, auto change) {
        AuditLines l = lines(event);
        change(l);
        out.refused(fault, about, in(l), Code::malformed);
    };
    const auto received_with_time = [](AuditLines& l) {
        l.time = verify::Minute::parse("2026-11-23T16:04Z").value();
    };
    bad("received-with-a-time", "A reporter's event keeps the day alone.", AuditEvent::received,
        received_with_time);
    bad("login-with-a-case", "A line that the event does not need.", AuditEvent::login,
        [](AuditLines& l) { l.case_tag = tag("case"); });
    bad("read-without-a-purpose", "A needed line is absent.", AuditEvent::read,
        [](AuditLines& l) { l.purpose.reset(); });
    bad("read-without-an-object", "A needed line is absent.", AuditEvent::read,
        [](AuditLines& l) { l.objects.clear(); });
    bad("read-without-a-case", "A needed line is absent.", AuditEvent::read,
        [](AuditLines& l) { l.case_tag.reset(); });
    bad("read-with-an-object-twice", "None stands twice.", AuditEvent::read,
        [](AuditLines& l) { l.objects[1] = l.objects[0]; });
    bad("read-without-seen", "Members always say what they saw.", AuditEvent::read,
        [](AuditLines& l) { l.seen.reset(); });
    bad("note-with-two-objects", "Exactly one.", AuditEvent::note,
        [](AuditLines& l) { l.objects.push_back(tag("other")); });
    bad("reply-without-an-object", "A needed line is absent.", AuditEvent::reply,
        [](AuditLines& l) { l.objects.clear(); });
    bad("grant-to-nobody", "A needed line is absent.", AuditEvent::grant,
        [](AuditLines& l) { l.to.reset(); });
    bad("recuse-with-an-object", "A recusal is of a whole case.", AuditEvent::recuse,
        [](AuditLines& l) { l.objects = {tag("message")}; });
    bad("received-without-a-tag-key", "A needed line is absent.", AuditEvent::received,
        [](AuditLines& l) { l.tag_key.reset(); });
    bad("received-with-seen", "The service never says it.", AuditEvent::received, [](AuditLines& l) {
        l.seen = verify::Seen{13, cast::fixed<Hash>("root")};
    });
    bad("config-without-a-hash", "A needed line is absent.", AuditEvent::config,
        [](AuditLines& l) { l.hash.reset(); });
}

void write_signer_faults(VectorFolder& out) {
    const AuditLines read = lines(AuditEvent::read);
    const auto by = [&](std::string_view who, const AuditLines& base) {
        AuditLines l = base;
        const auto keys = cast::member_keys(who);
        l.actor = verify::rid_of(keys.seal_key);
        return in(sign::sign_note(l.print(), to_hex(l.actor), keys.sign_key));
    };
    out.refused("by-a-stranger", "Not in the roster.", by("stranger", read), Code::unknown_signer);
    out.refused("by-one-revoked", "The roster says revoked.", by("left", read), Code::unknown_signer);
    out.refused("by-one-retired", "The roster says retired.", by("old", read), Code::unknown_signer);
    out.refused("by-an-auditor", "No reading role.", by("auditor", read), Code::unknown_signer);
    const auto chief = cast::member_keys("chief");
    out.refused("by-another-member", "The clerk's name on the chief's signature.",
                in(sign::sign_note(read.print(), to_hex(read.actor), chief.sign_key)), Code::unknown_signer);
    out.refused("received-by-a-member", "Only the service says what was received.",
                in(sign::sign_note(lines(AuditEvent::received).print(), to_hex(read.actor),
                                   cast::member_keys("clerk").sign_key)),
                Code::unknown_signer);
    out.refused("read-by-the-service", "The service reads nothing.",
                in(sign::sign_note(read.print(), "service", cast::signing_key("service"))),
                Code::unknown_signer);
    AuditLines other_actor = lines(AuditEvent::received);
    other_actor.actor = read.actor;
    out.refused("service-as-a-member", "The actor is that of the service key.", in(other_actor),
                Code::unknown_signer);
    AuditLines elsewhere = read;
    elsewhere.deployment = cast::fixed<DeploymentId>("elsewhere");
    out.refused("another-deployment", "Signed for elsewhere.", in(elsewhere), Code::wrong_deployment);
    const Bytes note = signed_text(read.print(), AuditEvent::read);
    const std::string changed =
        replaced(std::string(parapet::text(note)), "purpose intake", "purpose review");
    out.refused("purpose-changed", "Another purpose than was signed.",
                in(Bytes(changed.begin(), changed.end())), Code::bad_signature);
    out.refused("two-signatures", "Exactly one.",
                in(sign::add_signature(note, "root-1", cast::signing_key("root-1")).value()),
                Code::too_many_signatures);
}

void write_audit(VectorFolder& out) {
    write_good(out);
    write_form_faults(out);
    write_signer_faults(out);
}

const Registered kRegistered{"audit", write_audit};

}  // namespace parapet::vectors::group_audit
