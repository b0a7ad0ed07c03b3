#include "service/process/what_to_do.h"

#include <algorithm>
#include <array>

namespace parapet::service {
namespace {

struct Advice {
    Code code;
    Literal words;
};

constexpr std::array kAdvice{
    Advice{Code::busy, "; another process uses it: stop that one first"},
    Advice{Code::not_found, "; it is not there: correct the path, or put it there"},
    Advice{Code::permissions, "; this user may not use it so: correct its owner and mode, a key's to 0600"},
    Advice{Code::storage, "; it is damaged or empty: see parapet-vault status --check, restore a backup"},
    Advice{Code::storage_key, "; the key is another store's, or this is no store: bring the two together"},
    Advice{Code::storage_newer, "; a newer program made it: start that one"},
    Advice{Code::storage_full, "; the disk is full: make room and start again, nothing is lost"},
    Advice{Code::unavailable, "; it is older than this program: run parapet-vault migrate"},
    Advice{Code::unknown_roster, "; there is no roster: run parapet-keys import"},
    Advice{Code::io, "; it cannot be read or written: look at the file and its disk"},
    Advice{Code::address_in_use, "; stop that one, or change `listen`"},
};

}  // namespace

Literal what_to_do(Code code) {
    const auto found = std::ranges::find(kAdvice, code, &Advice::code);
    return found == kAdvice.end() ? Literal("") : found->words;
}

}  // namespace parapet::service
