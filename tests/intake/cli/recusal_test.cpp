#include <algorithm>

#include "crypto/verify/bundle.h"
#include "crypto/verify/wrapset.h"
#include "tests/intake/cli/office_of_today.h"

namespace parapet::reporter::recusal_asked_test {

using namespace intake::testing;
using namespace testing;

// A case that the chief is out of since its report, and a message that its holder is about to write.
struct Recused {
    Office office;
    const verify::Member chief = cast::member("chief", {verify::Role::chief}, 2);
    std::string bundle = office.fresh();
    std::vector<std::string> write =
        office.with_office({"write", office.file("The second bidder is a cousin."), "--receipt-file",
                            office.held_code(), "--out", bundle});
    Recused() {
        Reply reply = office.reply();
        reply.words.recused = {chief.person};
        CHECK(office.world.office().put_reply(sealed(office.reporter, reply)).ok());
    }
    Ran run_with(const std::string& option) const {
        std::vector<std::string> all = write;
        all.push_back(option);
        return run_report(all);
    }
    // Whether the message that arrived is sealed to the chief, too.
    bool chief_reads() {
        const service::Answer answer =
            office.world.ask(office.reporter, "/api/own", verify::Op::own, number(1));
        REQUIRE_FALSE(refused(answer));
        const auto records = verify::parse_bundle(answer.body()).value();
        const auto digests = std::ranges::find(records, verify::RecordType::digests, &verify::Record::type);
        return verify::Digests::parse(digests->bytes)->find(chief.rid) != nullptr;
    }
};

TEST_CASE(
    "who is out of the case is told before the next message is sealed, and its writer chooses who reads it") {
    Recused f;
    const std::string question = "Type out or keep: ";
    const Ran out = run_report_at_terminal(f.write, {{question, "yes"}, {question, "out"}});
    CHECK(out.code == 0);
    CHECK(shows(out.out, "no longer take part in your case"));
    CHECK(shows(out.out, "  Chief ethics officer (the chief)\r\n"));
    CHECK_FALSE(f.chief_reads());
    Recused g;
    CHECK(run_report_at_terminal(g.write, {{question, "keep"}}).code == 0);
    CHECK(g.chief_reads());
}

TEST_CASE("a script says beforehand whether the recused read on, and is told who they are") {
    Recused f;
    const Ran out = f.run_with("--recused-out");
    CHECK(out.code == 0);
    CHECK(shows(out.out, "could seem to be:\n  Chief ethics officer (the chief)\n"));
    CHECK_FALSE(f.chief_reads());
    Recused g;
    CHECK(g.run_with("--recused-keep").code == 0);
    CHECK(g.chief_reads());
}

TEST_CASE("where nobody can be asked about the recused, nothing is sealed, and what to do is said") {
    Recused f;
    const Ran ran = run_report(f.write);
    CHECK(ran.code == 1);
    CHECK(shows(ran.err, "  Chief ethics officer (the chief)\n"));
    CHECK(shows(ran.err, "again with --recused-out or --recused-keep."));
    CHECK_FALSE(std::filesystem::exists(f.bundle));
    CHECK(refused(f.office.world.ask(f.office.reporter, "/api/own", verify::Op::own, number(1))) ==
          Code::not_found);
}

}  // namespace parapet::reporter::recusal_asked_test
