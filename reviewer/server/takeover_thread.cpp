#include "reviewer/server/takeover_thread.h"

#include <pthread.h>

#include "reviewer/server/outbox.h"

namespace parapet::reviewer {
namespace {

constexpr std::chrono::milliseconds kAtOnce{250};
constexpr std::chrono::minutes kTidyEvery{1};
constexpr std::int32_t kDaysOfMarks = 3;  // intake looks far more often; a mark it missed is made again

void tell(App& app, const Status& status) {
    if (!status.ok()) app.events.write(service::Event::failed, status.error());
}

}  // namespace

void look_after_stores(App& app, Refused& refused) {
    const Result<std::size_t> taken = take_over(app, refused);
    if (!taken.ok()) app.events.write(service::Event::failed, taken.error());
    tell(app, send_outbox(app));
    tell(app, app.log.keep_checkpoint());
    if (!taken.ok() || *taken == 0) return;
    app.events.write(service::Event::taken_over,
                     {{service::Figure::count, static_cast<std::int64_t>(*taken)}});
    tell(app, app.mail->forget_taken_before(stored_day(app.clock().day().plus(-kDaysOfMarks))));
}

namespace {

Status delete_unfinished(App& app) {
    const auto now = std::chrono::floor<std::chrono::hours>(
        std::chrono::sys_seconds(std::chrono::seconds(app.clock().seconds)));
    TRY_(app.cases->expire_uploads(now));
    TRY(const std::size_t gone,
        app.reply_pieces.sweep([&](const vault::UploadId& id) { return app.cases->names_file(id); }));
    if (gone > 0)
        app.events.write(service::Event::uploads_deleted,
                         {{service::Figure::count, static_cast<std::int64_t>(gone)}});
    return Done{};
}

Status empty_removed_mailboxes(App& app) {
    TRY(const std::vector<CaseId> removed, app.drop->access_removed());
    for (const CaseId& case_id : removed) TRY_(app.mail->bury(case_id));
    return Done{};
}

}  // namespace

void let_go(App& app) {
    tell(app, delete_unfinished(app));
    tell(app, empty_removed_mailboxes(app));
}

TakeoverThread::TakeoverThread(App& app, std::chrono::seconds every) : app_(app) {
    const std::chrono::milliseconds wait = every.count() == 0 ? kAtOnce : std::chrono::milliseconds(every);
    thread_ = std::jthread([this, wait](const std::stop_token& stop) { work(stop, wait); });
    (void)pthread_setname_np(thread_.native_handle(), "takeover");
}

TakeoverThread::~TakeoverThread() {
    thread_.request_stop();
    stopped_.notify_all();
}

void TakeoverThread::work(const std::stop_token& stop, std::chrono::milliseconds every) {
    std::chrono::steady_clock::time_point tidied{};
    while (!stop.stop_requested()) {
        look_after_stores(app_, refused_);
        if (const auto now = std::chrono::steady_clock::now(); now - tidied > kTidyEvery) {
            let_go(app_);
            tidied = now;
        }
        std::unique_lock lock(mutex_);
        stopped_.wait_for(lock, stop, every, [] { return false; });
    }
}

}  // namespace parapet::reviewer
