// make_vectors <folder>: writes every vector file there and takes away what no group writes any more.
// Run by hand after a format changed; a test tells when the committed files are not what this writes.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/vectors/make/vector_file.h"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: make_vectors <source>/tests/vectors\n");
        return 2;
    }
    const std::filesystem::path root(argv[1]);
    const auto files = parapet::vectors::write_all();
    for (const auto& [name, content] : files) {
        const auto folder = (root / name).parent_path();
        std::filesystem::create_directories(folder);
        std::ofstream(root / name, std::ios::binary) << content;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const std::string relative = std::filesystem::relative(entry.path(), root).generic_string();
            if (entry.path().extension() == ".json" && !files.contains(relative))
                std::filesystem::remove(entry.path());
        }
    }
    std::printf("%zu files\n", files.size());
}
