#include "service/http/route.h"

#include "service/http/site.h"

namespace parapet::service {

namespace {

constexpr Error kNotFound{Code::not_found, "nothing is at this path"};

// The route's place in the table; not_found, or method_not_allowed where the path is there for another
// method.
Result<std::size_t> find(const Surface& surface, const Request& request) {
    bool known = false;
    for (std::size_t i = 0; i < surface.count(); ++i) {
        const RouteFacts facts = surface.facts(i);
        if (facts.path != request.path) continue;
        if (facts.method == request.method) return i;
        known = true;
    }
    if (known) return Error{Code::method_not_allowed, "this path answers another method"};
    return kNotFound;
}

// Says gzip, and does not say q=0 of it. A list that says it in another way gets the plain file.
bool takes_gzip(std::string_view accepted) {
    while (!accepted.empty()) {
        const std::size_t end = std::min(accepted.find(','), accepted.size());
        std::string_view one = accepted.substr(0, end);
        accepted.remove_prefix(std::min(end + 1, accepted.size()));
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        if (one == "gzip" || one.starts_with("gzip;q=1")) return true;
    }
    return false;
}

Answer answer_file(const Site& site, const Request& request, const ByteSource& body) {
    const SiteFile* file = site.find(request.path);
    if (file == nullptr) return kNotFound;
    if (request.method != Method::get) return Error{Code::method_not_allowed, "a file is only read"};
    if (body.size() != 0) return Error{Code::too_large, "reading a file takes no body"};
    if (!file->gzipped.empty() && takes_gzip(request.field(Field::accept_encoding)))
        return Answer::file(file->gzipped, file->content_type, Answer::Coding::gzip);
    return Answer::file(file->bytes, file->content_type);
}

}  // namespace

Answer answer(const Surface& surface, Request request, ByteSource& body) {
    const Result<std::size_t> found = find(surface, request);
    if (!found.ok()) {
        if (found.error().code == Code::not_found && surface.site() != nullptr)
            return answer_file(*surface.site(), request, body);
        return found.error();
    }
    const RouteFacts facts = surface.facts(*found);
    if (body.size() > facts.largest)
        return turn_away(surface, request, body, {Code::too_large, "a body is over the limit of its route"});
    TRY_(surface.admit(*found, request));
    if (!facts.streamed) {
        TRY(request.body, read_whole(body, facts.largest));
    }
    return surface.act(*found, request, body);
}

Answer answer(const Surface& surface, Request request, ByteView body) {
    MemorySource source(body);
    return answer(surface, std::move(request), source);
}

Answer turn_away(const Surface& surface, const Request& request, ByteSource& body, Error why) {
    const Result<ByteView> beginning = body.next();
    return surface.turn_away(request, beginning.ok() ? *beginning : ByteView(), why);
}

}  // namespace parapet::service
