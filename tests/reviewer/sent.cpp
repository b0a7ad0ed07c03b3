#include "tests/reviewer/sent.h"

#include "vault/piece_file.h"

namespace parapet::reviewer::testing {
namespace {

Bytes core_of(const seal::Sealer& file) {
    Bytes out = file.header().encode();
    for (std::uint64_t i = 0; i < file.chunks(); ++i) put(out, file.chunk(i).value());
    return out;
}

// The wraps of members, and the reporter's own.
std::pair<Bytes, Bytes> divide(const verify::Wrapset& wraps, const RecipientId& own) {
    const Bytes mine = wraps.only(own)->encode();
    verify::Wrapset others = wraps;
    INVARIANT(others.remove(own));
    return {others.encode(), mine};
}

vault::UploadId upload(vault::DropWriter& drop, const vault::PieceFolder& pieces,
                       const verify::SubmitObject& object, ByteView core, Random& random) {
    const vault::Upload wanted{random.fixed<vault::UploadId>(), object.env, core.size(), object.core_hash};
    const vault::Hour later{std::chrono::hours(1'000'000)};
    const auto begun = drop.begin_uploads({wanted}, later, UINT64_C(1) << 32U);
    INVARIANT(begun.ok());
    Result<vault::PieceFile> file = vault::PieceFile::open(pieces, begun->front());
    INVARIANT(file.ok());
    INVARIANT(file->append(core).ok());
    INVARIANT(file->commit().ok());
    return begun->front().id;
}

}  // namespace

Reporter::Reporter(const DeploymentId& deployment, Random& random)
    : deployment_(deployment),
      random_(random),
      keys_(keys::ReporterKeys::derive(keys::Receipt::generate(random), deployment)) {}

seal::SealedSubmission Reporter::seal(const verify::Roster& roster, const std::string& text,
                                      const std::vector<File>& files, const std::set<PersonId>& exclude,
                                      content::Identity identity) {
    const auto audience = seal::Audience::of(roster, exclude, std::move(identity));
    INVARIANT(audience.ok());
    std::vector<seal::FileToSeal> to_seal;
    for (const File& file : files)
        to_seal.push_back(
            {&sources_.emplace_back(kept_.emplace_back(file.bytes)), file.name, "application/octet-stream"});
    const seal::Place place{verify::Author::reporter, deployment_, next_++, roster.hash()};
    if (place.seq == 0) {
        content::Report report;
        report.lang = "en";
        report.form_id = "open";
        report.answers.emplace("what", content::Answer{text});
        report.exclude = exclude;
        return seal::SealedSubmission::seal(place, std::move(report), to_seal, keys_, *audience, random_,
                                            nullptr)
            .value();
    }
    content::Message message;
    message.lang = "en";
    message.text = text;
    return seal::SealedSubmission::seal(place, std::move(message), to_seal, keys_, *audience, random_,
                                        nullptr)
        .value();
}

void store(vault::DropWriter& drop, const vault::PieceFolder& pieces, const verify::Roster& roster,
           const seal::SealedSubmission& sent, vault::Day day, Random& random) {
    const auto& announced = sent.lines().objects;
    const RecipientId own = [&] {
        for (const verify::Wrap& wrap : sent.wraps().wraps)
            if (roster.by_rid(wrap.rid) == nullptr) return wrap.rid;
        return RecipientId{};
    }();
    const auto [members, mine] = divide(sent.wraps(), own);
    const Bytes digests = verify::digests_of(sent.wraps()).encode();
    std::list<Bytes> cores{sent.message().core};

    vault::NewSubmission row;
    row.case_id = sent.lines().case_id;
    row.seq = sent.message().header.seq;
    row.day = day;
    row.note = sent.note();
    row.objects.push_back({announced[0].env, static_cast<std::uint8_t>(sent.message().header.kind), 0,
                           announced[0].core_len, announced[0].core_hash, cores.front(), std::nullopt,
                           digests, members, mine});
    Bytes shares;
    Bytes share_digests;
    if (const auto& identity = sent.identity()) {
        shares = identity->shares.encode();
        share_digests = verify::digests_of(identity->shares).encode();
        row.objects.push_back({announced[1].env,
                               5,
                               1,
                               announced[1].core_len,
                               announced[1].core_hash,
                               cores.emplace_back(identity->object.core),
                               std::nullopt,
                               share_digests,
                               shares,
                               {}});
    }
    const std::size_t first_file = row.objects.size();
    for (std::size_t i = 0; i < sent.files().size(); ++i) {
        const Bytes& core = cores.emplace_back(core_of(sent.files()[i]));
        const verify::SubmitObject& object = announced[first_file + i];
        const bool fits = core.size() <= vault::kInlineCore;
        const auto file =
            fits ? std::optional<vault::UploadId>() : upload(drop, pieces, object, core, random);
        row.objects.push_back({object.env,
                               6,
                               sent.files()[i].header().part,
                               object.core_len,
                               object.core_hash,
                               fits ? ByteView(core) : ByteView(),
                               file,
                               {},
                               {},
                               {}});
    }
    const auto stored = drop.submit(row);
    INVARIANT(stored.ok());
}

}  // namespace parapet::reviewer::testing
