"""The link line is the security argument: reads the symbols of finished programs.

usage: symbols.py <folder of programs>
"""
import pathlib
import re
import subprocess
import sys

import layers
from tree import Tree


def symbols(program):
    run = subprocess.run(["nm", "-C", str(program)], capture_output=True, text=True)
    return run.stdout.splitlines()


def built_here(tree):
    lists = (tree.text(name) for name in tree.files if name.endswith("CMakeLists.txt"))
    return {target for text in lists for target in re.findall(r"parapet_program\(\s*([\w-]+)", text)}


def check(tree, programs):
    made = built_here(tree)
    for name, banned in layers.load(tree)["programs"].items():
        if name not in made:
            continue
        program = pathlib.Path(programs) / name
        if not program.exists():
            yield f"{name}: is not built in {programs}"
            continue
        lines = symbols(program)
        if not any(line.endswith(" main") for line in lines):
            yield f"{name}: has no symbols to read"
        for line in lines:
            for word in banned:
                if word in line:
                    yield f"{name}: holds {line.split(maxsplit=1)[-1]}"


if __name__ == "__main__":
    found = sorted(set(check(Tree(), sys.argv[1])))
    print("\n".join(found) or "no server holds what it must not")
    sys.exit(1 if found else 0)
