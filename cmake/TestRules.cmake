# SPDX-License-Identifier: Apache-2.0
# One test program for each folder of tests, with an entry of ctest for each class in it.

# Qt Test would have each program know the folder of its sources, which tells clones apart; none of ours asks for it.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

# The header that every test of a kind reads first: compiled once for those with windows and once for the others, since a
# precompiled header belongs to one set of definitions.
set(GATEHOUSE_TEST_HEADERS
    <algorithm> <array> <chrono> <functional> <memory> <optional> <string> <vector> <tl/expected.hpp>
    <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QPromise> <QSignalSpy> <QString>
    <QStringList> <QTemporaryDir> <QTest> <QTimer> <QUrl> <QUuid>)

# Every test program of the folders that are built, and what they need: less than all.
add_custom_target(test_programs)

# gatehouse_test_program([WINDOWS] [LINKS target...] [PROGRAMS program...] [FILES file...])
# The program FOLDER_tests of the present folder of tests, to which gatehouse_test() adds its classes. WINDOWS says that
# they show some. PROGRAMS are ours that the tests start, and FILES what they read, from the root of the sources: with
# another content of these, tests/run does not take a test for one that has passed.
function(gatehouse_test_program)
    cmake_parse_arguments(arg "WINDOWS" "" "LINKS;PROGRAMS;FILES" ${ARGN})
    get_filename_component(folder ${CMAKE_CURRENT_SOURCE_DIR} NAME)
    set(program ${folder}_tests)
    set(GATEHOUSE_TEST_PROGRAM ${program} PARENT_SCOPE)
    add_executable(${program} ${PROJECT_SOURCE_DIR}/tests/support/TestProgram.cpp)
    # Classes of tests may hold types of an anonymous namespace, which g++ takes amiss in a file that includes theirs.
    set_target_properties(${program} PROPERTIES UNITY_BUILD OFF ${GATEHOUSE_MOC})
    target_link_libraries(${program} PRIVATE gatehouse_rules Qt6::Test Qt6::Network Qt6::Concurrent ${arg_LINKS})
    target_include_directories(${program} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    add_dependencies(test_programs ${program})
    list(TRANSFORM arg_FILES PREPEND ${PROJECT_SOURCE_DIR}/)
    set(required ${arg_FILES})
    foreach(needed IN LISTS arg_PROGRAMS)
        add_dependencies(${program} ${needed})
        list(APPEND required $<TARGET_FILE:${needed}>)
    endforeach()
    set(GATEHOUSE_TEST_NEEDS "${required}" PARENT_SCOPE)

    set(kind plain)
    if(arg_WINDOWS)
        set(kind windows)
        target_link_libraries(${program} PRIVATE Qt6::Widgets)
    endif()
    gatehouse_precompile(${program} ${kind}_tests ${GATEHOUSE_TEST_HEADERS})
endfunction()

# gatehouse_test(CLASS [KEYRING] [RUN_SERIAL] [POSTGRESQL] [PROCESSORS number] [TIMEOUT seconds] [FUNCTIONS function...]
#                [SOURCES file...])
# CLASS.cpp of the present folder. Each of FUNCTIONS is run as a test of its own. KEYRING runs it inside a private session
# bus with an unlocked keyring, RUN_SERIAL while no other test runs. POSTGRESQL runs it once more with the data there;
# skipped, with the reason, where that cannot be had.
function(gatehouse_test class)
    cmake_parse_arguments(arg "KEYRING;RUN_SERIAL;POSTGRESQL" "PROCESSORS;TIMEOUT" "FUNCTIONS;SOURCES" ${ARGN})
    target_sources(${GATEHOUSE_TEST_PROGRAM} PRIVATE ${class}.cpp ${arg_SOURCES})
    set(command ${GATEHOUSE_TEST_PROGRAM} ${class})
    if(arg_KEYRING)
        set(command ${PROJECT_SOURCE_DIR}/tests/support/with-keyring.sh $<TARGET_FILE:${GATEHOUSE_TEST_PROGRAM}> ${class})
    endif()
    set(tests ${class})
    if(arg_FUNCTIONS)
        list(TRANSFORM arg_FUNCTIONS PREPEND ${class}_ OUTPUT_VARIABLE tests)
        foreach(function IN LISTS arg_FUNCTIONS)
            add_test(NAME ${class}_${function} COMMAND ${command} ${function})
        endforeach()
    else()
        add_test(NAME ${class} COMMAND ${command})
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 900) # only ends what hangs, on the slowest machine
    endif()
    if(NOT arg_PROCESSORS)
        set(arg_PROCESSORS 1)
    endif()
    # Qt Test would end a function after five minutes by itself.
    math(EXPR milliseconds "${arg_TIMEOUT} * 1000")
    set(environment QT_QPA_PLATFORM=offscreen QTEST_FUNCTION_TIMEOUT=${milliseconds}
        "LSAN_OPTIONS=suppressions='${PROJECT_SOURCE_DIR}/tests/support/lsan.supp'" UBSAN_OPTIONS=print_stacktrace=1)
    set_tests_properties(${tests} PROPERTIES TIMEOUT ${arg_TIMEOUT} RUN_SERIAL ${arg_RUN_SERIAL}
        PROCESSORS ${arg_PROCESSORS} ENVIRONMENT "${environment}" REQUIRED_FILES "${GATEHOUSE_TEST_NEEDS}")
    if(arg_POSTGRESQL)
        add_test(NAME ${class}_postgresql COMMAND ${command})
        set_tests_properties(${class}_postgresql PROPERTIES TIMEOUT 600 SKIP_RETURN_CODE 77
            REQUIRED_FILES "${GATEHOUSE_TEST_NEEDS}"
            ENVIRONMENT "${environment};GATEHOUSE_TEST_POSTGRESQL=1")
    endif()
endfunction()
