// What a person wrote does not turn into a string unless reveal() is written out.
// refusal: conversion from 'const parapet::Plaintext' to non-scalar type
#include "crypto/base/secret.h"

std::string_view use(const parapet::Plaintext& text) {
#ifdef REFUSED
    const std::string leaked = text;
#endif
    return parapet::text(text.reveal());
}
