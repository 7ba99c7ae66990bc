# SPDX-License-Identifier: Apache-2.0
# What makes our programs hard to break into. tests/checks/hardening looks whether it is there in what was built.

# All libraries that a program needs are the system's. A search path of its own would let it load them from elsewhere, and
# from the current folder where an element of it is empty. Only builds with shared libraries, which are for tests, have one.
set(CMAKE_INSTALL_RPATH "")
if(NOT BUILD_SHARED_LIBS)
    set(CMAKE_SKIP_RPATH ON)
endif()

# Sanitizers bring checks of their own, and debug builds are not optimised, which fortified functions need.
if(NOT CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo|MinSizeRel)$" OR GATEHOUSE_SANITIZE)
    return()
endif()

# Position-independent programs, which the system loads at an address that nobody knows beforehand.
include(CheckPIESupported)
check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# -O2 after CMake's own -O3: merging a million ranges takes as long with either, see docs/benchmarks.md.
add_compile_options(-O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong)
include(CheckCXXCompilerFlag)
foreach(flag IN ITEMS -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER GATEHOUSE_HAS${flag} known)
    check_cxx_compiler_flag(${flag} ${known}) # the second is for x86 only
    if(${known})
        add_compile_options(${flag})
    endif()
endforeach()
add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)
