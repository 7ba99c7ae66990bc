# SPDX-License-Identifier: Apache-2.0
# The table of entries and the fields to enter one.
set(TABLE_SOURCES
    ${PROJECT_SOURCE_DIR}/ui/ExpiryPopup.ui
    delegates/EntryDelegate.cpp delegates/EntryDelegate.h
    delegates/ExpiryDelegate.cpp delegates/ExpiryDelegate.h
    delegates/LabelDelegate.cpp delegates/LabelDelegate.h
    delegates/RangeDelegate.cpp delegates/RangeDelegate.h
    delegates/RowHover.cpp delegates/RowHover.h
    delegates/StateDelegate.cpp delegates/StateDelegate.h
    delegates/StatePill.cpp delegates/StatePill.h
    delegates/SwitchDelegate.cpp delegates/SwitchDelegate.h
    models/EntryCell.cpp models/EntryCell.h
    models/EntryFilter.cpp models/EntryFilter.h
    models/EntryFormat.cpp models/EntryFormat.h
    models/EntryOrder.cpp models/EntryOrder.h
    models/EntryRow.cpp models/EntryRow.h
    models/EntryRowIndex.cpp models/EntryRowIndex.h
    models/EntryTableModel.cpp models/EntryTableModel.h
    models/ExpiryText.cpp models/ExpiryText.h
    models/RowStore.cpp models/RowStore.h
    widgets/DayCalendar.cpp widgets/DayCalendar.h
    widgets/EntryTableView.cpp widgets/EntryTableView.h
    widgets/ExpiryChoice.h
    widgets/ExpiryPicker.cpp widgets/ExpiryPicker.h
    widgets/ExpiryPopup.cpp widgets/ExpiryPopup.h
    widgets/RangeCheck.cpp widgets/RangeCheck.h
    widgets/RangeEdit.cpp widgets/RangeEdit.h
    widgets/RangeHint.cpp widgets/RangeHint.h
    widgets/SelectionKeeper.cpp widgets/SelectionKeeper.h)
