"""House rules that a text search can see: names, lengths, leftovers, addresses, bans."""
import json
import pathlib
import re

from tree import CPP, WEB, within

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "SECURITY.md", "parapet", "crypto",
             "intake", "reviewer", "service", "tests", "threat-model", "vault"}
DRAWERS = {"util", "utils", "common", "helper", "helpers", "manager", "misc", "stuff"}
LONGEST = 400
MAY_BE_LONG = re.compile(r"^LICENSE$|package-lock\.json$|^tests/vectors/|/locales/|/corpus/|\.svg$")
# Written in two halves, so that this file does not hold what it forbids.
LEFTOVERS = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK|not (yet )?impl" r"emented|coming so" r"on)\b")
HOSTS = re.compile(r"(deb|snapshot|security|ftp[\w.]*)\.deb" r"ian\.org|npm" r"js\.|yarn" r"pkg\.|py" r"pi\.org|crates" r"\.io"
                   r"|proxy\.go" r"lang")
MACHINE = re.compile(r"(?<![\w.])/(wo" r"rk|ho" r"me|ro" r"ot)/\w")
SWITCH = re.compile(r"\bswitch\s*\(")

# what | where it is searched | where it is allowed | why it is banned
BANS = [
    (r"\bsqlite3_(expanded_sql|errmsg)\b", CPP, [], "shows bound values"),
    (r'\bthrow\s+(?!"")', CPP, ["tests"], "we never throw: return an Error (a literal thrown while compiling is a diagnostic)"),
    (r"\.detach\(\)", CPP, [], "threads are named and joined"),
    (r"\b(std::)?(system|popen)\(", CPP, ["tests"], "runs a shell"),
    (r"\bstd::(mt19937|random_device|rand)\b|[^_\w.]s?rand\(", CPP, ["tests"], "randomness comes in as Random&"),
    (r"\bstd::time\(|\bsystem_clock::now|\bSystemRandom\s+\w", {".cpp"}, ["tests", "main.cpp", "vault/cli"],
     "time and randomness come in as arguments, outside main and key making"),
    (r"\.(innerHTML|outerHTML|insertAdjacentHTML)\b|\beval\(|new Function\(", WEB, ["tests"], "text becomes code"),
    (r"\b(localStorage|sessionStorage|indexedDB)\b|document\.cookie", WEB, ["tests"], "leaves a trace on the device"),
    (r"\bconsole\.\w+\(", WEB, ["tests"], "a page tells the console nothing"),
    (r"\bMath\.random\(", WEB, ["tests"], "not for secrets, and we have nothing else"),
]


def in_tests(name):
    return name.startswith("tests/") or "/test/" in name or ".test." in name


def builds_pages(name):
    return pathlib.PurePath(name).suffix == ".mjs" and not in_tests(name)


def top_level(tree):
    for top in sorted({name.split("/")[0] for name in tree.files}):
        if top not in TOP_LEVEL and not top.startswith("."):
            yield f"{top}: the top level is fixed"


def names(tree):
    for name in tree.files:
        for part in pathlib.PurePath(name).parts:
            if DRAWERS & set(re.split(r"[_.\-]", part.lower())):
                yield f"{name}: '{part}' is a drawer, not a name"


def lengths(tree):
    for name in tree.files:
        count = 0 if MAY_BE_LONG.search(name) else tree.text(name).count("\n")
        if count > LONGEST:
            yield f"{name}: {count} lines, over {LONGEST}"


def leftovers(tree):
    for name in tree.files:
        if name.endswith("package-lock.json") or name == "LICENSE":
            continue
        for number, line in enumerate(tree.text(name).splitlines(), 1):
            for rule, why in ((LEFTOVERS, "unfinished work"), (HOSTS, "a registry's address"), (MACHINE, "a path of one machine")):
                if found := rule.search(line):
                    yield f"{name}:{number}: '{found.group(0)}': {why}"


def bans(tree):
    for name in tree.files:
        suffix = pathlib.PurePath(name).suffix
        if builds_pages(name):
            continue
        for pattern, suffixes, allowed, why in BANS:
            if suffix not in suffixes or ("tests" in allowed and in_tests(name)) or any(within(name, a) or name.endswith("/" + a) for a in allowed):
                continue
            for number, line in enumerate(tree.text(name).splitlines(), 1):
                code = re.sub(r'//.*$|"(\\.|[^"\\])*"', '""', line)
                if found := re.search(pattern, code):
                    yield f"{name}:{number}: '{found.group(0).strip()}': {why}"


def guards(tree):
    for name in tree.named(".h"):
        if "#pragma once" not in tree.text(name):
            yield f"{name}: does not say #pragma once"


def body_of(text, start):
    """From `start`, the text up to the brace that closes the first one opened."""
    depth = 0
    for i in range(text.index("{", start), len(text)):
        depth += {"{": 1, "}": -1}.get(text[i], 0)
        if depth == 0:
            return text[start:i]
    return text[start:]


def switches(tree):
    for name in tree.named(*CPP):
        text = re.sub(r"//[^\n]*", "", tree.text(name))
        for found in SWITCH.finditer(text):
            body = body_of(text, found.end())
            if re.search(r"\bcase\s+(\w+::)+\w+\s*:", body) and re.search(r"\bdefault\s*:", body):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{name}:{line}: a switch over an enum class has no default"


def packages(tree):
    for name in tree.files:
        folder = name.rpartition("/")[0]
        if name.endswith("package-lock.json") and re.search(r'"resolved":\s*"http', tree.text(name)):
            yield f"{name}: holds download addresses"
        if name.endswith("/package.json"):
            npmrc = f"{folder}/.npmrc"
            if npmrc not in tree.files or "omit-lockfile-registry-resolved=true" not in tree.text(npmrc):
                yield f"{npmrc}: must say omit-lockfile-registry-resolved=true"
            if f"{folder}/package-lock.json" not in tree.files:
                yield f"{folder}: has no package-lock.json"
            content = json.loads(tree.text(name))
            for kind in ("dependencies", "devDependencies"):
                for package, version in content.get(kind, {}).items():
                    if not re.fullmatch(r"\d+\.\d+\.\d+[\w.-]*|file:[\w./-]+", version):
                        yield f"{name}: {package} {version} is not one exact version"


def check(tree):
    for rule in (top_level, names, lengths, leftovers, bans, guards, switches, packages):
        yield from rule(tree)
