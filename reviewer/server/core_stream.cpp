#include "reviewer/server/core_stream.h"

#include "crypto/verify/lengths.h"
#include "vault/piece_reader.h"

namespace parapet::reviewer {
namespace {

constexpr std::size_t kRun = 256 * 1024;

class HeldCore final : public service::ByteSource {
public:
    explicit HeldCore(Bytes core) : core_(std::move(core)), runs_(core_) {}
    [[nodiscard]] std::uint64_t size() const override { return core_.size(); }
    [[nodiscard]] Result<ByteView> next() override { return runs_.next(); }

private:
    Bytes core_;
    service::MemorySource runs_;
};

class FileCore final : public service::ByteSource {
public:
    explicit FileCore(vault::PieceReader file) : file_(std::move(file)) {}
    [[nodiscard]] std::uint64_t size() const override { return file_.size(); }
    [[nodiscard]] Result<ByteView> next() override {
        run_.resize(std::min<std::uint64_t>(kRun, file_.size() - given_));
        TRY_(file_.read(given_, run_));
        given_ += run_.size();
        return ByteView(run_);
    }

private:
    vault::PieceReader file_;
    std::uint64_t given_ = 0;
    Bytes run_;
};

std::unique_ptr<service::ByteSource> held(Bytes core) { return std::make_unique<HeldCore>(std::move(core)); }

}  // namespace

Result<std::unique_ptr<service::ByteSource>> stream_core(App& app, const vault::PlacedObject& placed) {
    const vault::CaseObject& object = placed.object;
    if (object.file) {
        TRY(vault::PieceReader file,
            vault::PieceReader::open(app.reply_pieces, *object.file, object.core_len));
        return std::unique_ptr<service::ByteSource>(std::make_unique<FileCore>(std::move(file)));
    }
    if (object.lane != vault::Lane::reporter) {
        TRY(Bytes core,
            app.cases->read([&](const vault::CaseLook& look) { return look.core(object.env_id); }));
        return held(std::move(core));
    }
    TRY(vault::StoredObject stored, app.drop->object({placed.case_id, object.seq}, object.part));
    if (stored.env_id != object.env_id) return Error{Code::storage, "another object than was taken over"};
    if (!stored.file) return held(std::move(stored.core));
    TRY(vault::PieceReader file, vault::PieceReader::open(app.pieces, *stored.file, object.core_len));
    return std::unique_ptr<service::ByteSource>(std::make_unique<FileCore>(std::move(file)));
}

Result<Bytes> whole_core(App& app, const vault::PlacedObject& placed) {
    TRY(const auto source, stream_core(app, placed));
    return service::read_whole(*source, verify::core_length(verify::max_padded(verify::Kind::report)));
}

}  // namespace parapet::reviewer
