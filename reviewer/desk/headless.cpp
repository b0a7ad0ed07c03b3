#include "reviewer/desk/headless.h"

#include <fcntl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "reviewer/desk/attachment_stream.h"
#include "reviewer/desk/files_from_disk.h"

namespace parapet::desk {
namespace {

using Json = nlohmann::ordered_json;

// A command becomes the very body that the page would send, so that there is one parser and one law.
ByteView body_of(std::string& held, const Json& json) {
    held = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return view(held);
}

Result<std::string> pick_case(Desk& desk, const std::string& wanted) {
    if (wanted != "newest") return wanted;
    TRY(const std::string inbox, desk.inbox());
    const Json parsed = Json::parse(inbox, nullptr, false);
    const Json& cases = parsed["cases"];
    if (cases.empty()) return Error{Code::not_found, "the inbox is empty"};
    return cases.front()["case"].get<std::string>();
}

Result<std::string> read_case(Desk& desk, const Command& command, const std::string& case_id) {
    std::string held;
    const Json body{{"case", case_id}, {"purpose", command.purpose}, {"no_conflict", command.no_conflict}};
    TRY(const ReadRequest request, parse_read(body_of(held, body)));
    return desk.read(request);
}

Result<std::string> save_attachment(Desk& desk, const Command& command, const std::string& case_id) {
    std::string held;
    const Json body{{"case", case_id}, {"env", command.env}};
    TRY(const AttachmentRequest request, parse_attachment(body_of(held, body)));
    TRY(open::VerifiedAttachment verified, desk.attachment(request));
    const int fd = ::open(command.out_file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return Error{Code::io, "the new file cannot be made"};
    AttachmentStream stream(std::move(verified));
    Status written = Done{};
    while (written.ok()) {
        const Result<ByteView> run = stream.next();
        if (!run.ok()) written = run.error();
        if (!run.ok() || run->empty()) break;
        if (::write(fd, run->data(), run->size()) != static_cast<ssize_t>(run->size()))
            written = Error{Code::io, "the new file cannot be written"};
    }
    ::close(fd);
    if (!written.ok()) return written.error();
    return Json{{"size", stream.size()}, {"verified", true}}.dump();
}

Result<std::string> send_reply(Desk& desk, const Command& command, const std::string& case_id) {
    Json body{{"case", case_id},
              {"type", command.type},
              {"status", command.status},
              {"text", command.text},
              {"look_again", command.look_again},
              {"files", Json::array()}};
    TRY(const auto files, FilesFromDisk::look(command.attach));
    for (const officer::FileToSend& file : files)
        body["files"].push_back({{"name", file.name}, {"type", file.type}, {"size", file.size}});
    std::string held;
    (void)body_of(held, body);
    FilesFromDisk octets(held, command.attach, files);
    service::RunReader in(octets);
    TRY(const ReplyRequest request, take_reply_head(in));
    return desk.reply(request, in);
}

// Requests for names are answered without reading any case; a custodian may read none.
Result<std::string> answer_request(Desk& desk, const Command& command) {
    std::string held;
    Json body{{"request", command.request}};
    if (command.what == "refuse-name") {
        body["reason"] = command.text;
        TRY(const NameRefused refused, parse_refuse_name(body_of(held, body)));
        return desk.refuse_name(refused);
    }
    TRY(const std::uint64_t request, parse_name_request(body_of(held, body)));
    return command.what == "approve-name" ? desk.approve_name(request) : desk.open_name(request);
}

Result<std::string> ask_name(Desk& desk, const Command& command, const std::string& case_id) {
    std::string held;
    const Json body{{"case", case_id},
                    {"message", command.message},
                    {"purpose", command.purpose},
                    {"reason", command.text}};
    TRY(const NameAsked asked, parse_ask_name(body_of(held, body)));
    return desk.ask_name(asked);
}

bool answers_a_request(const std::string& what) {
    return what == "approve-name" || what == "refuse-name" || what == "open-name";
}

}  // namespace

Result<std::string> run_headless(Desk& desk, const Command& command) {
    if (command.what == "inbox") return desk.inbox();
    if (command.what == "names") return desk.names();
    if (answers_a_request(command.what)) return answer_request(desk, command);
    TRY(const std::string case_id, pick_case(desk, command.case_id));
    if (command.what == "recuse") {
        TRY(const CaseId id, fixed_from_hex<CaseId>(case_id));
        return desk.recuse(id);
    }
    TRY(std::string shown, read_case(desk, command, case_id));
    if (command.what == "attachment") return save_attachment(desk, command, case_id);
    if (command.what == "ask-name") return ask_name(desk, command, case_id);
    if (command.what == "reply") return send_reply(desk, command, case_id);
    return shown;
}

}  // namespace parapet::desk
