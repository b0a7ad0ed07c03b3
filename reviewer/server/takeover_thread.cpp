#include "reviewer/server/takeover_thread.h"

#include <pthread.h>

#include "reviewer/server/outbox.h"

namespace parapet::reviewer {
namespace {

constexpr std::chrono::milliseconds kAtOnce{250};
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
    while (!stop.stop_requested()) {
        look_after_stores(app_, refused_);
        std::unique_lock lock(mutex_);
        stopped_.wait_for(lock, stop, every, [] { return false; });
    }
}

}  // namespace parapet::reviewer
