// The part of Session that is about confided names.
#include "reviewer/client/session.h"
#include "reviewer/client/signed_acts.h"

namespace parapet::officer {
namespace {

using verify::AuditEvent;
using verify::RecordType;

constexpr std::uint64_t kFromTheEnd = INT64_MAX;  // of a log that never grows so long
constexpr std::uint32_t kMostNamePages = 1'000;

}  // namespace

Result<std::vector<NameRequest>> Session::names() {
    std::vector<NameRequest> out;
    std::uint64_t before = kFromTheEnd;
    for (std::uint32_t pages = 0; pages < kMostNamePages; ++pages) {
        Bytes from;
        put_u64(from, before);
        TRY(const Listing listing, ask_list(verify::Op::unseals, "/api/names", from));
        TRY(const ListedNames page, parse_names_page(listing.json));
        for (const ListedRequest& listed : page.requests)
            out.push_back(verify_request(listed, office_, listing.now, keys_));
        if (page.next == 0) return out;
        if (page.next >= before) return Error{Code::content_schema, "a list without an end"};
        before = page.next;
    }
    return Error{Code::too_large, "a list without an end"};
}

Result<Bytes> Session::post_leaf(const char* path, ByteView leaf,
                                 std::initializer_list<verify::Record> rest) {
    verify::BundleWriter request;
    request.add(RecordType::leaf, leaf);
    for (const verify::Record& record : rest) request.add(record.type, record.bytes);
    return client_.post(path, request.finish());
}

Result<ProvenLeaf> Session::act_on_name(const char* path, const verify::AuditLines& lines,
                                        std::initializer_list<verify::Record> rest) {
    const Bytes leaf = sign_leaf(lines, keys_);
    TRY(const Bytes answer, post_leaf(path, leaf, rest));
    TRY(const auto records, verify::parse_bundle(answer));
    verify::RecordCursor in(records);
    TRY(const ProvenLeaf proof, ProvenLeaf::take(in, leaf, memory_));
    TRY_(in.finish());
    TRY_(keep_(office_, memory_));
    return proof;
}

Result<verify::AuditLines> Session::lines_about(AuditEvent event, const NameRequest& request) {
    if (request.fault) return Error{*request.fault, "the request does not verify against the log"};
    verify::AuditLines out = lines(event);
    out.case_tag = request.case_tag;
    out.objects = {request.object};
    out.request = request.leaf_hash;
    return out;
}

Result<ProvenLeaf> Session::ask_name(const CaseFile& file, std::uint32_t seq, verify::Purpose purpose,
                                     const std::string& reason) {
    TRY(const LoggedObject name, identity_of(file, seq));
    TRY(const SealedWriting sealed, seal_reason_to_ask(file, seq, reason, office_, keys_, random_));
    verify::AuditLines asked = lines(AuditEvent::unseal_request);
    asked.case_tag = file.entry.case_tag;
    asked.objects = {name.tag};
    asked.purpose = purpose;
    asked.hash = sealed.core_hash;
    return act_on_name("/api/names/ask", asked,
                       {{RecordType::core, sealed.core}, {RecordType::wrapset, sealed.wrapset}});
}

Result<ProvenLeaf> Session::approve_name(const NameRequest& request) {
    TRY(verify::AuditLines agreed, lines_about(AuditEvent::unseal_approve, request));
    TRY(const verify::ShareWrapset share, hand_on_share(request, office_, keys_, random_));
    agreed.to = request.requester;
    agreed.hash = verify::wrap_digest(share.wraps.front().blob);
    const Bytes encoded = share.encode();
    return act_on_name("/api/names/approve", agreed, {{RecordType::wrapset, encoded}});
}

Result<ProvenLeaf> Session::refuse_name(const NameRequest& request, const std::string& reason) {
    TRY(verify::AuditLines refused, lines_about(AuditEvent::unseal_refuse, request));
    TRY(const SealedWriting sealed, seal_reason_to_refuse(request, reason, office_, keys_, random_));
    refused.hash = sealed.core_hash;
    return act_on_name("/api/names/refuse", refused,
                       {{RecordType::core, sealed.core}, {RecordType::wrapset, sealed.wrapset}});
}

Result<OpenedName> Session::open_name(const CaseFile& file, const NameRequest& request) {
    TRY(const verify::AuditLines opening, lines_about(AuditEvent::unseal_open, request));
    const Bytes leaf = sign_leaf(opening, keys_);
    TRY(const Bytes answer, post_leaf("/api/names/open", leaf, {}));
    TRY(const auto records, verify::parse_bundle(answer));
    verify::RecordCursor in(records);
    TRY(const ProvenLeaf proof, ProvenLeaf::take(in, leaf, memory_));
    TRY_(keep_(office_, memory_));
    TRY(const verify::Checkpoint now, verify::Checkpoint::verify(memory_.note(), office_.root().lines().log));
    return officer::open_name(proof, in, file, request, now, office_, keys_);
}

}  // namespace parapet::officer
