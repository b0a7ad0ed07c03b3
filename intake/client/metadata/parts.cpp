#include "intake/client/metadata/parts.h"

#include <algorithm>

namespace parapet::metadata {
namespace {

std::uint64_t length(const Part& part) {
    if (const auto* slice = std::get_if<Slice>(&part)) return slice->to - slice->from;
    return std::get<Bytes>(part).size();
}

}  // namespace

void Parts::keep(std::uint64_t from, std::uint64_t to) {
    if (from == to) return;
    size_ += to - from;
    Slice* const last = list_.empty() ? nullptr : std::get_if<Slice>(&list_.back());
    if (last != nullptr && last->to == from)
        last->to = to;
    else
        list_.emplace_back(Slice{from, to});
}

void Parts::write(Bytes bytes) {
    size_ += bytes.size();
    list_.emplace_back(std::move(bytes));
}

std::size_t Parts::hold(std::size_t n) {
    write(Bytes(n));
    return list_.size() - 1;
}

void Parts::put_in(std::size_t place, Bytes bytes) {
    INVARIANT(bytes.size() == length(list_.at(place)));
    list_.at(place) = std::move(bytes);
}

CleanedFile::CleanedFile(const Source& original, const Parts& parts) : original_(original) {
    for (const Part& part : parts.list()) {
        parts_.push_back({size_, part});
        size_ += length(part);
    }
}

Status CleanedFile::read(std::uint64_t offset, MutableBytes out) const {
    if (offset > size_ || out.size() > size_ - offset) return Error{Code::io, "fewer bytes than there were"};
    auto here = std::ranges::upper_bound(parts_, offset, {}, &Placed::at);
    if (here != parts_.begin()) --here;
    for (; !out.empty(); ++here) {
        const std::uint64_t skip = offset - here->at;
        const std::uint64_t there = length(here->part) - skip;
        const MutableBytes now =
            out.first(static_cast<std::size_t>(std::min<std::uint64_t>(there, out.size())));
        if (const auto* slice = std::get_if<Slice>(&here->part)) {
            TRY_(original_.read(slice->from + skip, now));
        } else {
            const ByteView ours = std::get<Bytes>(here->part);
            std::ranges::copy(ours.subspan(static_cast<std::size_t>(skip), now.size()), now.begin());
        }
        out = out.subspan(now.size());
        offset += now.size();
    }
    return Done{};
}

}  // namespace parapet::metadata
