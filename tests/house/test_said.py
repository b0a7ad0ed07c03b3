"""Each rule of said.py meets a planted fault."""
import json
import unittest

import said
from planted import findings

CATALOGUE = "locales/en.json"


def tree_of(names, source, **more):
    return {CATALOGUE: json.dumps({"strings": dict.fromkeys(names, "Words.")}), "page/a.ts": source, **more}


class Said(unittest.TestCase):
    def check(self, files, composed=None):
        return findings(lambda tree: said.check(tree, {CATALOGUE: ("page", composed or {})}), files)

    def refused(self, files, says, composed=None):
        found = self.check(files, composed)
        self.assertEqual(len(found), 1, found)
        self.assertIn(says, found[0])

    def test_a_sentence_that_nobody_says_is_found(self):
        self.refused(tree_of(["case.look", "case.old"], 'say("case.look");\n'), "case.old: said nowhere")

    def test_a_sentence_that_is_said_elsewhere_or_in_a_test_alone_is_found(self):
        self.refused(tree_of(["case.old"], "", **{"desk/a.ts": 'say("case.old");\n'}), "case.old")
        self.refused(tree_of(["case.old"], "", **{"page/test/a.mjs": 'say("case.old");\n'}), "case.old")

    def test_each_plural_form_of_a_name_that_is_said_passes(self):
        self.assertEqual(self.check(tree_of(["left.one", "left.few"], 'count("left", n);\n')), [])
        self.refused(tree_of(["left.one", "left.old"], 'count("left", n);\n'), "left.old")

    def test_a_name_that_is_put_together_passes_where_its_ending_stands_and_is_found_where_it_does_not(self):
        composed = {"status.*": ["content"]}
        files = tree_of(["status.open"], "say(`status.${one}`);\n", **{"content/a.cpp": 'f("open");\n'})
        self.assertEqual(self.check(files, composed), [])
        self.refused(tree_of(["status.gone"], "say(`status.${one}`);\n", **{"content/a.cpp": 'f("open");\n'}), "status.gone", composed)

    def test_a_beginning_that_nothing_says_any_more_is_found(self):
        self.refused(tree_of([], 'say("a");\n'), "no name begins like this", {"status.*": ["page"]})

    def test_a_name_next_to_other_marks_of_quotation_is_seen(self):
        self.assertEqual(self.check(tree_of(["act"], '<button class="first" off={typed === ""}>{say("act")}</button>\n')), [])


if __name__ == "__main__":
    unittest.main()
