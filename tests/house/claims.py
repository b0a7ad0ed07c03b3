"""The claims ledger: threat-model/claims.md is a table  id | claim | code | test | how it could still fail.

Code names files in backticks; test names tests in double quotes, letter for letter as they stand in the test's source.
A claim whose file or test does not exist fails; so does a ledger without claims.
"""
import re

from words import in_tests

LEDGER = "threat-model/claims.md"


def rows(text):
    """The cells of each row below a table's rule."""
    for line in text.splitlines():
        if line.startswith("|") and not re.fullmatch(r"[|\s:-]+", line):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            if cells[0].lower() != "id":
                yield cells


def test_names(tree):
    """All text of tests, with a literal that was broken over lines joined again."""
    texts = (tree.text(name) for name in tree.files if in_tests(name) and not name.endswith(".md"))
    return "\n".join(re.sub(r'"\s*\n\s*"', "", text) for text in texts)


def check(tree):
    if LEDGER not in tree.files:
        yield f"{LEDGER}: is missing"
        return
    tests, seen = test_names(tree), set()
    for cells in rows(tree.text(LEDGER)):
        repeated = cells[0] in seen
        seen.add(cells[0])
        if len(cells) != 5 or not all(cells):
            yield f"{LEDGER}: '{cells[0]}' needs five filled cells: id, claim, code, test, how it could still fail"
            continue
        name, _, code, test, _ = cells
        files, sentences = re.findall(r"`([^`]+)`", code), re.findall(r'"([^"]+)"', test)
        if repeated:
            yield f"{LEDGER}: {name} is there twice"
        if not files:
            yield f"{LEDGER}: {name} names no code"
        if not sentences:
            yield f"{LEDGER}: {name} names no test"
        for file in files:
            if file not in tree.files and not any(other.startswith(file.rstrip("/") + "/") for other in tree.files):
                yield f"{LEDGER}: {name}: there is no file {file}"
        for sentence in sentences:
            if not any(f"{quote}{sentence}{quote}" in tests for quote in "\"'`"):
                yield f'{LEDGER}: {name}: there is no test "{sentence}"'
    if not seen:
        yield f"{LEDGER}: holds no claim"
