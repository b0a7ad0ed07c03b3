#include "intake/plain/serve.h"

#include <malloc.h>
#include <sys/mman.h>

#include "intake/client/reply_file.h"
#include "intake/plain/page.h"
#include "intake/plain/turn.h"
#include "intake/plain/turns.h"

namespace parapet::plain {
namespace {

using service::opened;

constexpr std::string_view kPlainPolicy =
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

// Forms with files lie in memory while they are sealed: so many at once, and no more.
constexpr unsigned kFormsWithFiles = 4;
constexpr std::chrono::seconds kTurn{90};  // browsers wait for about two minutes
// What goes along in a form comes before its files: a draft up to this size is there when no place is left
// for them, or when they are too large.
constexpr std::size_t kLargestBeginning = std::size_t{256} * 1024;
constexpr std::size_t kHeldOctets = std::size_t{64} * 1024 * 1024;  // the beginnings of 256 such forms

// A form with files is a few blocks of megabytes. From this size on a block is a mapping of its own, gone
// when it is freed. glibc raises the size by itself once such a block was freed, and keeps the next ones in
// arenas; what is free in an arena it gives back by MADV_DONTNEED, which the kernel refuses for memory locked
// against swap.
constexpr int kLargeBlock = 256 * 1024;
constexpr int kArenas = 2;

struct Settings {
    service::Address listen;
    std::string intake;
    std::string fingerprint;
    std::string locales;
    std::string forms;
    std::string passage;
    unsigned threads = 16;
    bool may_swap = false;
};

Settings read_settings(service::Configuration& in) {
    return {.listen = in.address("listen"),
            .intake = in.text("intake"),
            .fingerprint = in.text("fingerprint"),
            .locales = in.path("locales"),
            .forms = in.path("forms"),
            .passage = in.path("passage"),
            .threads = static_cast<unsigned>(in.number_or("threads", 16, 2, 256)),
            .may_swap = in.flag_or("may_swap", false)};
}

// What people wrote never goes to swap, and what C libraries free of it is overwritten (forgetting.cpp does
// the same for C++).
Status guard_memory(bool may_swap) {
    if (::mallopt(M_PERTURB, 0x5a) != 1)
        return Error{Code::unavailable, "freed memory cannot be overwritten"};
    if (::mallopt(M_MMAP_THRESHOLD, kLargeBlock) != 1 || ::mallopt(M_ARENA_MAX, kArenas) != 1)
        return Error{Code::unavailable, "large blocks cannot be given back"};
    if (::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) != 0 && !may_swap)
        return Error{
            Code::unavailable,
            "memory cannot be kept out of swap: raise the limit of locked memory, or switch swap off "
            "and say may_swap"};
    return Done{};
}

}  // namespace

Status serve(service::Program& program, Random& random, Clock clock) {
    const Settings settings = read_settings(program.configuration());
    TRY_(program.configured());
    TRY_(guard_memory(settings.may_swap));
    TRY_(check_template());
    TRY(Offered offered,
        opened("the folders `locales` and `forms`", read_offered(settings.locales, settings.forms)));
    TRY_(opened("the folder `passage`", reporter::check_folder(settings.passage)));
    Gateway gateway(std::move(offered), settings.intake, settings.fingerprint, settings.passage, random,
                    std::move(clock));
    const std::string refused = refusal_page(gateway.offered());
    const service::Table<Gateway> table(gateway, kRoutes, nullptr, nullptr, refused, form_not_taken);
    service::Server::Settings server;
    server.address = settings.listen;
    server.content_policy = kPlainPolicy;
    server.limits.threads = settings.threads;
    server.limits.places = kFormsWithFiles;
    // The others wait their turn with what they sent: to refuse a form is to lose it.
    server.limits.wait_for_place = kTurn;
    server.limits.gathered_body = kLargestBeginning;
    server.limits.held_octets = kHeldOctets;
    return program.serve(table, server, service::Network::also_connect);
}

}  // namespace parapet::plain
