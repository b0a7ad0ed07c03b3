"""Every sentence of a catalogue is said on some path: one that nothing asks for any more is translated and read for nobody."""
import json
import pathlib
import re

from tree import within

PROGRAMS = {".cpp", ".h", ".ts", ".tsx", ".mjs", ".js", ".html", ".mustache"}
LITERAL = re.compile(r"""(?=["'`]([^"'`\s]+)["'`])""")  # from every quote on: the end of one may look like a beginning
PLURALS = {"zero", "one", "two", "few", "many", "other"}  # of a name that is said with a number
# Words of questionnaires: intake/web/test/forms.test.mjs holds them against intake/forms/, name by name.
OF_QUESTIONNAIRES = "form."

# Catalogue | which folder says its sentences | names that are put together while a program runs: * is what stands as a
# literal in one of the folders or files behind it.
CATALOGUES = {
    "intake/locales/en.json": ("intake", {
        "case.explain.*": ["crypto/content"],
        "case.status.*": ["crypto/content"],
        "enter.error.*": ["crypto/base/error_code.h"],
        "files.inside.*": ["intake/client/inside.cpp"],
        "found.*": ["intake/client/metadata/found.cpp"],
        "help.*": ["intake/web/src/screens/help.ts"],
        "help.*.*": ["intake/web/src/screens/help.ts"],
        "option.*": ["intake/forms"],
        "report.error.*": ["crypto/base/error_code.h", "intake/cli"],
    }),
    "reviewer/desk/web/src/words.json": ("reviewer/desk/web", {
        "fault.*": ["crypto/base/error_code.h", "reviewer/desk/web/src"],
        "mark.*": ["reviewer/desk/web/src/marks.ts", "intake/web/src/form/faults.ts"],
        "read.purpose.*": ["reviewer/desk/web/src"],
        "reply.due.*": ["crypto/web/content"],
        "reply.due.*.help": ["crypto/web/content"],
        "reply.text.*": ["crypto/web/content"],
        "reply.type.*": ["crypto/web/content"],
        "status.*": ["crypto/content"],
    }),
}


def literals(tree, places, suffixes):
    found = set()
    for name in tree.files:
        in_place = any(within(name, place) for place in places) and "test" not in name.split("/")
        if in_place and pathlib.PurePath(name).suffix in suffixes:
            found.update(LITERAL.findall(tree.text(name)))
    return found


def put_together(pattern, name, endings):
    found = re.fullmatch(re.escape(pattern).replace(r"\*", "(.+)"), name)
    return found is not None and all(part in endings for part in found.groups())


def begins_somewhere(pattern, said):
    head = pattern.split("*")[0]
    return any(one in (head, head.rstrip(".")) or one.startswith(head + "${") for one in said)


def unsaid(tree, catalogue, folder, composed):
    strings = json.loads(tree.text(catalogue))
    said = literals(tree, [folder], PROGRAMS)
    endings = {pattern: literals(tree, places, PROGRAMS | {".json"}) for pattern, places in composed.items()}
    for pattern in composed:
        if not begins_somewhere(pattern, said):
            yield f"{catalogue}: {pattern}: no name begins like this any more"
    for name in strings.get("strings", strings):
        stem, _, last = name.rpartition(".")
        plain = name in said or (last in PLURALS and stem in said) or name.startswith(OF_QUESTIONNAIRES)
        if not plain and not any(put_together(pattern, name, endings[pattern]) for pattern in composed):
            yield f"{catalogue}: {name}: said nowhere"


def check(tree, catalogues=None):
    for catalogue, (folder, composed) in (catalogues or CATALOGUES).items():
        if catalogue in tree.files:
            yield from unsaid(tree, catalogue, folder, composed)
