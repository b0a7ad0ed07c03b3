#include "intake/client/sending.h"

#include <algorithm>
#include <thread>

#include "crypto/base/reader.h"
#include "service/http/piece_upload.h"

namespace parapet::reporter {
namespace {

using verify::RecordType;

struct UploadState {
    EnvelopeId env;
    verify::UploadRef::Id id;
    std::uint64_t durable = 0;
};

bool is_large(const FiledRecord& record) {
    return record.type == RecordType::core && record.length > verify::kInlineCoreLimit;
}

Result<std::vector<UploadState>> parse_states(ByteView answer) {
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

Result<EnvelopeId> env_of(const BundleFile& bundle, const FiledRecord& core) {
    std::array<std::uint8_t, verify::kHeaderSize> header{};
    if (core.length < header.size()) return Error{Code::malformed, "a core shorter than its header"};
    TRY_(bundle.source().read(core.offset, header));
    return verify::env_id_of(header);
}

class Sending {
public:
    Sending(service::Client& intake, const BundleFile& bundle, Bytes note, const service::Progress& progress,
            Waiting* waiting)
        : intake_(intake),
          bundle_(bundle),
          note_(note),
          door_(intake, std::move(note), waiting),
          progress_(progress) {
        for (const FiledRecord& record : bundle.records())
            if (is_large(record)) all_ += record.length;
    }

    // How often intake has answered yes: whether another try is worth it.
    [[nodiscard]] std::uint64_t answers() const { return answers_; }

    // Everything from the start; what is durable there is passed over.
    [[nodiscard]] Status attempt() {
        done_ = 0;
        TRY(const std::vector<UploadState> uploads, begin());
        Objects objects;
        for (const FiledRecord& record : std::span(bundle_.records()).subspan(1)) {
            if (!is_large(record)) {
                TRY(Bytes bytes, bundle_.read(record));
                objects.emplace_back(record.type, std::move(bytes));
                continue;
            }
            TRY(const EnvelopeId env, env_of(bundle_, record));
            const auto state = std::ranges::find(uploads, env, &UploadState::env);
            if (state == uploads.end())
                return Error{Code::malformed, "a core that the note does not announce"};
            TRY_(upload(record, *state));
            objects.emplace_back(RecordType::upload, verify::UploadRef{env, state->id}.encode());
        }
        TRY_(knock("/api/submit", objects));
        return Done{};
    }

private:
    using Objects = std::vector<std::pair<RecordType, Bytes>>;

    // A request with the note in front.
    Result<Bytes> knock(const char* path, const Objects& objects) {
        TRY(Bytes answer, door_.post(path, [&](const std::optional<verify::PuzzleAnswer>& solved) {
            verify::BundleWriter out;
            out.add(RecordType::note, note_);
            if (solved) out.add(RecordType::puzzle, solved->encode());
            for (const auto& [type, bytes] : objects) out.add(type, bytes);
            return out.finish();
        }));
        ++answers_;
        return answer;
    }

    Result<Bytes> post(const char* path, ByteView body) {
        TRY(Bytes answer, intake_.post(path, body));
        ++answers_;
        return answer;
    }

    Result<std::vector<UploadState>> begin() {
        if (all_ == 0) return std::vector<UploadState>();
        TRY(const Bytes answer, knock("/api/upload/begin", {}));
        return parse_states(answer);
    }

    Status upload(const FiledRecord& core, const UploadState& state) {
        const service::PieceUpload rest{state.id, bundle_.source(), core.offset, core.length, state.durable};
        TRY_(service::send_pieces(
            intake_, "/api/upload/piece", rest,
            [&](std::uint64_t from) { return verify::upload_piece_end(from, core.length); },
            [&](std::uint64_t durable) {
                if (durable > state.durable) ++answers_;
                tell(durable);
            }));
        done_ += core.length;
        return Done{};
    }

    void tell(std::uint64_t of_this_core) {
        if (progress_) progress_(done_ + of_this_core, all_);
    }

    service::Client& intake_;
    const BundleFile& bundle_;
    const Bytes note_;
    Doorway door_;
    const service::Progress& progress_;
    std::uint64_t all_ = 0;
    std::uint64_t done_ = 0;  // of the cores before this one
    std::uint64_t answers_ = 0;
};

// May be over by itself.
bool passing(Code code) { return code == Code::unreachable || code == Code::truncated || code == Code::busy; }

}  // namespace

Status send_bundle(service::Client& intake, const BundleFile& bundle, const service::Progress& progress,
                   Patience patience, Waiting* waiting) {
    if (bundle.records().empty() || bundle.records()[0].type != RecordType::note)
        return Error{Code::malformed, "a submission begins with its note"};
    TRY(Bytes note, bundle.read(bundle.records()[0]));
    Sending sending(intake, bundle, std::move(note), progress, waiting);
    std::uint64_t seen = 0;
    for (unsigned failures = 0;;) {
        const Status sent = sending.attempt();
        if (sent.ok() || !passing(sent.error().code)) return sent;
        const bool nobody = sending.answers() == 0 && sent.error().code == Code::unreachable;
        // A begin that is answered is no progress by itself.
        failures = sending.answers() > seen + 1 ? 1 : failures + 1;
        seen = sending.answers();
        if (nobody || failures > patience.tries) return sent;
        std::this_thread::sleep_for(patience.pause * failures);
    }
}

}  // namespace parapet::reporter
