#include "reviewer/client/open_case.h"

#include "crypto/open/message.h"
#include "crypto/open/wrap.h"
#include "crypto/verify/ed25519.h"

namespace parapet::officer {
namespace {

Status check_box(const content::Report& report, const verify::Digests& digests) {
    if (digests.find(verify::rid_of(report.box)) == nullptr)
        return Error{Code::not_a_recipient, "the report's box is not among its recipients"};
    return Done{};
}

Result<Content> read_content(verify::Kind kind, ByteView json, const verify::Digests& digests) {
    switch (kind) {
        case verify::Kind::report: {
            TRY(content::Report report, content::read_report(json));
            TRY_(check_box(report, digests));
            return Content(std::move(report));
        }
        case verify::Kind::message: {
            TRY(content::Message message, content::read_message(json));
            return Content(std::move(message));
        }
        case verify::Kind::reply: {
            TRY(content::Reply reply, content::read_reply(json));
            return Content(std::move(reply));
        }
        case verify::Kind::note: {
            TRY(content::OfficeNote note, content::read_note(json));
            return Content(std::move(note));
        }
        case verify::Kind::identity: {
            TRY(content::Identity identity, content::read_identity(json));
            return Content(std::move(identity));
        }
        case verify::Kind::attachment:
            break;
    }
    return Error{Code::bad_header, "an attachment is not a message"};
}

Status open_into(OpenedMessage& out, const SealedObject& sealed, const keys::MemberKeys& keys,
                 const Office& office) {
    TRY(const keys::Dek dek, open::unwrap(sealed.header, sealed.mine, keys.seal()));
    const bool by_office = !sealed.logged.written_by.empty();
    TRY(const open::OpenedMessage opened,
        by_office ? open::open_office_message(sealed.core, dek, {office.rosters()})
                  : open::open_reporter_message(sealed.core, dek));
    if (opened.member) out.label = opened.member->label;
    TRY(Content content, read_content(sealed.header.kind, opened.json.reveal(), sealed.digests));
    out.content = std::move(content);
    return Done{};
}

}  // namespace

OpenedMessage open_object(const ProvenLeaf&, const SealedObject& sealed, const keys::MemberKeys& keys,
                          const Office& office) {
    OpenedMessage out;
    out.logged = sealed.logged;
    out.author = sealed.header.author;
    out.roster_hash = sealed.header.roster_hash;
    out.digests = sealed.digests;
    if (const Status opened = open_into(out, sealed, keys, office); !opened.ok()) {
        out.fault = opened.error().code;
        out.content.reset();
        out.label.clear();
    }
    return out;
}

}  // namespace parapet::officer
