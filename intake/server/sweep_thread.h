// The one thread of intake besides those that answer: members' wraps leave drop.db once the reviewer service
// has them, uploads that nobody finished go after a day, and a newer roster comes into force.
#pragma once

#include <chrono>
#include <condition_variable>
#include <thread>

#include "intake/server/app.h"

namespace parapet::intake {

class SweepThread {
public:
    SweepThread(App& app, std::chrono::seconds every);
    SweepThread(const SweepThread&) = delete;
    SweepThread& operator=(const SweepThread&) = delete;
    ~SweepThread();

private:
    void work(const std::stop_token& stop, std::chrono::seconds every);
    App& app_;
    std::mutex mutex_;  // guards nothing: the condition variable needs one to wait with
    std::condition_variable_any stopped_;
    std::jthread thread_;  // last: it uses all of the above
};

// One round of each. Answer how many went.
[[nodiscard]] Result<std::size_t> delete_taken_wraps(App& app);
[[nodiscard]] Result<std::size_t> delete_orphans(App& app);
// CurrentDeployment::reload, told on the log.
void look_for_newer_roster(App& app);

}  // namespace parapet::intake
