// POST / of the plain gateway, in front of a real intake: whatever form comes, there is one whole page or a
// refusal in words, and the gateway goes on. The first octet chooses how the form is encoded.
#include "tests/intake/plain/visitor.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static parapet::plain::testing::Visitor visitor;
    if (size == 0) return 0;
    const std::string body(parapet::text({data + 1, size - 1}));
    visitor.post(
        body, data[0] == 'm' ? "multipart/form-data; boundary=limit" : "application/x-www-form-urlencoded");
    INVARIANT(visitor.refused() || visitor.sees("</html>"));
    visitor.turned_away({parapet::Code::busy, "no place"}, size / 2);
    INVARIANT(visitor.refused());
    visitor.come();
    INVARIANT(!visitor.refused());
    return 0;
}
