// Reports sealed beforehand, each of its own reporter: sealing is not what is measured.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "crypto/base/bytes.h"

namespace parapet::intake::bench {

struct SealedReport {
    CaseId case_id;
    std::string request;  // the bundle is its body
    [[nodiscard]] ByteView bundle() const { return view(request).subspan(request.find("\r\n\r\n") + 4); }
};

class Supply {
public:
    // So that at least `n` are left. Not while others take.
    void refill(std::size_t n);
    // Any thread; nothing once all are taken.
    [[nodiscard]] const SealedReport* take();

private:
    std::vector<SealedReport> reports_;
    std::atomic<std::size_t> next_ = 0;
};

}  // namespace parapet::intake::bench
