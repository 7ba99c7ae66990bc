# SPDX-License-Identifier: Apache-2.0
# What makes builds quick, and the same to the byte in each clone: a compiler cache that clones share, and a quick linker.
# Each is used where it is installed; without them the same is built, only slower.

# No path of this clone gets into an object file, so that another clone finds it in the cache and its programs are equal.
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)

find_program(GATEHOUSE_CCACHE ccache)
if(GATEHOUSE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Paths below the source folder count as relative. What a precompiled header defines is part of it.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${GATEHOUSE_CCACHE})
endif()

find_program(GATEHOUSE_MOLD mold)
if(GATEHOUSE_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# gatehouse_precompile(TARGET)
# Lets the sources of one of our libraries begin with the headers that nearly all of them read, compiled once for all
# libraries with the first of them. Each source still includes what it needs: the preset plain reads it without this.
function(gatehouse_precompile target)
    get_property(first GLOBAL PROPERTY GATEHOUSE_PRECOMPILED)
    if(first)
        target_precompile_headers(${target} REUSE_FROM ${first})
        return()
    endif()
    target_precompile_headers(${target} PRIVATE
        <algorithm> <array> <chrono> <functional> <memory> <optional> <string> <vector> <tl/expected.hpp>
        <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QPromise> <QString>
        <QStringList> <QTimer> <QUrl> <QUuid>)
    set_property(GLOBAL PROPERTY GATEHOUSE_PRECOMPILED ${target})
endfunction()
