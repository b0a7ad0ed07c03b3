// Real stores in a folder that goes with the test; randomness that repeats.
#pragma once

#include <filesystem>
#include <list>

#include "vault/case_keys.h"
#include "vault/case_store.h"
#include "vault/create_store.h"
#include "vault/drop_reader.h"
#include "vault/drop_writer.h"
#include "vault/mail_reader.h"
#include "vault/mail_writer.h"

namespace parapet::vault::testing {

class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// Counts; two of one seed give the same bytes.
class Counting final : public Random {
public:
    explicit Counting(std::uint64_t seed = 1) : next_(seed * 0x9e37'79b9'7f4a'7c15U) {}
    void fill(MutableBytes out) override;

private:
    std::uint64_t next_;
};

[[nodiscard]] DropKey drop_key(std::uint64_t seed = 11);
[[nodiscard]] MailKey mail_key(std::uint64_t seed = 12);
[[nodiscard]] CasesKey cases_key(std::uint64_t seed = 13);
[[nodiscard]] KeysKey keys_key(std::uint64_t seed = 14);
[[nodiscard]] Bytes some_bytes(Random& random, std::size_t n);

inline constexpr Day kDay{std::chrono::days(20'000)};
inline constexpr Hour kHour{std::chrono::hours(480'000)};

// A submission and the bytes it points to. The vault looks into none of them.
class SampleSubmission {
public:
    // One message; `attachments` more objects of kind 6, inline.
    SampleSubmission(Random& random, const CaseId& case_id, std::uint32_t seq, std::size_t core_len = 16'512,
                     std::uint32_t attachments = 0);
    [[nodiscard]] const NewSubmission& row() const { return row_; }
    NewSubmission& change() { return row_; }
    Bytes& kept(std::size_t size) { return held_.emplace_back(size); }

private:
    ByteView keep(Bytes bytes) { return held_.emplace_back(std::move(bytes)); }
    std::list<Bytes> held_;
    NewSubmission row_;
};

// All but the wraps, which depend on who reads.
[[nodiscard]] bool same(const StoredObject& stored, const NewObject& sent);

}  // namespace parapet::vault::testing
