"""A small tree made for one test, with one fault planted in it."""
import contextlib
import pathlib
import tempfile

from tree import Tree


@contextlib.contextmanager
def planted(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        yield Tree(folder)


def findings(check, files):
    with planted(files) as tree:
        return list(check(tree))
