# SPDX-License-Identifier: Apache-2.0
set(DIALOG_SOURCES
    dialogs/AboutDialog.cpp dialogs/AboutDialog.h
    dialogs/ConnectionDialog.cpp dialogs/ConnectionDialog.h
    dialogs/ErrorDetailsDialog.cpp dialogs/ErrorDetailsDialog.h
    dialogs/ReviewDialog.cpp dialogs/ReviewDialog.h
    dialogs/ScopeForm.cpp dialogs/ScopeForm.h
    dialogs/SettingsDialog.cpp dialogs/SettingsDialog.h
    ${PROJECT_SOURCE_DIR}/ui/AboutDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/ConnectionDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/ErrorDetailsDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/ReviewDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/SettingsDialog.ui)
