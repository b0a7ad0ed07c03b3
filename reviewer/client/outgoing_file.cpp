#include "reviewer/client/outgoing_file.h"

#include "crypto/verify/core_hash.h"

namespace parapet::officer {
namespace {

// A source that can be read once, from its beginning to its end.
class ForwardSource final : public Source {
public:
    ForwardSource(service::RunReader& in, std::uint64_t size) : in_(in), size_(size) {}
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const override {
        INVARIANT(offset == at_);
        at_ += out.size();
        return in_.fill(out);
    }

private:
    service::RunReader& in_;
    std::uint64_t size_;
    mutable std::uint64_t at_ = 0;  // reading moves on, whatever Source says of const
};

}  // namespace

Result<OutgoingFile> seal_outgoing(const seal::HeaderFields& fields, const FileToSend& file,
                                   service::RunReader& in, const std::filesystem::path& folder,
                                   Random& random) {
    if (file.size > verify::kMaxFile) return Error{Code::too_large, "a file has at most 1 GiB"};
    const ForwardSource source(in, file.size);
    TRY(const seal::Sealer sealer, seal::Sealer::begin(fields, source, keys::Dek::random(random)));
    TRY(open::CiphertextFile core, open::CiphertextFile::make(folder));
    verify::CoreHasher hasher;
    const auto keep = [&](ByteView octets) {
        hasher.update(octets);
        return core.append(octets);
    };
    TRY_(keep(sealer.header().encode()));
    for (std::uint64_t i = 0; i < sealer.chunks(); ++i) {
        TRY(const Bytes chunk, sealer.chunk(i));
        TRY_(keep(chunk));
    }
    TRY(const Hash core_hash, hasher.finish());
    return OutgoingFile{
        std::move(core),
        {sealer.env_id(), sealer.dek().duplicate(), core_hash, file.size, file.name, file.type}};
}

}  // namespace parapet::officer
