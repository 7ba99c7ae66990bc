# SPDX-License-Identifier: Apache-2.0
# The window around the table of entries.
set(SHELL_SOURCES
    theme/Icons.cpp theme/Icons.h
    theme/Theme.cpp theme/Theme.h)
