#include "reviewer/client/session.h"

#include "reviewer/client/signed_acts.h"

namespace parapet::officer {
namespace {

using verify::AuditEvent;
using verify::RecordType;

constexpr std::size_t kMostObjects = 1'000;
constexpr std::uint64_t kMostOctets = 32 * 1024 * 1024;
constexpr std::uint32_t kMostPages = 1'000;

}  // namespace

Session::Session(service::Client client, Office office, LogMemory memory, keys::MemberKeys keys, Keep keep,
                 Clock clock, Random& random)
    : client_(std::move(client)),
      office_(std::move(office)),
      memory_(std::move(memory)),
      keys_(std::move(keys)),
      keep_(std::move(keep)),
      clock_(std::move(clock)),
      random_(random) {}

Result<verify::Member> Session::me() const {
    const verify::Member* member = office_.roster().by_rid(keys_.rid());
    if (member == nullptr || !may_sign(*member, AuditEvent::login))
        return Error{Code::unknown_signer, "the roster lets this key neither read nor keep names"};
    return *member;
}

Status Session::renew() {
    TRY(const Bytes bundle, client_.get("/api/deployment"));
    TRY_(office_.renew(bundle));
    return keep_(office_, memory_);
}

verify::AuditLines Session::lines(AuditEvent event) {
    return leaf_lines(event, office_.root().deployment(), keys_, memory_.seen(), clock_(), random_);
}

Result<Bytes> Session::question(verify::Op op, ByteView body) {
    TRY(const Bytes raw, client_.get("/api/challenge"));
    TRY(const verify::Challenge challenge, verify::Challenge::from(raw));
    return sign_question(op, body, office_.root(), challenge, keys_);
}

Result<Session::Listing> Session::ask_list(verify::Op op, const char* path, ByteView from) {
    Bytes body;
    put_u64(body, memory_.seen().size);
    put(body, from);
    TRY(const Bytes request, question(op, body));
    TRY(Bytes answer, client_.post(path, request));
    TRY(const auto records, verify::parse_bundle(answer));
    verify::RecordCursor in(records);
    TRY(const ByteView checkpoint, in.take(RecordType::checkpoint));
    TRY(const ByteView consistency, in.take(RecordType::consistency));
    TRY(const ByteView json, in.take(RecordType::json));
    TRY_(in.finish());
    TRY(const verify::Checkpoint now, memory_.advance(checkpoint, consistency));
    TRY_(keep_(office_, memory_));
    return Listing{std::move(answer), json, now};
}

Status Session::add_page(ListedPage page, const verify::Checkpoint& checkpoint,
                         std::vector<CaseEntry>& out) const {
    if (page.more && page.cases.empty()) return Error{Code::content_schema, "an inbox without an end"};
    for (ListedCase& listed : page.cases) out.push_back(verify_case(std::move(listed), office_, checkpoint));
    return Done{};
}

Result<std::vector<CaseEntry>> Session::inbox() {
    std::vector<CaseEntry> out;
    for (std::uint32_t pages = 0; pages < kMostPages; ++pages) {
        Bytes from;
        put_u32(from, static_cast<std::uint32_t>(out.size()));
        TRY(const Listing listing, ask_list(verify::Op::inbox, "/api/inbox", from));
        TRY(ListedPage page, parse_inbox_page(listing.json));
        const bool more = page.more;
        TRY_(add_page(std::move(page), listing.now, out));
        if (!more) return out;
    }
    return Error{Code::too_large, "an inbox without an end"};
}

Result<CaseFile> Session::read(CaseEntry entry, verify::Purpose purpose) {
    if (entry.fault) return Error{*entry.fault, "the case does not verify against the log"};
    const std::vector<std::vector<LoggedObject>> reads = split_reads(entry);
    CaseFile file{std::move(entry), 0, 0, {}, {}};
    if (reads.empty()) return Error{Code::not_a_recipient, "nothing in this case is sealed to this officer"};
    for (const auto& objects : reads) TRY_(read_some(file, objects, purpose));
    return file;
}

Status Session::read_some(CaseFile& file, std::span<const LoggedObject> objects, verify::Purpose purpose) {
    verify::AuditLines lines = this->lines(AuditEvent::read);
    lines.case_tag = file.entry.case_tag;
    lines.purpose = purpose;
    for (const LoggedObject& object : objects) lines.objects.push_back(object.tag);
    const Bytes leaf = sign_leaf(lines, keys_);
    TRY(const Bytes answer,
        client_.post("/api/read", verify::BundleWriter().add(RecordType::leaf, leaf).finish()));
    TRY(const auto records, verify::parse_bundle(answer));
    verify::RecordCursor in(records);
    TRY(const ProvenLeaf proof, ProvenLeaf::take(in, leaf, memory_));
    TRY_(keep_(office_, memory_));
    TRY(const std::vector<SealedObject> sealed,
        take_released(in, objects, file.entry.case_id, office_.root().deployment()));
    for (const SealedObject& one : sealed) file.messages.push_back(open_object(proof, one, keys_, office_));
    for (const LoggedObject& object : objects) file.read_in.emplace(object.listed.env, proof.index());
    if (file.log_size == 0) file.leaf = proof.index();
    file.log_size = proof.log_size();
    return Done{};
}

Result<open::VerifiedAttachment> Session::attachment(const CaseFile& file, const EnvelopeId& env,
                                                     const std::filesystem::path& folder) {
    TRY(const content::Attachment* announced, file.attachment(env));
    const auto named = file.read_in.find(env);
    if (named == file.read_in.end()) return Error{Code::not_found, "that file has not arrived"};
    Bytes body;
    put_u64(body, named->second);
    put(body, env);
    TRY(const Bytes request, question(verify::Op::object, body));
    TRY(open::CiphertextFile core, open::CiphertextFile::make(folder));
    TRY_(client_.download("/api/object", request, [&](ByteView run) { return core.append(run); }));
    return open::VerifiedAttachment::verify(std::move(core),
                                            {announced->core_hash, announced->key, announced->size});
}

Result<ProvenLeaf> Session::send(AuditEvent event, const CaseFile& file, const SealedWriting& writing,
                                 const std::vector<SentFile>& files) {
    verify::AuditLines lines = this->lines(event);
    lines.case_tag = file.entry.case_tag;
    lines.objects = {verify::object_tag(file.entry.tag_key, writing.env, writing.core_hash)};
    for (const SentFile& one : files)
        lines.objects.push_back(verify::object_tag(file.entry.tag_key, one.upload.env, one.core_hash));
    const Bytes leaf = sign_leaf(lines, keys_);
    verify::BundleWriter request;
    request.add(RecordType::leaf, leaf);
    request.add(RecordType::core, writing.core);
    request.add(RecordType::wrapset, writing.wrapset);
    for (const SentFile& one : files) request.add(RecordType::upload, one.upload.encode());
    TRY(const Bytes answer, client_.post("/api/write", request.finish()));
    TRY(const auto records, verify::parse_bundle(answer));
    verify::RecordCursor in(records);
    TRY(const ProvenLeaf proof, ProvenLeaf::take(in, leaf, memory_));
    TRY_(in.finish());
    TRY_(keep_(office_, memory_));
    return proof;
}

Result<OutgoingFile> Session::seal_file(const CaseFile& file, std::uint32_t part, const FileToSend& facts,
                                        service::RunReader& in, const std::filesystem::path& folder) {
    return seal_outgoing(fields_of_file(file, office_, part), facts, in, folder, random_);
}

Result<ProvenLeaf> Session::reply(CaseFile& file, const ReplyDraft& draft, std::vector<OutgoingFile> files,
                                  const service::Progress& progress) {
    TRY(const verify::Member member, me());
    std::vector<content::Attachment> entries;
    entries.reserve(files.size());
    for (OutgoingFile& one : files) entries.push_back(std::move(one.entry));
    // Sealed before anything is sent: what does not fit is refused while there is nothing to take back.
    const verify::Day today = clock_().day();
    TRY(SealedReply sealed, seal_reply(file, draft, std::move(entries), today, office_, keys_, random_));
    TRY(const std::vector<SentFile> sent, send_files(files, sealed.said.attachments, progress));
    TRY(const ProvenLeaf proof, send(AuditEvent::reply, file, sealed.writing, sent));
    OpenedMessage said;
    said.logged.listed.env = sealed.writing.env;
    said.logged.listed.kind = verify::Kind::reply;
    said.logged.listed.seq = file.entry.next_reply++;
    said.logged.leaf = proof.index();
    said.logged.day = today;
    said.author = verify::Author::reviewer;
    said.label = member.label;
    said.content = std::move(sealed.said);
    file.messages.push_back(std::move(said));
    return proof;
}

Result<ProvenLeaf> Session::note(const CaseFile& file, const std::string& text) {
    TRY(const SealedWriting writing, seal_note(file, text, office_, keys_, random_));
    return send(AuditEvent::note, file, writing);
}

Result<ProvenLeaf> Session::act(const verify::AuditLines& lines) {
    const Bytes leaf = sign_leaf(lines, keys_);
    TRY(const Bytes answer,
        client_.post("/api/act", verify::BundleWriter().add(RecordType::leaf, leaf).finish()));
    TRY(const auto records, verify::parse_bundle(answer));
    verify::RecordCursor in(records);
    TRY(const ProvenLeaf proof, ProvenLeaf::take(in, leaf, memory_));
    TRY_(in.finish());
    TRY_(keep_(office_, memory_));
    return proof;
}

Result<ProvenLeaf> Session::recuse(const CaseEntry& entry) {
    verify::AuditLines lines = this->lines(AuditEvent::recuse);
    lines.case_tag = entry.case_tag;
    return act(lines);
}

Result<ProvenLeaf> Session::login() { return act(lines(AuditEvent::login)); }

std::vector<std::vector<LoggedObject>> split_reads(const CaseEntry& entry) {
    std::vector<std::vector<LoggedObject>> out;
    std::uint64_t octets = 0;
    for (const LoggedObject& object : entry.objects) {
        if (!object.listed.mine) continue;
        const std::uint64_t own = object.listed.kind == verify::Kind::attachment ? 0 : object.listed.core_len;
        if (out.empty() || out.back().size() == kMostObjects || octets + own > kMostOctets) {
            out.emplace_back();
            octets = 0;
        }
        octets += own;
        out.back().push_back(object);
    }
    return out;
}

}  // namespace parapet::officer
