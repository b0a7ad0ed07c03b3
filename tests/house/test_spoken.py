"""Each rule of spoken.py meets a planted fault."""
import json
import unittest

import spoken
from planted import findings


def with_words(names, source):
    return {"intake/locales/en.json": json.dumps({"strings": dict.fromkeys(names, "Words.")}), "intake/cli/a.cpp": source}


class Spoken(unittest.TestCase):
    def refused(self, files, says):
        found = findings(spoken.check, files)
        self.assertEqual(len(found), 1, found)
        self.assertIn(says, found[0])

    def passes(self, files):
        self.assertEqual(findings(spoken.check, files), [])

    def test_a_sentence_in_the_command_line_is_found(self):
        for literal in ("Nothing was sent.", "it is sealed", "لم يُرسَل شيء", "%s: nothing is lost", "Rien n’est perdu"):
            with self.subTest(literal):
                self.refused({"intake/cli/a.cpp": f'std::printf("{literal}\\n");\n'}, "in every language")

    def test_a_sentence_behind_an_address_or_an_apostrophe_is_found(self):
        self.refused({"intake/cli/a.cpp": 'f("http://a"); g("not sent yet");\n'}, "not sent yet")
        self.refused({"intake/cli/a.cpp": "f('\"'); g(\"not sent yet\");\n"}, "not sent yet")

    def test_an_error_of_the_command_line_carries_a_name_and_no_words(self):
        self.refused({"intake/cli/a.cpp": 'return Error{Code::io, "the text could not be opened"};\n'}, "in every language")

    def test_a_sentence_of_the_plain_gateway_is_found_and_its_errors_are_not(self):
        self.refused({"intake/plain/a.cpp": 'page.text("Nothing was sent.");\n'}, "in every language")
        self.passes({"intake/plain/a.cpp": 'return Error{Code::io, "a folder that cannot be read"};\n'})

    def test_commands_names_and_comments_pass(self):
        self.passes({"intake/cli/a.cpp": 'f("parapet-report send "); g(" --to http://…"); h("%s – %s"); // not sent yet\n'})

    def test_a_name_that_no_catalogue_has_is_found(self):
        self.passes(with_words(["case.look"], 'say("case.look");\n'))
        self.refused(with_words(["case.look"], 'say("case.lok");\n'), "no sentence of this name")

    def test_the_beginning_of_names_passes(self):
        self.passes(with_words(["case.status.closed", "case.left.one"], 'say("case.status." + s); count("case.left");\n'))

    def test_a_sentence_of_the_command_line_that_nobody_says_is_found(self):
        self.refused(with_words(["report.a", "report.b"], 'say("report.a");\n'), "report.b: said nowhere")


if __name__ == "__main__":
    unittest.main()
