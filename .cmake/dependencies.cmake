# Third-party libraries, each as one imported target. The set-up script (./parapet setup) provides them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

# libsodium >= 1.0.22 (X-Wing): the system's where new enough, else the one built into PARAPET_DEPS.
set(ENV{PKG_CONFIG_PATH} "${PARAPET_DEPS}/lib/pkgconfig:$ENV{PKG_CONFIG_PATH}")
pkg_check_modules(SODIUM REQUIRED libsodium>=1.0.22)
add_library(sodium INTERFACE IMPORTED GLOBAL)
target_include_directories(sodium SYSTEM INTERFACE ${SODIUM_INCLUDE_DIRS})
if(EXISTS "${PARAPET_DEPS}/lib/libsodium.a")
  target_link_libraries(sodium INTERFACE "${PARAPET_DEPS}/lib/libsodium.a" Threads::Threads)
else()
  target_link_libraries(sodium INTERFACE ${SODIUM_LINK_LIBRARIES} Threads::Threads)
endif()

# OpenSSL, for SHA-256 alone (crypto/base/sha256.h); SQLCipher brings it into the servers in any case.
pkg_check_modules(LIBCRYPTO REQUIRED libcrypto>=3.0)
add_library(libcrypto INTERFACE IMPORTED GLOBAL)
target_link_libraries(libcrypto INTERFACE ${LIBCRYPTO_LINK_LIBRARIES})

# Debian numbers sqlcipher.pc after the SQLite inside: 3.46 is SQLCipher 4.6.
pkg_check_modules(SQLCIPHER REQUIRED sqlcipher>=3.46)
add_library(sqlcipher INTERFACE IMPORTED GLOBAL)
target_include_directories(sqlcipher SYSTEM INTERFACE ${SQLCIPHER_INCLUDE_DIRS})
target_link_libraries(sqlcipher INTERFACE ${SQLCIPHER_LINK_LIBRARIES})
target_compile_definitions(sqlcipher INTERFACE SQLITE_HAS_CODEC)

add_library(httplib INTERFACE IMPORTED GLOBAL)
target_include_directories(httplib SYSTEM INTERFACE "${PARAPET_DEPS}/include")
target_link_libraries(httplib INTERFACE Threads::Threads)

find_package(spdlog REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Catch2 3 REQUIRED)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET GLOBAL libseccomp)
pkg_check_modules(TOMLPLUSPLUS IMPORTED_TARGET GLOBAL tomlplusplus)
