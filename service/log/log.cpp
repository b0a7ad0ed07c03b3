#include "service/log/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <string>

namespace parapet::service {

namespace {

std::string line_of(Event event) { return std::string(kEventNames[static_cast<std::size_t>(event)]); }

void add(std::string& line, Figure figure, std::int64_t value) {
    line += ' ';
    line += kFigureNames[static_cast<std::size_t>(figure)];
    line += '=';
    line += std::to_string(value);
}

}  // namespace

// The library's own errors would go to standard error with the time; it has no way to fail here but a
// closed standard error, of which nobody can be told.
class Log::Lines {
public:
    Lines() : logger_("parapet", std::make_shared<spdlog::sinks::stderr_sink_mt>()) {
        logger_.set_pattern("%Y-%m-%dT%HZ %v", spdlog::pattern_time_type::utc);
        logger_.set_error_handler([](const std::string&) {});
    }
    void write(const std::string& line) {
        try {
            logger_.info(spdlog::string_view_t(line));
        } catch (...) {  // a line that cannot be written is no reason to end a service
            return;
        }
    }

private:
    spdlog::logger logger_;
};

Log::Log() : lines_(std::make_unique<Lines>()) {}
Log::Log(Log&&) noexcept = default;
Log& Log::operator=(Log&&) noexcept = default;
Log::~Log() = default;

void Log::write(Event event, std::initializer_list<Field> fields) {
    std::string line = line_of(event);
    for (const Field& field : fields) add(line, field.figure, field.value);
    lines_->write(line);
}

void Log::write(Event event, Error error) {
    std::string line = line_of(event);
    line.append(" error=").append(error.name()).append(" (").append(error.what.c_str()).append(")");
    lines_->write(line);
}

void Log::write(const Counters& refusals) {
    for (std::size_t i = 0; i < kCodeNames.size(); ++i) {
        const std::uint64_t n = refusals.of(static_cast<Code>(i));
        if (n == 0) continue;
        std::string line = line_of(Event::refusals);
        line.append(" error=").append(kCodeNames[i]);
        add(line, Figure::count, static_cast<std::int64_t>(n));
        lines_->write(line);
    }
}

}  // namespace parapet::service
