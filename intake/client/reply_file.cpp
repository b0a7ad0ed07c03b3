#include "intake/client/reply_file.h"

#include "crypto/verify/lengths.h"

namespace parapet::reporter {

Status check_folder(const std::filesystem::path& folder) {
    TRY(const open::CiphertextFile file, open::CiphertextFile::make(folder));
    return Done{};
}

Result<open::VerifiedAttachment> fetch_file(service::Client& intake, const Holder& holder,
                                            const content::Attachment& announced,
                                            const std::filesystem::path& folder,
                                            const service::Progress& progress) {
    TRY(const std::uint64_t padded, verify::padlen(verify::Kind::attachment, 8 + announced.size));
    const std::uint64_t all = verify::core_length(padded);
    TRY(open::CiphertextFile core, open::CiphertextFile::make(folder));
    for (std::uint32_t part = 0; core.size() < all; ++part) {
        Bytes body;
        put(body, announced.env);
        put_u32(body, part);
        TRY(const Bytes answer, ask(intake, holder, "/api/fetch", verify::Op::fetch, body));
        if (answer.size() != verify::kFetchSize) return Error{Code::malformed, "a part of another length"};
        const auto rest = std::min<std::uint64_t>(answer.size(), all - core.size());
        TRY_(core.append(ByteView(answer).first(static_cast<std::size_t>(rest))));
        if (progress) progress(core.size(), all);
    }
    return open::VerifiedAttachment::verify(std::move(core),
                                            {announced.core_hash, announced.key, announced.size});
}

}  // namespace parapet::reporter
