"""The project's own files, as the house tests see them."""
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
CPP = {".cpp", ".h"}
WEB = {".ts", ".tsx", ".js", ".mjs"}


class Tree:
    """Files below `root`: what git tracks or would track; every file where the folder is no git tree."""

    def __init__(self, root=ROOT):
        self.root = pathlib.Path(root)
        self.files = sorted(self._from_git() or self._from_folder())

    def _from_git(self):
        if not (self.root / ".git").exists():
            return []
        run = subprocess.run(
            ["git", "-C", str(self.root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            check=True, capture_output=True, text=True)
        return [name for name in run.stdout.split("\0") if name and (self.root / name).is_file()]

    def _from_folder(self):
        outside = {"build", "dist", "node_modules", ".git"}  # what .gitignore leaves out
        found = (p.relative_to(self.root) for p in self.root.rglob("*") if p.is_file())
        return [p.as_posix() for p in found if not outside & set(p.parts)]

    def named(self, *suffixes):
        return [name for name in self.files if pathlib.PurePath(name).suffix in suffixes]

    def text(self, name):
        """The file's text; empty where it is not text."""
        raw = (self.root / name).read_bytes()
        try:
            return "" if b"\0" in raw else raw.decode()
        except UnicodeDecodeError:
            return ""


def within(name, folder):
    return name == folder or name.startswith(folder + "/")
