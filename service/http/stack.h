// What a request leaves on the stack of the thread that answered it. Read buffers and the library's own lie
// there, hundreds of KiB of them, and 32 threads that were once all busy would keep 10 MiB for good.
#pragma once

namespace parapet::service {

// Below the caller nothing of a request stays. After every request: cheap, because the memory is kept.
void forget_stack();

// The machine gets the memory below the caller back, and what was in it is gone. For a thread that waits;
// what it takes for the next request is fresh. Nothing happens where the C library does not know the stack's
// end.
void give_back_stack();

}  // namespace parapet::service
