# SPDX-License-Identifier: Apache-2.0
# The rules every target of ours is compiled by, carried by one INTERFACE target, and the function that makes a library of
# a folder of src. What makes builds quick is in BuildSpeed.cmake.
add_library(gatehouse_rules INTERFACE)
target_compile_features(gatehouse_rules INTERFACE cxx_std_20)
target_compile_options(gatehouse_rules INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    $<$<CXX_COMPILER_ID:GNU>:-Wshadow> # clang's means names of the namespace, too: those of other files, with unity builds
    $<$<BOOL:${GATEHOUSE_WERROR}>:-Werror>)
target_compile_definitions(gatehouse_rules INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(gatehouse_rules INTERFACE ${PROJECT_SOURCE_DIR}/src)

if(GATEHOUSE_SANITIZE)
    target_compile_options(gatehouse_rules INTERFACE
        -fsanitize=${GATEHOUSE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        # The processor itself ends an access by null, and does not mind a misaligned one. They are half of the checks.
        -fno-sanitize=null,alignment)
    target_link_options(gatehouse_rules INTERFACE -fsanitize=${GATEHOUSE_SANITIZE})
    target_compile_definitions(gatehouse_rules INTERFACE GATEHOUSE_SANITIZED)
endif()

get_target_property(QT_MOC Qt6::moc IMPORTED_LOCATION_NONE)
configure_file(cmake/moc.in ${PROJECT_BINARY_DIR}/moc @ONLY USE_SOURCE_PERMISSIONS)
set(GATEHOUSE_MOC AUTOMOC_EXECUTABLE ${PROJECT_BINARY_DIR}/moc)
# Only the window has forms, and not every folder has objects of Qt: where there is nothing to generate, nothing is
# scanned.
set(CMAKE_AUTOUIC OFF)

# gatehouse_library(NAME [NO_MOC] [SOURCES file...] [LINKS target...])
# One folder of src: the library gatehouse_NAME, also known as Gatehouse::NAME. Static, so that a program is one file;
# shared with BUILD_SHARED_LIBS, for presets whose test programs would otherwise take a hundred megabytes each. NO_MOC
# says that none of its classes has Q_OBJECT. A library that links nothing knows no Qt.
function(gatehouse_library name)
    cmake_parse_arguments(arg "NO_MOC" "" "SOURCES;LINKS" ${ARGN})
    set(kind STATIC)
    if(BUILD_SHARED_LIBS)
        set(kind SHARED)
    endif()
    qt_add_library(gatehouse_${name} ${kind} ${arg_SOURCES})
    add_library(Gatehouse::${name} ALIAS gatehouse_${name})
    target_link_libraries(gatehouse_${name} PUBLIC gatehouse_rules ${arg_LINKS})
    set_target_properties(gatehouse_${name} PROPERTIES ${GATEHOUSE_MOC})
    if(arg_NO_MOC)
        set_target_properties(gatehouse_${name} PROPERTIES AUTOMOC OFF)
    endif()
    if(arg_LINKS)
        gatehouse_precompile(gatehouse_${name} libraries
            <algorithm> <array> <chrono> <functional> <memory> <optional> <string> <vector> <tl/expected.hpp>
            <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QPromise>
            <QString> <QStringList> <QTimer> <QUrl> <QUuid>)
    endif()
endfunction()
