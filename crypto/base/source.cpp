#include "crypto/base/source.h"

#include <algorithm>

namespace parapet {

Status MemorySource::read(std::uint64_t offset, MutableBytes out) const {
    if (offset > bytes_.size() || out.size() > bytes_.size() - offset)
        return Error{Code::io, "fewer bytes than there were"};
    std::ranges::copy(bytes_.subspan(static_cast<std::size_t>(offset), out.size()), out.begin());
    return Done{};
}

}  // namespace parapet
