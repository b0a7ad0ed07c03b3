"""Each rule of layers.py and symbols.py meets a planted fault, and leaves a tree without it alone."""
import pathlib
import subprocess
import unittest

import layers
import symbols
from planted import findings, planted
from tree import ROOT

TABLE = {"tests/layers/table.toml": (ROOT / "tests/layers/table.toml").read_text()}


def check(**files):
    renamed = {name.replace("__", "/").replace("_cpp", ".cpp").replace("_h", ".h"): text for name, text in files.items()}
    return findings(layers.check, TABLE | renamed)


def page(name, text):
    return findings(layers.check, TABLE | {name: text})


def lists(folder, text):
    return findings(layers.check, TABLE | {
        f"{folder}/CMakeLists.txt": text,
        "crypto/base/CMakeLists.txt": "parapet_library(crypto_base SOURCES a.cpp USES sodium)",
        "crypto/open/CMakeLists.txt": "parapet_library(crypto_open SOURCES a.cpp USES crypto_base)"})


class Layers(unittest.TestCase):
    def refused(self, found, words):
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_a_server_may_use_the_base(self):
        self.assertEqual(check(crypto__base__a_h="", intake__server__b_cpp='#include "crypto/base/a.h"\n'), [])

    def test_a_server_that_includes_opening_code_is_found(self):
        found = check(crypto__open__a_h="", intake__server__b_cpp='#include "crypto/open/a.h"\n')
        self.refused(found, "intake/server may not use crypto/open")

    def test_crypto_that_includes_the_vault_is_found(self):
        self.refused(check(vault__a_h="", crypto__base__b_cpp='#include "vault/a.h"\n'), "may not use vault")

    def test_intake_that_includes_the_reviewer_is_found(self):
        found = check(reviewer__client__a_h="", intake__client__b_cpp='#include "reviewer/client/a.h"\n')
        self.refused(found, "may not use reviewer/client")

    def test_code_that_includes_a_test_is_found(self):
        self.refused(check(tests__a_h="", vault__b_cpp='#include "tests/a.h"\n'), "may not use tests/a.h")

    def test_a_header_not_counted_from_the_root_is_found(self):
        self.refused(check(vault__a_h="", vault__b_cpp='#include "a.h"\n'), "not a file counted from the root")

    def test_a_source_without_its_own_header_first_is_found(self):
        self.refused(check(vault__a_h="", vault__a_cpp='#include <string>\n#include "vault/a.h"\n'), "own header first")

    def test_a_folder_outside_the_table_is_found(self):
        self.refused(check(extras__a_cpp="int a;\n"), "not in the table")

    def test_the_desks_page_may_use_the_rules_of_questionnaires(self):
        self.assertEqual(page("reviewer/desk/web/src/a.tsx", 'import { faultsIn } from "../../../../intake/web/src/form/faults.js";\n'), [])

    def test_a_desks_page_that_imports_more_of_the_reporters_page_is_found(self):
        found = page("reviewer/desk/web/src/a.tsx", 'import {\n  h,\n} from "../../../../intake/web/src/view.js";\n')
        self.refused(found, "reviewer/desk/web may not import intake/web/src/view.ts")

    def test_a_reporters_page_that_imports_the_desk_is_found(self):
        found = page("intake/web/src/a.ts", 'const a = await import("../../../reviewer/desk/web/src/api.js");\n')
        self.refused(found, "intake/web may not import reviewer/desk/web/src/api.ts")

    def test_logging_outside_service_is_found(self):
        self.refused(check(vault__a_cpp="#include <spdlog/spdlog.h>\n"), "only in ['service']")

    def test_http_outside_service_http_is_found(self):
        self.refused(check(service__a_cpp="#include <httplib.h>\n"), "only in ['service/http']")

    def test_sqlite_outside_vault_sqlite_is_found(self):
        self.refused(check(vault__a_cpp="#include <sqlcipher/sqlite3.h>\n"), "only in ['vault/sqlite']")

    def test_a_library_the_table_does_not_know_is_found(self):
        self.refused(check(service__a_cpp="#include <boost/asio.hpp>\n"), "does not know")

    def test_key_encapsulation_called_in_a_server_is_found(self):
        self.refused(check(intake__server__a_cpp="int a() { return crypto_kem_xwing_enc(); }\n"), "crypto_kem_*")

    def test_a_call_in_a_comment_is_none(self):
        self.assertEqual(check(intake__server__a_cpp="// never crypto_kem_xwing_enc here\n"), [])

    def test_of_openssl_the_digests_alone_may_be_called_and_in_one_file(self):
        call = "int a() { return %s(); }\n"
        self.assertEqual(check(crypto__base__sha256_cpp=call % "EVP_DigestUpdate"), [])
        self.refused(check(crypto__base__sha256_cpp=call % "EVP_EncryptUpdate"), "may be called only in []")
        self.refused(check(crypto__seal__a_cpp=call % "EVP_DigestUpdate"), "crypto/base/sha256.cpp")

    def test_a_server_that_links_opening_code_is_found(self):
        found = lists("intake/server", "parapet_library(intake_server SOURCES a.cpp USES crypto_base crypto_open)")
        self.refused(found, "may not link crypto_open")

    def test_a_library_linked_where_it_may_not_be_is_found(self):
        self.refused(lists("intake/server", "parapet_library(intake_server SOURCES a.cpp USES sqlcipher)"), "sqlcipher")

    def test_a_link_line_by_hand_is_found(self):
        self.refused(lists("vault", "target_link_libraries(vault PUBLIC crypto_open)\n"), "by hand")


class Symbols(unittest.TestCase):
    def check(self, source):
        made = TABLE | {"intake/server/CMakeLists.txt": "parapet_program(parapet-intake SOURCES main.cpp)", "main.cpp": source}
        with planted(made) as tree:
            program = pathlib.Path(tree.root) / "parapet-intake"
            subprocess.run(["g++", "-o", program, pathlib.Path(tree.root) / "main.cpp"], check=True)
            return list(symbols.check(tree, tree.root))

    def test_a_server_without_opening_code_passes(self):
        self.assertEqual(self.check("int main() {}\n"), [])

    def test_opening_code_in_a_server_is_found(self):
        found = self.check("namespace parapet::open { int read() { return 1; } }\nint main() { return parapet::open::read(); }\n")
        self.assertEqual(found, ["parapet-intake: holds T parapet::open::read()"])

    def test_key_encapsulation_in_a_server_is_found(self):
        found = self.check('extern "C" int crypto_kem_xwing_dec() { return 1; }\nint main() { return crypto_kem_xwing_dec(); }\n')
        self.assertEqual(found, ["parapet-intake: holds T crypto_kem_xwing_dec"])

    def test_a_server_that_was_not_built_is_found(self):
        with planted(TABLE | {"intake/server/CMakeLists.txt": "parapet_program(parapet-intake SOURCES a.cpp)"}) as tree:
            self.assertIn("is not built", list(symbols.check(tree, tree.root))[0])


if __name__ == "__main__":
    unittest.main()
