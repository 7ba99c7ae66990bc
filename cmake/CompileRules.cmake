# SPDX-License-Identifier: Apache-2.0
# The rules every target of ours is compiled by, carried by one INTERFACE target, and the two functions
# that make a library of a folder of src and a test program of a file of tests.
include(CheckCXXCompilerFlag)

add_library(gatehouse_rules INTERFACE)
target_compile_features(gatehouse_rules INTERFACE cxx_std_20)
target_compile_options(gatehouse_rules INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    $<$<BOOL:${GATEHOUSE_WERROR}>:-Werror>)
target_compile_definitions(gatehouse_rules INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(gatehouse_rules INTERFACE ${PROJECT_SOURCE_DIR}/src)

if(GATEHOUSE_SANITIZE)
    target_compile_options(gatehouse_rules INTERFACE
        -fsanitize=${GATEHOUSE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(gatehouse_rules INTERFACE -fsanitize=${GATEHOUSE_SANITIZE})
endif()

# moc of Qt 6.4 stops in libstdc++'s <concepts> ("Parse error at std") unless a Qt header came before it. <compare> brings
# it, and with it every header of ip.
set(CMAKE_AUTOMOC_MOC_OPTIONS --include QtCore/qglobal.h)

find_program(GATEHOUSE_CCACHE ccache)
if(GATEHOUSE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Paths below the source folder count as relative, so that another checkout of the same sources is a hit.
    set(ccache_settings CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env ${ccache_settings} ${GATEHOUSE_CCACHE})
endif()

# A hundred test programs are linked, each with most of the libraries: a quick linker saves minutes.
find_program(GATEHOUSE_MOLD mold)
if(BUILD_TESTING AND GATEHOUSE_MOLD)
    target_link_options(gatehouse_rules INTERFACE -fuse-ld=mold)
endif()

# gatehouse_library(NAME [SOURCES file...] [LINKS target...])
# One folder of src: the library gatehouse_NAME, also known as Gatehouse::NAME. Static, so that a program is one file;
# shared with BUILD_SHARED_LIBS, for presets whose test programs would otherwise take a hundred megabytes each.
function(gatehouse_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    set(kind STATIC)
    if(BUILD_SHARED_LIBS)
        set(kind SHARED)
    endif()
    qt_add_library(gatehouse_${name} ${kind} ${arg_SOURCES})
    add_library(Gatehouse::${name} ALIAS gatehouse_${name})
    target_link_libraries(gatehouse_${name} PUBLIC gatehouse_rules ${arg_LINKS})
endfunction()

# Every test program of the folders that are built, and what they need: less than all.
add_custom_target(test_programs)

# gatehouse_test(FILE [LINKS target...] [KEYRING] [RUN_SERIAL] [TIMEOUT seconds] [FUNCTIONS function...])
# One Qt Test program from tests/<folder>/FILE.cpp. Each of FUNCTIONS is run as a test of its own. KEYRING runs it inside
# a private session bus with an unlocked keyring, RUN_SERIAL while no other test runs.
function(gatehouse_test file)
    cmake_parse_arguments(arg "KEYRING;RUN_SERIAL" "TIMEOUT" "LINKS;SOURCES;FUNCTIONS" ${ARGN})
    add_executable(${file} ${file}.cpp ${arg_SOURCES})
    # Its classes may hold types of an anonymous namespace, which g++ takes amiss in a file that includes theirs.
    set_target_properties(${file} PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(${file} PRIVATE gatehouse_rules Qt6::Test ${arg_LINKS})
    target_include_directories(${file} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    add_dependencies(test_programs ${file})
    set(command ${file})
    if(arg_KEYRING)
        set(command ${PROJECT_SOURCE_DIR}/tests/support/with-keyring.sh $<TARGET_FILE:${file}>)
    endif()
    set(tests ${file})
    if(arg_FUNCTIONS)
        list(TRANSFORM arg_FUNCTIONS PREPEND ${file}_ OUTPUT_VARIABLE tests)
        foreach(function IN LISTS arg_FUNCTIONS)
            add_test(NAME ${file}_${function} COMMAND ${command} ${function})
        endforeach()
    else()
        add_test(NAME ${file} COMMAND ${command})
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    # Qt Test would end a function after five minutes by itself.
    math(EXPR milliseconds "${arg_TIMEOUT} * 1000")
    set_tests_properties(${tests} PROPERTIES TIMEOUT ${arg_TIMEOUT} RUN_SERIAL ${arg_RUN_SERIAL}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=${milliseconds};LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
