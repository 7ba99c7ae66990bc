# SPDX-License-Identifier: Apache-2.0
set(DIALOG_SOURCES
    dialogs/AboutDialog.cpp dialogs/AboutDialog.h
    dialogs/AddressGroupsDialog.cpp dialogs/AddressGroupsDialog.h
    dialogs/ConnectionDialog.cpp dialogs/ConnectionDialog.h
    dialogs/ErrorDetailsDialog.cpp dialogs/ErrorDetailsDialog.h
    dialogs/HistoryDialog.cpp dialogs/HistoryDialog.h
    dialogs/FollowDialog.cpp dialogs/FollowDialog.h
    dialogs/KeeperDialog.cpp dialogs/KeeperDialog.h
    dialogs/KeeperPanel.cpp dialogs/KeeperPanel.h
    dialogs/LegendDialog.cpp dialogs/LegendDialog.h
    dialogs/ConflictDialog.cpp dialogs/ConflictDialog.h
    dialogs/ListsReviewDialog.cpp dialogs/ListsReviewDialog.h
    dialogs/LogFilterForm.cpp dialogs/LogFilterForm.h
    dialogs/LogsDialog.cpp dialogs/LogsDialog.h
    dialogs/NewScopeDialog.cpp dialogs/NewScopeDialog.h
    dialogs/ReviewDialog.cpp dialogs/ReviewDialog.h
    dialogs/ScopeFieldEdit.cpp dialogs/ScopeFieldEdit.h
    dialogs/ScopeForm.cpp dialogs/ScopeForm.h
    dialogs/SecretDialog.cpp dialogs/SecretDialog.h
    dialogs/SettingsDialog.cpp dialogs/SettingsDialog.h
    dialogs/SeveralListsDialog.cpp dialogs/SeveralListsDialog.h
    dialogs/StartEntriesEdit.cpp dialogs/StartEntriesEdit.h
    dialogs/VerifyDialog.cpp dialogs/VerifyDialog.h
    dialogs/WorkArea.cpp dialogs/WorkArea.h
    ${PROJECT_SOURCE_DIR}/ui/AboutDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/AddressGroupsDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/ConnectionDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/ErrorDetailsDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/HistoryDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/FollowDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/KeeperDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/KeeperPanel.ui
    ${PROJECT_SOURCE_DIR}/ui/ConflictDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/ListsReviewDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/LogsDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/NewScopeDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/ReviewDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/SecretDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/SettingsDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/SeveralListsDialog.ui
    ${PROJECT_SOURCE_DIR}/ui/StartEntriesEdit.ui
    ${PROJECT_SOURCE_DIR}/ui/VerifyDialog.ui)
