// Files that the office sent, for the holder of the case's code.
#include "crypto/base/reader.h"
#include "crypto/verify/lengths.h"
#include "intake/server/asked.h"
#include "intake/server/even_time.h"
#include "intake/server/routes.h"
#include "vault/piece_reader.h"

namespace parapet::intake {
namespace {

struct Wanted {
    EnvelopeId env;
    std::uint32_t part = 0;  // of kFetchSize octets each
};

Result<Wanted> wanted_part(ByteView body) {
    Reader in(body);
    Wanted out;
    TRY(out.env, in.take_fixed<EnvelopeId>());
    TRY(out.part, in.take_u32());
    TRY_(in.finish());
    return out;
}

// Over the beginning of `out`; nothing past the end of the core.
Status read_part(const App& app, const vault::ReplyFile& file, std::uint32_t part, MutableBytes out) {
    const std::uint64_t from = std::uint64_t{part} * verify::kFetchSize;
    if (from >= file.core_len) return Done{};
    TRY(const auto core, vault::PieceReader::open(app.reply_pieces, file.file, file.core_len));
    return core.read(from, out.first(std::min<std::uint64_t>(out.size(), file.core_len - from)));
}

}  // namespace

// Always the same number of octets, random ones where there is nothing: whoever asks about a case that is not
// theirs, or one that does not exist, learns nothing. The holder knows from the reply what should be there,
// and verifies it.
service::Answer fetch(App& app, const service::Request& request) {
    const EvenTime even(kFetchGrid);
    TRY(const Asked asked, open_asked(app, request, verify::Op::fetch));
    TRY(const Wanted wanted, wanted_part(asked.body));
    Bytes out(verify::kFetchSize);
    app.random.fill(out);
    TRY(const vault::Access access, app.drop->access(asked.case_id));
    TRY(const std::optional<vault::ReplyFile> file, app.mail->file(asked.case_id, wanted.env));
    if (access == vault::Access::held && file) TRY_(read_part(app, *file, wanted.part, out));
    return service::Answer::octets(std::move(out));
}

}  // namespace parapet::intake
