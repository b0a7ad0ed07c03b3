#include "intake/client/metadata/window.h"

#include <algorithm>

namespace parapet::metadata {
namespace {

constexpr std::uint64_t kBlock = 256 * 1024;

}  // namespace

Result<ByteView> Window::at(std::uint64_t from, std::size_t n) {
    INVARIANT(n <= kLooked);
    if (from > size() || n > size() - from) return Error{Code::truncated, "the file ends before its picture"};
    if (from < start_ || from + n > start_ + block_.size()) TRY_(move(from));
    return ByteView(block_).subspan(static_cast<std::size_t>(from - start_), n);
}

Result<ByteView> Window::look(std::uint64_t from, std::uint64_t to) {
    return at(from, static_cast<std::size_t>(std::min<std::uint64_t>(to - from, kLooked)));
}

Result<ByteView> Window::on(std::uint64_t from) {
    if (from >= size()) return ByteView();
    if (from < start_ || std::min(from + 2, size()) > start_ + block_.size()) TRY_(move(from));
    return ByteView(block_).subspan(static_cast<std::size_t>(from - start_));
}

Status Window::move(std::uint64_t from) {
    block_.resize(static_cast<std::size_t>(std::min(kBlock, size() - from)));
    start_ = from;
    return file_.read(from, block_);
}

}  // namespace parapet::metadata
