"""Executes tests/layers/table.toml over #include lines, imports of pages, calls of third parties' functions and CMake link lines."""
import posixpath
import re
import tomllib

from tree import CPP, WEB, Tree, within
from words import in_tests

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
CMAKE_TARGET = re.compile(r"parapet_(?:library|program|test|fuzz)\(\s*([\w-]+)([^)]*)\)")
IMPORT = re.compile(r"""^\s*(?:import|export)\b[^"';]*?["'](\.[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']""", re.M)
HANDMADE = re.compile(r"^\s*(target_link_libraries|target_include_directories|add_library|add_executable)\(", re.M)
LIBRARIES = {"sodium": "sodium", "sqlcipher": "sqlcipher/", "spdlog": "spdlog/", "httplib": "httplib",
             "seccomp": "seccomp", "tomlplusplus": "toml++/", "nlohmann": "nlohmann/", "CLI11": "CLI/",
             "mustache": "kainjow/"}
SYSTEM_FOLDERS = ("sys/", "linux/", "netinet/", "arpa/", "asm/")


def load(tree):
    return tomllib.loads(tree.text("tests/layers/table.toml"))


def unit(name, folders):
    """The most specific folder of the table that `name` lies in."""
    return max((f for f in folders if within(name, f)), key=len, default=None)


def allowed(name, places):
    return any(within(name, place) for place in places)


def without_comments(text):
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.S)


def includes(tree, table):
    folders = table["folders"]
    for name in tree.named(*CPP):
        text = tree.text(name)
        found = INCLUDE.findall(text)
        if name.startswith("tests/"):
            continue
        here = unit(name, folders)
        if here is None:
            yield f"{name}: its folder is not in the table"
            continue
        own = name.removesuffix(".cpp") + ".h"
        if name.endswith(".cpp") and own in tree.files and (not found or found[0][1] != own):
            yield f"{name}: does not include its own header first"
        for mark, header in found:
            if mark == '"':
                there = unit(header, folders)
                if header not in tree.files:
                    yield f'{name}: "{header}" is not a file counted from the root'
                elif there != here and there not in folders[here]:
                    yield f"{name}: {here} may not use {there or header}"
                continue
            rule = next((r for r in table["headers"] if header.startswith(r)), None)
            if rule is not None and not allowed(name, table["headers"][rule]):
                yield f"{name}: <{header}> may be included only in {table['headers'][rule]}"
            elif rule is None and "/" in header and not header.startswith(SYSTEM_FOLDERS):
                yield f"{name}: <{header}> is of a library the table does not know"


def imports(tree, table):
    """Of pages: relative ones, tests aside; a .js of the import is the .ts beside it."""
    pages = table["pages"]
    for name in tree.named(*WEB):
        here = unit(name, pages)
        if here is None or in_tests(name):
            continue
        for match in IMPORT.finditer(tree.text(name)):
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), match.group(1) or match.group(2)))
            there = re.sub(r"\.js$", ".ts", there)
            if not allowed(there, [here, *pages[here]]):
                yield f"{name}: {here} may not import {there}"


def calls(tree, table):
    for name in tree.named(*CPP):
        if name.startswith("tests/"):
            continue
        text = without_comments(tree.text(name))
        for function, places in table["calls"].items():
            if re.search(r"\b" + function, text) and not allowed(name, places):
                yield f"{name}: {function}* may be called only in {places}"


def links(tree, table):
    folders, home, uses = table["folders"], {}, []
    for name in tree.files:
        if not name.endswith("CMakeLists.txt") or name == "CMakeLists.txt":
            continue
        text = re.sub(r"#[^\n]*", "", tree.text(name))
        for made in HANDMADE.findall(text):
            yield f"{name}: {made} by hand; use the functions of .cmake/parapet.cmake"
        folder = name.removesuffix("/CMakeLists.txt")
        for target, rest in CMAKE_TARGET.findall(text):
            home[target] = folder
            words = rest.split()
            uses += [(name, folder, used) for used in (words[words.index("USES") + 1:] if "USES" in words else [])]
    for name, folder, used in uses:
        if folder.startswith("tests"):
            continue
        here = unit(folder, folders)
        library = next((rule for word, rule in LIBRARIES.items() if word in used and used not in home), None)
        if here is None:
            yield f"{name}: its folder is not in the table"
        elif used in home:
            there = unit(home[used], folders)
            if there != here and there not in folders[here]:
                yield f"{name}: {here} may not link {used}"
        elif library and not any(within(folder, p) or within(p, folder) for p in table["headers"][library]):
            yield f"{name}: {used} may be linked only in {table['headers'][library]}"


def check(tree):
    table = load(tree)
    yield from includes(tree, table)
    yield from imports(tree, table)
    yield from calls(tree, table)
    yield from links(tree, table)


if __name__ == "__main__":
    print("\n".join(check(Tree())))
