"""All house rules over this tree; exit 1 and one line for each break."""
import sys

import claims
import layers
import refusals
import said
import spoken
import words
from tree import Tree


def main():
    tree = Tree()
    rules = [("layers", layers.check(tree)), ("words", words.check(tree)), ("spoken", spoken.check(tree)),
             ("said", said.check(tree)), ("refuses to compile", refusals.check())]
    rules.append(("claims", claims.check(tree)))
    bad = 0
    for name, findings in rules:
        found = list(findings)
        bad += len(found)
        print(f"{name}: {len(found)} findings")
        for line in found:
            print(f"  {line}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
