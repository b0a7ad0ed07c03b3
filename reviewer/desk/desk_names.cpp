// The part of Desk that is about confided names.
#include "reviewer/desk/desk.h"

namespace parapet::desk {
namespace {

template <class T>
Result<std::string> leaf_of(const Result<T>& proof) {
    if (!proof.ok()) return proof.error();
    return leaf_json(proof->index());
}

}  // namespace

Result<officer::NameRequest> Desk::find_request(officer::Session& session, std::uint64_t leaf) {
    TRY(std::vector<officer::NameRequest> requests, session.names());
    for (officer::NameRequest& request : requests)
        if (request.index == leaf) return std::move(request);
    return Error{Code::not_found, "no such request concerns this officer"};
}

Result<std::string> Desk::names() {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    const Status renewed = session->renew();
    note_contact(renewed);
    TRY_(renewed);
    TRY(const std::vector<officer::NameRequest> requests, session->names());
    return names_json(requests);
}

Result<std::string> Desk::ask_name(const NameAsked& asked) {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    const auto file = files_.find(asked.case_id);
    if (file == files_.end()) return Error{Code::not_found, "the case was not read since unlocking"};
    return leaf_of(session->ask_name(file->second, asked.seq, asked.purpose, asked.reason));
}

Result<std::string> Desk::approve_name(std::uint64_t request) {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    TRY(const officer::NameRequest asked, find_request(*session, request));
    return leaf_of(session->approve_name(asked));
}

Result<std::string> Desk::refuse_name(const NameRefused& refused) {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    TRY(const officer::NameRequest asked, find_request(*session, refused.request));
    return leaf_of(session->refuse_name(asked, refused.reason));
}

Result<std::string> Desk::open_name(std::uint64_t request) {
    const std::lock_guard working(work_);
    TRY(officer::Session* const session, unlocked());
    TRY(const officer::NameRequest asked, find_request(*session, request));
    if (asked.fault) return Error{*asked.fault, "the request does not verify against the log"};
    TRY(officer::CaseEntry entry, find_entry(*session, asked.case_id));
    TRY(const officer::CaseFile file, session->read(std::move(entry), asked.purpose));
    TRY(const officer::OpenedName opened, session->open_name(file, asked));
    return opened_name_json(opened);
}

}  // namespace parapet::desk
