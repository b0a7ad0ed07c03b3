// The part of Session that brings files to the service before the reply that names them.
#include <thread>

#include "crypto/base/reader.h"
#include "crypto/verify/lengths.h"
#include "reviewer/client/session.h"
#include "service/http/piece_upload.h"

namespace parapet::officer {
namespace {

constexpr unsigned kTries = 6;
constexpr std::chrono::milliseconds kPause{500};  // longer with each try

struct Begun {
    verify::UploadRef upload;
    std::uint64_t durable = 0;
};

Bytes wanted(const std::vector<OutgoingFile>& files, const std::vector<content::Attachment>& entries) {
    Bytes out;
    for (std::size_t i = 0; i < files.size(); ++i) {
        put(out, entries[i].env);
        put_u64(out, files[i].core.size());
        put(out, entries[i].core_hash);
    }
    return out;
}

// One for each file, in their order.
Result<std::vector<Begun>> parse_begun(ByteView answer, const std::vector<content::Attachment>& entries) {
    Reader in(answer);
    std::vector<Begun> out;
    for (const content::Attachment& entry : entries) {
        Begun one;
        TRY(one.upload.env, in.take_fixed<EnvelopeId>());
        TRY(one.upload.id, in.take_fixed<verify::UploadRef::Id>());
        TRY(one.durable, in.take_u64());
        if (one.upload.env != entry.env) return Error{Code::malformed, "another upload than was begun"};
        out.push_back(one);
    }
    TRY_(in.finish());
    return out;
}

bool may_pass(Code code) {
    return code == Code::unreachable || code == Code::truncated || code == Code::busy;
}

}  // namespace

Result<std::vector<SentFile>> Session::try_to_send(const std::vector<OutgoingFile>& files,
                                                   const std::vector<content::Attachment>& entries,
                                                   const service::Progress& progress) {
    TRY(const Bytes request, question(verify::Op::upload, wanted(files, entries)));
    TRY(const Bytes answer, client_.post("/api/upload/begin", request));
    TRY(const std::vector<Begun> begun, parse_begun(answer, entries));
    std::uint64_t all = 0;
    for (const OutgoingFile& file : files) all += file.core.size();
    std::uint64_t before = 0;
    std::vector<SentFile> out;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::uint64_t length = files[i].core.size();
        const service::PieceUpload rest{begun[i].upload.id, files[i].core, 0, length, begun[i].durable};
        TRY_(service::send_pieces(
            client_, "/api/upload/piece", rest,
            [&](std::uint64_t from) { return verify::upload_piece_end(from, length); },
            [&](std::uint64_t durable) {
                if (progress) progress(before + durable, all);
            }));
        before += length;
        out.push_back({begun[i].upload, entries[i].core_hash});
    }
    return out;
}

Result<std::vector<SentFile>> Session::send_files(const std::vector<OutgoingFile>& files,
                                                  const std::vector<content::Attachment>& entries,
                                                  const service::Progress& progress) {
    if (files.empty()) return std::vector<SentFile>();
    for (unsigned tries = 1;; ++tries) {
        auto sent = try_to_send(files, entries, progress);
        if (sent.ok() || !may_pass(sent.error().code) || tries == kTries) return sent;
        std::this_thread::sleep_for(kPause * tries);
    }
}

}  // namespace parapet::officer
