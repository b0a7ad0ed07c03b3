// A switch over an enum class without default names every value.
// refusal: enumeration value 'sealed' not handled in switch
enum class Kind { open, sealed };

int use(Kind kind) {
#ifdef REFUSED
    switch (kind) {
        case Kind::open:
            return 1;
    }
#endif
    switch (kind) {
        case Kind::open:
            return 1;
        case Kind::sealed:
            return 2;
    }
    return 0;
}
