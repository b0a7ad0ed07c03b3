#include "intake/cli/saved_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "crypto/verify/filing.h"
#include "intake/client/reply_file.h"

namespace parapet::reporter {
namespace {

// A new file that only its owner can read; taken away again unless it was finished.
class NewFile {
public:
    [[nodiscard]] static Result<NewFile> make(const Path& path) {
        const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd < 0 && errno == EEXIST) return Error{Code::duplicate, "report.file.there"};
        if (fd < 0) return Error{Code::io, "report.file.not_made"};
        return NewFile(path, fd);
    }
    NewFile(NewFile&& other) noexcept : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)) {}
    NewFile& operator=(NewFile&&) = delete;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() {
        if (fd_ < 0) return;
        ::close(fd_);
        ::unlink(path_.c_str());
    }
    [[nodiscard]] Status write(ByteView octets) {
        while (!octets.empty()) {
            const ssize_t n = ::write(fd_, octets.data(), octets.size());
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) return Error{errno == ENOSPC ? Code::storage_full : Code::io, "report.file.not_made"};
            octets = octets.subspan(static_cast<std::size_t>(n));
        }
        return Done{};
    }
    [[nodiscard]] Status finish() {
        const int fd = std::exchange(fd_, -1);
        if (::close(fd) != 0) return Error{Code::io, "report.file.not_made"};
        return Done{};
    }

private:
    NewFile(Path path, int fd) : path_(std::move(path)), fd_(fd) {}
    Path path_;
    int fd_;
};

Status save_one(service::Client& intake, const Holder& holder, const content::Attachment& announced,
                const Path& folder, const Path& to, const Voice& voice) {
    TRY(NewFile file, NewFile::make(to));
    ProgressLine line(voice, voice.say("reply.file.fetching", {{"name", announced.name}}));
    TRY(const open::VerifiedAttachment verified,
        fetch_file(intake, holder, announced, folder, line.callback()));
    for (std::uint64_t i = 0; i < verified.pieces(); ++i) {
        TRY(const Plaintext piece, verified.piece(i));
        TRY_(file.write(piece.reveal()));
    }
    return file.finish();
}

}  // namespace

std::string safe_name(const std::string& given, std::size_t reply, std::size_t file) {
    std::string out = std::to_string(reply) + "-" + std::to_string(file) + "-";
    for (const char c : printable(given.substr(given.find_last_of("/\\") + 1))) {
        const bool plain =
            static_cast<unsigned char>(c) > ' ' && c != '\'' && c != '"' && c != '`' && c != '$';
        out += plain ? c : '_';
    }
    return out;
}

Status save_reply_files(service::Client& intake, const Holder& holder, const Mailbox& mailbox,
                        const Path& folder, const Voice& voice) {
    for (std::size_t i = 0; i < mailbox.replies.size(); ++i) {
        const auto& files = mailbox.replies[i].reply.attachments;
        for (std::size_t k = 0; k < files.size(); ++k) {
            const Path to = folder / safe_name(files[k].name, i + 1, k + 1);
            TRY_(save_one(intake, holder, files[k], folder, to, voice));
            voice.tell("report.saved", {{"file", to}});
            voice.tell("reply.file.careful");
        }
    }
    return Done{};
}

Status save_proof(const Path& path, ByteView bundle, const Voice& voice) {
    TRY(NewFile file, NewFile::make(path));
    TRY_(file.write(view(verify::write_filing_text(voice.say("filing.instruction"), bundle))));
    return file.finish();
}

}  // namespace parapet::reporter
