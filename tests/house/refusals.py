"""What must not compile does not compile, and says why.

Each file of tests/refuses_to_compile/ has one region `#ifdef REFUSED ... #endif` and a line `// refusal: <regular
expression>`. The compiler must give an error that matches it, and every error must lie in that region: so a typing
error elsewhere cannot pass for a refusal.
"""
import concurrent.futures
import os
import re
import subprocess

from tree import ROOT

COMPILER = ["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-DREFUSED",
            f"-I{ROOT}", f"-I{ROOT}/build/deps/include"]


def refused_lines(text):
    """Line numbers between #ifdef REFUSED and its #endif."""
    found, on = set(), False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#ifdef REFUSED"):
            on = True
        elif line.startswith("#endif"):
            on = False
        elif on:
            found.add(number)
    return found


def look_at(path):
    """What is wrong with this file; None where it refuses as it says."""
    text = path.read_text()
    rule, region = re.search(r"^// refusal: (.+)$", text, re.M), refused_lines(text)
    if not rule or not region:
        return f"{path.name}: needs a line '// refusal: ...' and a region #ifdef REFUSED"
    run = subprocess.run([*COMPILER, str(path)], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    errors = re.findall(r"^(.+?):(\d+):\d+: (?:fatal )?error: (.+)$", run.stderr, re.M)
    errors = [(file, line, text) for file, line, text in errors if not file.startswith("/usr/")]  # these only follow
    said = "\n".join(f"  {file}:{line}: {text}" for file, line, text in errors)
    if run.returncode == 0:
        return f"{path.name}: compiles, and must not"
    if any(file != str(path) or int(line) not in region for file, line, _ in errors):
        return f"{path.name}: has an error outside its refused lines:\n{said}"
    if not any(re.search(rule.group(1), message) for _, _, message in errors):
        return f"{path.name}: refused for another reason than '{rule.group(1)}':\n{said}"
    return None


def check(folder=ROOT / "tests" / "refuses_to_compile"):
    paths = sorted(folder.glob("*.cpp"))
    if not paths:
        yield f"{folder}: holds nothing"
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from filter(None, pool.map(look_at, paths))
