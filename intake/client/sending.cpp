#include "intake/client/sending.h"

#include <algorithm>

#include "crypto/base/reader.h"

namespace parapet::reporter {
namespace {

using verify::RecordType;

constexpr std::uint64_t kPiece = 128 * verify::kSealedPieceSize;  // 8 MiB

struct UploadState {
    EnvelopeId env;
    verify::UploadRef::Id id;
    std::uint64_t durable = 0;
};

Result<std::vector<UploadState>> begin_uploads(service::Client& intake, ByteView note) {
    verify::BundleWriter request;
    request.add(RecordType::note, note);
    TRY(const Bytes answer, intake.post("/api/upload/begin", request.finish()));
    Reader in(answer);
    std::vector<UploadState> out;
    while (!in.done()) {
        UploadState state;
        TRY(state.env, in.take_fixed<EnvelopeId>());
        TRY(state.id, in.take_fixed<verify::UploadRef::Id>());
        TRY(state.durable, in.take_u64());
        out.push_back(state);
    }
    return out;
}

// Where the piece that starts at `from` ends: on a chunk border, or at the end.
std::uint64_t piece_end(std::uint64_t from, std::uint64_t all) {
    const std::uint64_t border = from == 0 ? verify::kHeaderSize : from;
    return std::min(all, border + kPiece);
}

Status upload(service::Client& intake, const BundleFile& bundle, const FiledRecord& core,
              const UploadState& state, const service::Progress& progress) {
    std::uint64_t durable = state.durable;
    while (durable < core.length) {
        Bytes request;
        put(request, state.id);
        put_u64(request, durable);
        const std::size_t head = request.size();
        request.resize(head + static_cast<std::size_t>(piece_end(durable, core.length) - durable));
        TRY_(bundle.source().read(core.offset + durable, MutableBytes(request).subspan(head)));
        TRY(const Bytes answer, intake.post("/api/upload/piece", request));
        Reader in(answer);
        TRY(const std::uint64_t now, in.take_u64());
        TRY_(in.finish());
        if (now <= durable) return Error{Code::unavailable, "the service does not get on with this upload"};
        durable = now;
        if (progress) progress(durable, core.length);
    }
    return Done{};
}

Result<EnvelopeId> env_of(const BundleFile& bundle, const FiledRecord& core) {
    std::array<std::uint8_t, verify::kHeaderSize> header{};
    if (core.length < header.size()) return Error{Code::truncated, "a core shorter than its header"};
    TRY_(bundle.source().read(core.offset, header));
    return verify::env_id_of(header);
}

}  // namespace

Status send_bundle(service::Client& intake, const BundleFile& bundle, const service::Progress& progress) {
    if (bundle.records().empty() || bundle.records()[0].type != RecordType::note)
        return Error{Code::malformed, "a submission begins with its note"};
    TRY(const Bytes note, bundle.read(bundle.records()[0]));
    const bool large = std::ranges::any_of(bundle.records(), [](const FiledRecord& record) {
        return record.type == RecordType::core && record.length > verify::kInlineCoreLimit;
    });
    std::vector<UploadState> uploads;
    if (large) {
        TRY(uploads, begin_uploads(intake, note));
    }
    verify::BundleWriter submission;
    for (const FiledRecord& record : bundle.records()) {
        if (record.type == RecordType::core && record.length > verify::kInlineCoreLimit) {
            TRY(const EnvelopeId env, env_of(bundle, record));
            const auto state = std::ranges::find(uploads, env, &UploadState::env);
            if (state == uploads.end())
                return Error{Code::malformed, "a core that the note does not announce"};
            TRY_(upload(intake, bundle, record, *state, progress));
            submission.add(RecordType::upload, verify::UploadRef{env, state->id}.encode());
            continue;
        }
        TRY(const Bytes bytes, bundle.read(record));
        submission.add(record.type, bytes);
    }
    TRY_(intake.post("/api/submit", submission.finish()));
    return Done{};
}

}  // namespace parapet::reporter
