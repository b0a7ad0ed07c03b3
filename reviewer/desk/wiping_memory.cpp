// Everything this program frees is wiped first: opened messages and their JSON live in ordinary strings for
// as long as they are shown, and must not stay behind in the heap. Linked into the program alone.
//
// Not given: memory the C library frees for itself, and what the browser keeps.
#include <malloc.h>
#include <string.h>

#include <cstdlib>
#include <new>

#if !defined(__SANITIZE_ADDRESS__) && !defined(__clang_analyzer__)

namespace {

void* take(std::size_t size) {
    void* const out = std::malloc(size == 0 ? 1 : size);
    if (out == nullptr) std::abort();  // we never throw, and cannot go on
    return out;
}

void wipe_and_give_back(void* p) {
    if (p == nullptr) return;
    explicit_bzero(p, malloc_usable_size(p));
    std::free(p);
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void operator delete(void* p) noexcept { wipe_and_give_back(p); }
void operator delete[](void* p) noexcept { wipe_and_give_back(p); }
void operator delete(void* p, std::size_t) noexcept { wipe_and_give_back(p); }
void operator delete[](void* p, std::size_t) noexcept { wipe_and_give_back(p); }

#endif
