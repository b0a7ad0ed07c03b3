// The event log: one line an event, on standard error, with the hour in UTC and nothing finer. An error is
// written as its code and its literal. There is no overload for text.
#pragma once

#include <initializer_list>
#include <memory>

#include "crypto/base/result.h"
#include "service/log/counters.h"
#include "service/log/event.h"

namespace parapet::service {

// Used by many threads at once.
class Log {
public:
    struct Field {
        Figure figure;
        std::int64_t value;
    };

    Log();
    Log(Log&&) noexcept;
    Log& operator=(Log&&) noexcept;
    ~Log();

    void write(Event event, std::initializer_list<Field> fields = {});
    void write(Event event, Error error);
    // One line for each code that was counted.
    void write(const Counters& refusals);

private:
    class Lines;
    std::unique_ptr<Lines> lines_;
};

}  // namespace parapet::service
