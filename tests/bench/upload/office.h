// An evaluation deployment, made by the programs an administrator uses, and an intake with stores of its own.
#pragma once

#include <memory>

#include "intake/client/office.h"
#include "tests/bench/upload/program.h"
#include "tests/service/temp_folder.h"

namespace parapet::bench {

class Office {
public:
    Office();
    [[nodiscard]] const reporter::Office& notes() const { return notes_; }
    [[nodiscard]] std::string folder() const { return folder_ / "office/deployment"; }
    [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }

private:
    service::testing::TempFolder folder_;
    reporter::Office notes_;
};

class Intake {
public:
    // Empty stores under this name.
    Intake(const Office& office, const std::string& name);
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;
    ~Intake();  // with everything it stored

    [[nodiscard]] std::string origin() const { return "http://" + program_->address(); }
    [[nodiscard]] const RunningProgram& program() const { return *program_; }

private:
    std::string stores_;
    std::unique_ptr<RunningProgram> program_;
};

}  // namespace parapet::bench
