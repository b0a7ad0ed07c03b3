// Where files are chosen, on the page before sending and in a case; and files that were sent.
#pragma once

#include "intake/plain/files.h"
#include "intake/plain/turn.h"

namespace parapet::plain {

// Makes the page a form with files.
void show_file_fields(Page& page, const Turn& turn, std::string label);
// On a page with a field for files. A browser that was not asked to send them sends their names.
[[nodiscard]] bool files_were_chosen(const Turn& turn);
// Where a person comes from the help to a page on which files had been chosen.
void tell_of_files_again(Page& page, const Turn& turn);
[[nodiscard]] FileWish wish_of(const Turn& turn);

// Each by its name and size, and what was told of it.
void show_files(Page& page, const Turn& turn, const FilesToSeal& files);

}  // namespace parapet::plain
