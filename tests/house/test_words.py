"""Each rule of words.py meets a planted fault. What a rule forbids is written here in two halves."""
import unittest

import words
from planted import findings

NPMRC = {"intake/web/.npmrc": "omit-lockfile-registry-resolved=true\n"}
LOCK = {"intake/web/package-lock.json": "{}"}


class Words(unittest.TestCase):
    def refused(self, files, says):
        found = findings(words.check, files)
        self.assertEqual(len(found), 1, found)
        self.assertIn(says, found[0])

    def passes(self, files):
        self.assertEqual(findings(words.check, files), [])

    def test_a_plain_source_passes(self):
        self.passes({"vault/a.cpp": "int a;\n"})

    def test_a_new_folder_at_the_top_is_found(self):
        self.refused({"extras/a.cpp": "int a;\n"}, "top level is fixed")

    def test_a_drawer_is_found(self):
        self.refused({"vault/string_util.cpp": "int a;\n"}, "drawer")
        self.refused({"vault/common/a.cpp": "int a;\n"}, "drawer")

    def test_a_file_of_401_lines_is_found(self):
        self.passes({"vault/a.cpp": "int a;\n" * 400})
        self.refused({"vault/a.cpp": "int a;\n" * 401}, "401 lines")

    def test_a_vector_may_be_long(self):
        self.passes({"tests/vectors/a.json": "1\n" * 1000})

    def test_unfinished_work_is_found(self):
        self.refused({"vault/a.cpp": "// TO" "DO later\n"}, "unfinished")
        self.refused({"vault/a.md": "This is not impl" "emented.\n"}, "unfinished")

    def test_a_registry_address_is_found(self):
        self.refused({".setup": "see registry.npm" "js.org\n"}, "registry")

    def test_a_path_of_one_machine_is_found(self):
        self.refused({"vault/a.cpp": 'auto p = "/ho' 'me/someone";\n'}, "one machine")

    def test_a_lock_file_with_addresses_is_found(self):
        lock = {"intake/web/package-lock.json": '{"resolved": "https://somewhere/a.tgz"}'}
        self.refused(NPMRC | lock | {"intake/web/package.json": "{}"}, "download addresses")

    def test_a_web_folder_without_npmrc_is_found(self):
        self.refused(LOCK | {"intake/web/package.json": "{}"}, "omit-lockfile")

    def test_a_web_folder_without_lock_file_is_found(self):
        self.refused(NPMRC | {"intake/web/package.json": "{}"}, "no package-lock.json")

    def test_a_version_range_is_found(self):
        package = {"intake/web/package.json": '{"dependencies": {"esbuild": "^0.25.0"}}'}
        self.refused(NPMRC | LOCK | package, "one exact version")

    def test_a_default_in_a_switch_over_an_enum_is_found(self):
        text = "int f(K k) { switch (k) { case K::a: return 1; default: return 2; } }\n"
        self.refused({"vault/a.cpp": text}, "no default")

    def test_a_default_in_a_switch_over_a_character_passes(self):
        self.passes({"vault/a.cpp": "int f(char c) { switch (c) { case 'a': return 1; default: return 2; } }\n"})

    def test_each_ban_meets_its_fault(self):
        faults = {"vault/a.cpp": ["auto e = sqlite3_errmsg(db);", "throw 1;", "t.detach();", 'system("ls");', "std::mt19937 r;",
                                  "return std::rand();", "auto t = std::time(nullptr);", "SystemRandom random;"],
                  "intake/web/src/a.ts": ["e.innerHTML = x;", "eval(x);", "localStorage.a = 1;", "document.cookie;",
                                          "console.log(1);", "Math.random();"]}
        for name, lines in faults.items():
            for line in lines:
                with self.subTest(line):
                    self.refused({name: line + "\n"}, ": '")

    def test_the_clock_may_be_read_in_main(self):
        self.passes({"intake/server/main.cpp": "auto t = std::time(nullptr);\n"})

    def test_a_header_that_can_be_included_twice_is_found(self):
        self.passes({"vault/a.h": "#pragma once\n"})
        self.refused({"vault/a.h": "int a;\n"}, "#pragma once")

    def test_a_ban_does_not_meet_a_comment(self):
        self.passes({"vault/a.cpp": "// never throw here\n"})


if __name__ == "__main__":
    unittest.main()
