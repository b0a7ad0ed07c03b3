#include "intake/server/sweep_thread.h"

#include <pthread.h>

namespace parapet::intake {
namespace {

constexpr std::size_t kOneRound = 1'000;

void tell(App& app, service::Event event, const Result<std::size_t>& done) {
    if (!done.ok()) return app.events.write(service::Event::failed, done.error());
    if (*done > 0) app.events.write(event, {{service::Figure::count, static_cast<std::int64_t>(*done)}});
}

}  // namespace

Result<std::size_t> delete_taken_wraps(App& app) {
    TRY(const auto waiting, app.drop->waiting(kOneRound));
    std::size_t gone = 0;
    for (const vault::WaitingSubmission& one : waiting) {
        TRY(const bool taken, app.mail->taken(one.message));
        if (!taken) continue;
        TRY_(app.drop->delete_member_wraps(one.name));
        ++gone;
    }
    return gone;
}

Result<std::size_t> delete_orphans(App& app) {
    const auto now = std::chrono::floor<std::chrono::hours>(
        std::chrono::sys_seconds(std::chrono::seconds(app.clock().seconds)));
    TRY_(app.drop->expire_uploads(now));
    return app.pieces.sweep([&](const vault::UploadId& id) { return app.drop->names_file(id); });
}

void look_for_newer_roster(App& app) {
    const Result<bool> newer = app.deployment.reload();
    if (!newer.ok()) return app.events.write(service::Event::roster_read, newer.error());
    if (!*newer) return;
    const std::uint64_t version = app.deployment.now()->roster().lines().version;
    app.events.write(service::Event::roster_read,
                     {{service::Figure::version, static_cast<std::int64_t>(version)}});
}

SweepThread::SweepThread(App& app, std::chrono::seconds every) : app_(app) {
    thread_ = std::jthread([this, every](const std::stop_token& stop) { work(stop, every); });
    (void)pthread_setname_np(thread_.native_handle(), "sweep");
}

SweepThread::~SweepThread() {
    thread_.request_stop();
    stopped_.notify_all();
}

void SweepThread::work(const std::stop_token& stop, std::chrono::seconds every) {
    while (!stop.stop_requested()) {
        tell(app_, service::Event::wraps_deleted, delete_taken_wraps(app_));
        tell(app_, service::Event::uploads_deleted, delete_orphans(app_));
        look_for_newer_roster(app_);
        std::unique_lock lock(mutex_);
        stopped_.wait_for(lock, stop, every, [] { return false; });
    }
}

}  // namespace parapet::intake
