#include "intake/plain/saving.h"

#include <algorithm>
#include <array>
#include <memory>

#include "intake/client/file_name.h"
#include "intake/client/reply_file.h"
#include "intake/plain/case_pages.h"

namespace parapet::plain {
namespace {

using content::Attachment;

constexpr const char* kProofName = "proof.txt";  // tells little

// A file on its way to a browser: sealed on the disk, opened a piece at a time in locked memory.
class PassingFile final : public service::ByteSource {
public:
    PassingFile(open::VerifiedAttachment file, Allowance::Part room)
        : room_(std::move(room)), file_(std::move(file)) {}
    [[nodiscard]] std::uint64_t size() const override { return file_.size(); }
    [[nodiscard]] Result<ByteView> next() override {
        if (given_ == file_.size() || piece_ == file_.pieces()) return ByteView{};
        TRY(current_, file_.piece(piece_++));
        given_ += current_.size();
        return current_.reveal();
    }

private:
    Allowance::Part room_;
    open::VerifiedAttachment file_;
    Plaintext current_{0};
    std::uint64_t piece_ = 0;
    std::uint64_t given_ = 0;
};

Result<std::unique_ptr<PassingFile>> fetch(const Turn& turn, const Opened& opened, const Attachment& file) {
    if (file.size > kLargestSaved) return Error{Code::too_large, "a file too large for this page"};
    Passage& passage = turn.gateway.passage();
    TRY(auto room, passage.octets.take(file.size));
    TRY(const Allowance::Part place, passage.fetches.take(1));
    TRY(service::Client intake, turn.gateway.intake());
    TRY(auto checked, reporter::fetch_file(intake, {turn.office, opened.reporter}, file, passage.folder, {}));
    return std::make_unique<PassingFile>(std::move(checked), std::move(room));
}

std::string why_not(const Turn& turn, const Error& fault) {
    constexpr std::array kStopped{Code::unreachable, Code::unavailable, Code::truncated};
    constexpr std::array kOurs{Code::busy, Code::io, Code::storage_full};
    if (std::ranges::find(kStopped, fault.code) != kStopped.end()) return turn.say("reply.file.stopped");
    if (std::ranges::find(kOurs, fault.code) != kOurs.end()) return error_in_words(turn.words, fault);
    if (fault.code == Code::too_large) return turn.say("plain.reply.large");
    return turn.say("reply.file.bad", {{"code", std::string(fault.name())}});
}

const Attachment* find_file(const reporter::Mailbox& mailbox, std::string_view env) {
    for (const reporter::CheckedReply& one : mailbox.replies) {
        const auto& files = one.reply.attachments;
        const auto at =
            std::ranges::find_if(files, [&](const Attachment& file) { return to_hex(file.env) == env; });
        if (at != files.end()) return &*at;
    }
    return nullptr;
}

Filing filing_of(const Turn& turn, const Opened& opened) {
    TRY(service::Client intake, turn.gateway.intake());
    return reporter::proven_filing(intake, {turn.office, opened.reporter}, opened.mailbox);
}

std::string filing_fault(const Turn& turn, const Error& fault) {
    return turn.say("filing.bad", {{"code", std::string(fault.name())}});
}

}  // namespace

service::Answer save_reply_file(Turn& turn, std::string_view env) {
    const Result<Opened> opened = open_case(turn);
    if (!opened.ok()) return even_answer(not_opened_page(turn, opened.error()));
    const Attachment* const file = find_file(opened->mailbox, env);
    if (file == nullptr) return even_answer(case_page(turn));
    auto passing = fetch(turn, *opened, *file);
    if (!passing.ok()) return even_answer(case_page(turn, {why_not(turn, passing.error()), true}));
    service::Answer out = service::Answer::stream(std::move(*passing));
    out.save_as(reporter::fitting_name(file->name));
    return out;
}

service::Answer save_proof(Turn& turn) {
    const Result<Opened> opened = open_case(turn);
    if (!opened.ok()) return even_answer(not_opened_page(turn, opened.error()));
    const Filing filing = filing_of(turn, *opened);
    if (!filing.ok()) return even_answer(case_page(turn, {filing_fault(turn, filing.error()), true}));
    if (!*filing) return even_answer(case_page(turn));
    const std::string file = verify::write_filing_text(turn.say("filing.instruction"), (*filing)->bundle);
    Bytes octets;
    put(octets, file);
    service::Answer out = service::Answer::octets(std::move(octets));
    out.save_as(kProofName);
    return out;
}

void show_filing(Page& page, const Turn& turn, const Filing& filing) {
    if (!filing.ok()) return page.text(filing_fault(turn, filing.error()), "careful");
    if (!*filing) return;
    page.heading(turn.say("filing.title"));
    page.text(turn.say("plain.filing", {{"date", (*filing)->filing.day.print()}}));
    page.text(turn.say("filing.what"), "help");
    page.add({"is_save", {{"text", turn.say("filing.save")}, {"to", "proof"}}, {}, {}});
    page.text(turn.say("filing.careful"), "help");
}

}  // namespace parapet::plain
