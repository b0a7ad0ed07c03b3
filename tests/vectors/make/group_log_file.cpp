// log-file: {file} -> {leaves: [bytes], checkpoint}. The form only.
#include "crypto/verify/log_file.h"

#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_log_file {

void write_log_file(VectorFolder& out) {
    const Bytes two =
        verify::LogFileWriter(2).add(view("leaf 0\n")).add(view("leaf 1\n")).finish(view("checkpoint\n"));
    const auto bad = [&](const char* fault, const char* about, const Bytes& file, Code code) {
        out.refused(fault, about, {{"file", hex(file)}}, code);
    };
    out.ok("two-leaves", "Two leaves and a checkpoint.", {{"file", hex(two)}},
           {{"leaves", {octets("leaf 0\n"), octets("leaf 1\n")}}, {"checkpoint", octets("checkpoint\n")}});
    out.ok("no-leaf", "A log that has just begun.",
           {{"file", hex(verify::LogFileWriter(0).finish(view("checkpoint\n")))}},
           {{"leaves", Json::array()}, {"checkpoint", octets("checkpoint\n")}});
    Bytes changed = two;
    changed[3] = '2';
    bad("magic-of-another-version", "PPL2.", changed, Code::unknown_version);
    changed = two;
    changed[11] = 3;
    bad("one-leaf-fewer-than-announced", "The checkpoint is taken for a leaf.", changed, Code::truncated);
    changed[11] = 1;
    bad("one-leaf-more-than-announced", "The last leaf is taken for the checkpoint.", changed,
        Code::trailing_bytes);
    changed = two;
    changed[4] = 0xFF;
    bad("more-leaves-than-any-file-has", "2^63 and more.", changed, Code::truncated);
    changed = two;
    changed[13] = 0x10;
    changed[15] = 1;
    bad("leaf-over-1-mib", "A note has at most 1 MiB.", changed, Code::too_large);
    changed = two;
    changed.pop_back();
    bad("checkpoint-cut", "One byte short.", changed, Code::truncated);
}

const Registered kRegistered{"log-file", write_log_file};

}  // namespace parapet::vectors::group_log_file
