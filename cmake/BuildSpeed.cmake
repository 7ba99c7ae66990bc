# SPDX-License-Identifier: Apache-2.0
# What makes builds quick, and the same to the byte in each clone: a compiler cache that clones share, and a quick linker.
# Each is used where it is installed; without them the same is built, only slower.

# No path of this clone gets into an object file, so that another clone finds it in the cache and its programs are equal.
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)

find_program(GATEHOUSE_CCACHE ccache)
if(GATEHOUSE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Paths below the source folder count as relative. For a precompiled header stands the sum beside it, since the header
    # itself holds paths of this clone.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_PCH_EXTSUM=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${GATEHOUSE_CCACHE})
endif()
# CMake's own words for clang hand the path past ccache. These are understood by both, and by g++.
set(CMAKE_CXX_COMPILE_OPTIONS_USE_PCH -include <PCH_HEADER>)

find_program(GATEHOUSE_MOLD mold)
if(GATEHOUSE_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# What precompiled headers are made of: headers of these packages only, so their versions are their sum. Others do not
# count: what is installed while a first build runs must not part it from the next one.
execute_process(COMMAND dpkg-query -W -f "\${Package} \${Version}\n" qt6-*-dev libstdc++-*-dev libc6-dev libexpected-dev
    OUTPUT_VARIABLE packages ERROR_QUIET)
string(SHA256 GATEHOUSE_PACKAGES "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${packages}")

# gatehouse_precompile(TARGET KIND HEADER...)
# Lets the sources of a target begin with these headers of the system, compiled once for all targets of one KIND, whose
# definitions must agree. Each source still includes what it needs: the preset plain reads it without this.
function(gatehouse_precompile target kind)
    get_property(first GLOBAL PROPERTY GATEHOUSE_PRECOMPILED_${kind})
    if(first)
        target_precompile_headers(${target} REUSE_FROM ${first})
        return()
    endif()
    target_precompile_headers(${target} PRIVATE ${ARGN})
    set_property(GLOBAL PROPERTY GATEHOUSE_PRECOMPILED_${kind} ${target})
    foreach(ending pch gch)
        file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.${ending}.sum
            "${GATEHOUSE_PACKAGES} ${ARGN}")
    endforeach()
endfunction()
