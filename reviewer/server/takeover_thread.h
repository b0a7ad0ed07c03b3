// The one thread of the service besides those that answer: takeover, outbox, the kept checkpoint; and, once a
// minute, what nobody needs any more.
#pragma once

#include <chrono>
#include <condition_variable>
#include <thread>

#include "reviewer/server/takeover.h"

namespace parapet::reviewer {

class TakeoverThread {
public:
    // Zero: looks four times a second, for an evaluation.
    TakeoverThread(App& app, std::chrono::seconds every);
    TakeoverThread(const TakeoverThread&) = delete;
    TakeoverThread& operator=(const TakeoverThread&) = delete;
    ~TakeoverThread();

private:
    void work(const std::stop_token& stop, std::chrono::milliseconds every);
    App& app_;
    Refused refused_;   // the thread's alone
    std::mutex mutex_;  // guards nothing: the condition variable needs one to wait with
    std::condition_variable_any stopped_;
    std::jthread thread_;  // last: it uses all of the above
};

// One round of it.
void look_after_stores(App& app, Refused& refused);
// Uploads of the office that nobody finished go after a day; mailboxes whose holder took the access away are
// emptied, so that no wrap of theirs is left.
void let_go(App& app);

}  // namespace parapet::reviewer
