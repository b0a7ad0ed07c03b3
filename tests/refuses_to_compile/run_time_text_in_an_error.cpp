// An error has nowhere to put text made at run time.
// refusal: is not a constant expression
#include <string>

#include "crypto/base/result.h"

parapet::Status refuse([[maybe_unused]] const std::string& receipt) {
#ifdef REFUSED
    return parapet::Error{parapet::Code::not_found, receipt.c_str()};
#endif
    return parapet::Error{parapet::Code::not_found, "no such mailbox"};
}
