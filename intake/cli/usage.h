// The command line explained: what can stand on it, and what is wrong with one that was typed.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdio>

#include "intake/cli/voice.h"

namespace parapet::reporter {

// Of the whole program, or of one of its commands. Names of commands and options are the same in every
// language; a description stands below its name, so that no line has two directions.
void print_usage(const CLI::App& app, const Voice& voice, std::FILE* to);

// On standard error. A word that has no place is not repeated unless it looks like an option: it may be a
// code.
void print_fault(const CLI::App& app, const CLI::ParseError& fault, const Voice& voice);

}  // namespace parapet::reporter
