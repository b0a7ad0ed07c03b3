#include "reviewer/desk/attachment_stream.h"
#include "reviewer/desk/routes.h"

namespace parapet::desk {

using service::Answer;
using service::Request;

Answer state(App& app, const Request&) { return Answer::json(state_json(app.desk.state())); }

Answer unlock(App& app, const Request& request) {
    TRY(const Plaintext passphrase, parse_unlock(request.body));
    TRY_(app.desk.unlock(passphrase));
    return Answer::json(state_json(app.desk.state()));
}

Answer lock(App& app, const Request& request) {
    TRY_(parse_empty(request.body));
    app.desk.lock();
    return Answer::json(state_json(app.desk.state()));
}

Answer inbox(App& app, const Request& request) {
    TRY_(parse_empty(request.body));
    TRY(const std::string json, app.desk.inbox());
    return Answer::json(json);
}

Answer read(App& app, const Request& request) {
    TRY(const ReadRequest wanted, parse_read(request.body));
    TRY(const std::string json, app.desk.read(wanted));
    return Answer::json(json);
}

Answer attachment(App& app, const Request& request) {
    TRY(const AttachmentRequest wanted, parse_attachment(request.body));
    TRY(open::VerifiedAttachment verified, app.desk.attachment(wanted));
    return Answer::stream(std::make_unique<AttachmentStream>(std::move(verified)));
}

Answer reply(App& app, const Request& request) {
    TRY(const ReplyRequest wanted, parse_reply(request.body));
    if (!wanted.files.empty()) return Error{Code::content_schema, "files are sent another way"};
    service::MemorySource nothing{ByteView()};
    service::RunReader files(nothing);
    TRY(const std::string json, app.desk.reply(wanted, files));
    return Answer::json(json);
}

Answer reply_with_files(App& app, const Request&, service::ByteSource& body) {
    service::RunReader in(body);
    TRY(const ReplyRequest wanted, take_reply_head(in));
    TRY(const std::string json, app.desk.reply(wanted, in));
    return Answer::json(json);
}

Answer recuse(App& app, const Request& request) {
    TRY(const CaseId case_id, parse_case(request.body));
    TRY(const std::string json, app.desk.recuse(case_id));
    return Answer::json(json);
}

}  // namespace parapet::desk
