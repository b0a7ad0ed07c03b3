# Folder = target = namespace. A folder's CMakeLists.txt names its sources and what it may use, nothing else.

# Results of the compiler are reused where ccache is installed; nothing needs it.
find_program(PARAPET_CCACHE ccache)
if(PARAPET_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${PARAPET_CCACHE}")
endif()

add_library(parapet_flags INTERFACE)
target_include_directories(parapet_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(parapet_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # g++ 12 sees an overlap inside std::string's operator+ that is not there
  -fstack-protector-strong -D_FORTIFY_SOURCE=2 $<$<BOOL:${PARAPET_WERROR}>:-Werror>)
target_link_options(parapet_flags INTERFACE -pie -Wl,-z,relro,-z,now)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(PARAPET_SANITIZE OR PARAPET_FUZZ)
  target_compile_options(parapet_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer -U_FORTIFY_SOURCE)
  target_link_options(parapet_flags INTERFACE -fsanitize=address,undefined)
endif()

# The sources of a test are compiled together, ten at a time, and in the build with sanitizers those of a folder too
# (CMakePresets.json): a third of the time. Names in unnamed namespaces therefore differ within a folder, and each
# test file has a namespace of its own name.
# Test code is compiled for speed of compiling: it is half of all sources, and nobody waits for it to run.
set(test_code $<BOOL:$<TARGET_PROPERTY:PARAPET_TEST_CODE>>)
if(PARAPET_FUZZ)
  target_compile_options(parapet_flags INTERFACE $<$<NOT:${test_code}>:-fsanitize=fuzzer-no-link>)
endif()
if(PARAPET_SANITIZE)
  target_compile_options(parapet_flags INTERFACE $<${test_code}:-O0>)
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(parapet_flags INTERFACE $<${test_code}:-O1>)
endif()

# parapet_library(name SOURCES a.cpp ... USES other_targets ...)
function(parapet_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC parapet_flags ${ARG_USES})
  if(CMAKE_CURRENT_SOURCE_DIR MATCHES "^${CMAKE_SOURCE_DIR}/tests/")
    set_target_properties(${name} PROPERTIES PARAPET_TEST_CODE ON)
  endif()
endfunction()

# What is installed, without tests and benchmarks.
add_custom_target(programs)

# parapet_program(parapet-name SOURCES a.cpp ... USES other_targets ...)   lands in build/<preset>/bin
function(parapet_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE parapet_flags ${ARG_USES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
  if(NOT CMAKE_CURRENT_SOURCE_DIR MATCHES "^${CMAKE_SOURCE_DIR}/tests/")
    add_dependencies(programs ${name})
  endif()
endfunction()

# parapet_test(name SOURCES a.cpp ... USES targets ...)   a Catch2 program, known to ctest under its name
function(parapet_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE parapet_flags ${ARG_USES} Catch2::Catch2WithMain)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" PARAPET_TEST_CODE ON
    UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
  # Only the sources that ask are told where the tree is: ccache then serves all others in every clone.
  foreach(source ${ARG_SOURCES})
    file(STRINGS "${source}" asks REGEX "PARAPET_SOURCE_DIR" LIMIT_COUNT 1)
    if(asks)
      set_property(SOURCE "${source}" APPEND PROPERTY COMPILE_DEFINITIONS PARAPET_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    endif()
  endforeach()
  add_test(NAME ${name} COMMAND ${name})
endfunction()

# parapet_fuzz(name SOURCES a.cpp ... USES targets ...)   a libFuzzer program; only with PARAPET_FUZZ
function(parapet_fuzz name)
  if(NOT PARAPET_FUZZ)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE parapet_flags ${ARG_USES} -fsanitize=fuzzer)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzz")
endfunction()

# parapet_preload(name SOURCES a.cpp ...)   loaded by a test before a real program's own libraries; none with
# sanitizers, whose own must come first
function(parapet_preload name)
  if(PARAPET_SANITIZE OR PARAPET_FUZZ)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "SOURCES" ${ARGN})
  add_library(${name} SHARED ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE parapet_flags)
  set_target_properties(${name} PROPERTIES LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" PARAPET_TEST_CODE ON)
endfunction()

# parapet_test_tool(name SOURCES a.cpp ... USES targets ...)   what a step of the tests runs beside the real programs
function(parapet_test_tool name)
  if(PARAPET_SANITIZE OR PARAPET_FUZZ)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE parapet_flags ${ARG_USES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" PARAPET_TEST_CODE ON)
endfunction()
