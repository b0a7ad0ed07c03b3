#include "intake/plain/remove_pages.h"

#include "intake/plain/opened.h"

namespace parapet::plain {
namespace {

std::string surely_page(const Turn& turn, const std::string& fault) {
    Page page = begin_page(turn, turn.say("remove.sure"));
    if (!fault.empty()) page.alert(fault);
    page.text(turn.say("remove.sure.text"), "careful");
    // None of the two is what Enter presses.
    page.button(turn.say("remove.act"), "take-away");
    page.button(turn.say("remove.keep"), "case");
    return finish_page(turn, page, "surely");
}

}  // namespace

std::string remove_page(Turn& turn) {
    Page page = begin_page(turn, turn.say("remove.title"));
    page.heading(turn.say("remove.does"));
    page.list({turn.say("remove.does.read"), turn.say("remove.does.write"), turn.say("remove.does.found"),
               turn.say("remove.does.ever")});
    page.heading(turn.say("remove.stays"));
    page.list(
        {turn.say("remove.stays.office"), turn.say("remove.stays.stop"), turn.say("remove.stays.traces")});
    page.button(turn.say("remove.on"), "surely");
    page.button(turn.say("page.back"), "case");
    return finish_page(turn, page, "remove");
}

std::string surely_page(Turn& turn) { return surely_page(turn, {}); }

std::string take_access_away(Turn& turn) {
    const Result<Opened> opened = open_case(turn);
    if (!opened.ok()) return not_opened_page(turn, opened.error());
    Result<service::Client> intake = turn.gateway.intake();
    if (!intake.ok()) return surely_page(turn, error_in_words(turn.words, intake.error()));
    const auto done =
        reporter::ask(*intake, {turn.office, opened->reporter}, "/api/burn", verify::Op::burn, {});
    if (!done.ok()) return surely_page(turn, error_in_words(turn.words, done.error()));
    std::string code = std::move(turn.draft.opened);
    turn.draft = {};
    turn.draft.opened = std::move(code);  // only so that the page can be read in another language
    return removed_page(turn);
}

std::string removed_page(const Turn& turn) {
    Page page = begin_page(turn, turn.say("removed.title"));
    page.text(turn.say("removed.you"), "lead");
    page.text(turn.say("removed.office"));
    page.text(turn.say("removed.new"));
    page.add({"is_leave", {{"text", turn.say("case.close")}}, {}, {}});
    return finish_page(turn, page, "case");
}

}  // namespace parapet::plain
