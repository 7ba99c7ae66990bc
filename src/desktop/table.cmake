# SPDX-License-Identifier: Apache-2.0
# The table of entries and the fields to enter one.
set(TABLE_SOURCES
    widgets/RangeEdit.cpp widgets/RangeEdit.h
    widgets/RangeHint.cpp widgets/RangeHint.h)
