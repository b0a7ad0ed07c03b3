#include "intake/client/sending.h"

#include <algorithm>
#include <thread>

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

// Where the piece that starts at `from` ends: on a chunk border, or at the end.
std::uint64_t piece_end(std::uint64_t from, std::uint64_t all) {
    const std::uint64_t border = from == 0 ? verify::kHeaderSize : from;
    return std::min(all, border + kPiece);
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
        std::uint64_t durable = state.durable;
        tell(durable);
        while (durable < core.length) {
            Bytes request;
            put(request, state.id);
            put_u64(request, durable);
            const std::size_t head = request.size();
            request.resize(head + static_cast<std::size_t>(piece_end(durable, core.length) - durable));
            TRY_(bundle_.source().read(core.offset + durable, MutableBytes(request).subspan(head)));
            const Result<Bytes> answer = post("/api/upload/piece", request);
            if (!answer.ok() && answer.error().code == Code::out_of_order)
                return Error{Code::busy, "a piece whose answer was lost had arrived"};
            if (!answer.ok()) return answer.error();
            Reader in(*answer);
            TRY(const std::uint64_t now, in.take_u64());
            TRY_(in.finish());
            if (now <= durable || now > core.length)
                return Error{Code::unavailable, "the service does not get on with this upload"};
            durable = now;
            tell(durable);
        }
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
