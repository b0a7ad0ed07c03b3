"""The ledger's check meets each way a claim can be empty; the compiler's check each way a refusal can be none."""
import pathlib
import tempfile
import unittest

import claims
import refusals
from planted import findings

HEAD = "| id | claim | code | test | how it could still fail |\n|---|---|---|---|---|\n"
ROW = '| C1 | Nothing is lost. | `vault/a.cpp` | "a report survives" | the disk lies |\n'
TREE = {"vault/a.cpp": "int a;\n", "tests/vault/a.cpp": 'TEST_CASE("a report "\n          "survives") {}\n'}


class Claims(unittest.TestCase):
    def check(self, ledger, files=TREE):
        return findings(claims.check, files | {"threat-model/claims.md": ledger})

    def refused(self, found, says):
        self.assertEqual(len(found), 1, found)
        self.assertIn(says, found[0])

    def test_a_claim_with_code_and_test_passes(self):
        self.assertEqual(self.check(HEAD + ROW), [])

    def test_an_empty_ledger_is_found(self):
        self.refused(self.check(HEAD), "holds no claim")

    def test_a_missing_ledger_is_found(self):
        self.refused(findings(claims.check, {"threat-model/gaps.md": ""}), "is missing")

    def test_a_claim_whose_test_does_not_exist_is_found(self):
        self.refused(self.check(HEAD + ROW.replace("survives", "survives everything")), "no test")

    def test_a_sentence_that_is_only_part_of_a_test_name_is_found(self):
        self.refused(self.check(HEAD + ROW.replace("a report survives", "a report")), "no test")

    def test_a_claim_whose_code_does_not_exist_is_found(self):
        self.refused(self.check(HEAD + ROW.replace("vault/a.cpp", "vault/b.cpp")), "no file vault/b.cpp")

    def test_a_claim_that_names_no_test_is_found(self):
        self.refused(self.check(HEAD + ROW.replace('"a report survives"', "surely")), "names no test")

    def test_a_claim_without_a_way_to_fail_is_found(self):
        self.refused(self.check(HEAD + ROW.replace(" the disk lies ", " ")), "five filled cells")

    def test_a_claim_given_twice_is_found(self):
        self.refused(self.check(HEAD + ROW + ROW), "twice")


class Refusals(unittest.TestCase):
    def look_at(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "a.cpp"
            path.write_text(text)
            return refusals.look_at(path)

    def test_a_refusal_for_the_named_reason_passes(self):
        self.assertIsNone(self.look_at('// refusal: invalid conversion\n#ifdef REFUSED\nint a = "";\n#endif\n'))

    def test_what_compiles_is_found(self):
        self.assertIn("must not", self.look_at("// refusal: anything\n#ifdef REFUSED\nint a = 1;\n#endif\n"))

    def test_a_refusal_for_another_reason_is_found(self):
        self.assertIn("another reason", self.look_at("// refusal: deleted function\n#ifdef REFUSED\nint a = b;\n#endif\n"))

    def test_a_typing_error_outside_the_refused_lines_is_found(self):
        text = '// refusal: invalid conversion\nint b = c;\n#ifdef REFUSED\nint a = "";\n#endif\n'
        self.assertIn("outside", self.look_at(text))


if __name__ == "__main__":
    unittest.main()
