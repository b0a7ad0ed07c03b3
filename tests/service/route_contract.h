// What every table of routes keeps, checked through a real socket. Call it once in each service's tests:
//
//   TEST_CASE("the intake table keeps the route contract") { check_route_contract(table); }
#pragma once

#include "service/http/route.h"

namespace parapet::service::testing {

// For every route: a body one octet over its limit is refused before the handler; every other method is
// refused; the same path with a query, a trailing slash or a percent sign is not found; each answer carries
// the fixed fields and names neither server nor time; a refusal is {"error":"<code>"} and nothing else.
// Paths are distinct, and only POST takes a body.
void check_route_contract(const Surface& surface);

}  // namespace parapet::service::testing
