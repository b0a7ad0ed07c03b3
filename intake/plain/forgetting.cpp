// What people wrote passes through strings, maps and buffers of libraries that know nothing of secrets. In
// this program every object given back is overwritten first. M_PERTURB alone would not do it: glibc's cache
// of each thread keeps small pieces as they were. operator new stays libstdc++'s own, which is malloc.
#include <malloc.h>

#include <cstdlib>
#include <cstring>
#include <new>

void operator delete(void* memory) noexcept {
    if (memory == nullptr) return;
    ::explicit_bzero(memory, ::malloc_usable_size(memory));
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
