"""What a person is told stands in the catalogues (intake/locales/), never in C++: the page's own test sees to its scripts."""
import json
import re

from tree import CPP, within

# Comments and characters are passed over; the group is what stands in a literal.
LITERAL = re.compile(r"""//.*|'(?:\\.|[^'\\])'|"((?:\\.|[^"\\])*)\"""")
# Two words in a row. What a command line is typed with (parapet-report send, --to http) is the same in every language.
LETTERS = r"(?:[^\W\d_][\u064b-\u0652]*){2,}"  # vowel marks of Arabic are no letters of their own
TWO_WORDS = re.compile(rf"(?<![\w-]){LETTERS}[,;:.]? {LETTERS}")
# Where people are spoken to | what no literal may look like there. An Error of the plain gateway is never shown.
SENTENCES = {"intake/cli": TWO_WORDS, "intake/plain": re.compile(r"^[^\W\d_a-z]\w+ \w+")}
NAME = re.compile(r"[a-z]+(\.[a-z0-9_-]+)*\.?")
FILES = re.compile(r"\.(json|ppb|txt|note|toml)$")
CATALOGUE = "intake/locales/en.json"
ONLY_SAID_HERE = "report."


def literals(tree, folders):
    for name in tree.named(*CPP):
        if any(within(name, folder) for folder in folders):
            for number, line in enumerate(tree.text(name).splitlines(), 1):
                for found in LITERAL.finditer("" if line.startswith("#include") else line):
                    if found.group(1):
                        yield f"{name}:{number}", found.group(1)


def sentences(tree):
    for folder, looks_like_one in SENTENCES.items():
        for place, text in literals(tree, [folder]):
            if looks_like_one.search(text):
                yield f"{place}: '{text}': a sentence stands in the catalogues, in every language"


def names(tree):
    """Every name of a sentence that is asked for is there, and what only the command line says is asked for."""
    if CATALOGUE not in tree.files:
        return
    there = json.loads(tree.text(CATALOGUE))["strings"]
    families = {name.split(".")[0] for name in there}
    asked = set()
    for place, text in literals(tree, ["intake/cli", "intake/client"]):
        if "." not in text or not NAME.fullmatch(text) or FILES.search(text) or text.split(".")[0] not in families:
            continue
        asked.add(text)
        stem = text.rstrip(".") + "."  # of a status, of a plural form
        if text not in there and not any(name.startswith(stem) for name in there):
            yield f"{place}: '{text}': no sentence of this name"
    for name in there:
        if name.startswith(ONLY_SAID_HERE) and name not in asked and not any(one.endswith(".") and name.startswith(one) for one in asked):
            yield f"{CATALOGUE}: {name}: said nowhere"


def check(tree):
    yield from sentences(tree)
    yield from names(tree)
