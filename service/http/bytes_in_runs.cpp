#include "service/http/bytes_in_runs.h"

namespace parapet::service {

Status RunReader::fill(MutableBytes out) {
    while (!out.empty()) {
        if (rest_.empty()) {
            TRY(rest_, source_.next());
        }
        if (rest_.empty()) return Error{Code::truncated, "a body is shorter than announced"};
        const std::size_t n = std::min(out.size(), rest_.size());
        std::ranges::copy(rest_.first(n), out.begin());
        out = out.subspan(n);
        rest_ = rest_.subspan(n);
    }
    return Done{};
}

Result<Bytes> read_whole(ByteSource& source, std::uint64_t largest) {
    if (source.size() > largest) return Error{Code::too_large, "a body is over the limit of its route"};
    Bytes out;
    for (;;) {
        TRY(const ByteView run, source.next());
        if (run.empty()) break;
        // Grown by what came, not by what was announced: a length alone must not cost memory.
        put(out, run);
    }
    if (out.size() != source.size()) return Error{Code::truncated, "a body is shorter than announced"};
    return out;
}

}  // namespace parapet::service
