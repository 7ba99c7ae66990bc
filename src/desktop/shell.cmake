# SPDX-License-Identifier: Apache-2.0
# The window around the table of entries.
set(SHELL_SOURCES
    ${PROJECT_SOURCE_DIR}/ui/EmptyState.ui
    ${PROJECT_SOURCE_DIR}/ui/ListPage.ui
    ${PROJECT_SOURCE_DIR}/ui/MainWindow.ui
    ${PROJECT_SOURCE_DIR}/ui/MessageBanner.ui
    ${PROJECT_SOURCE_DIR}/ui/PendingBar.ui
    ${PROJECT_SOURCE_DIR}/ui/QuickAddBar.ui
    Desktop.cpp Desktop.h
    DesktopNotifier.cpp DesktopNotifier.h
    MainActions.h
    MainWindow.cpp MainWindow.h
    Notifier.h
    SessionBus.cpp SessionBus.h
    SystemConditions.cpp SystemConditions.h
    Workbench.h
    controllers/AddressController.cpp controllers/AddressController.h
    controllers/ApplyController.cpp controllers/ApplyController.h
    controllers/BaseUrlController.cpp controllers/BaseUrlController.h
    controllers/ColumnActions.cpp controllers/ColumnActions.h
    controllers/ConnectionEditor.cpp controllers/ConnectionEditor.h
    controllers/ConnectionProbe.cpp controllers/ConnectionProbe.h
    controllers/ConnectionsController.cpp controllers/ConnectionsController.h
    controllers/DriftController.cpp controllers/DriftController.h
    controllers/EmptyReason.cpp controllers/EmptyReason.h
    controllers/EntryActions.cpp controllers/EntryActions.h
    controllers/EntryAdder.cpp controllers/EntryAdder.h
    controllers/HistoryController.cpp controllers/HistoryController.h
    controllers/FollowController.cpp controllers/FollowController.h
    controllers/KeeperController.cpp controllers/KeeperController.h
    controllers/InterruptionController.cpp controllers/InterruptionController.h
    controllers/ListActions.cpp controllers/ListActions.h
    controllers/ListController.cpp controllers/ListController.h
    controllers/ListsReview.cpp controllers/ListsReview.h
    controllers/LogsController.cpp controllers/LogsController.h
    controllers/NextStep.cpp controllers/NextStep.h
    controllers/NextStepController.cpp controllers/NextStepController.h
    controllers/NoticeController.cpp controllers/NoticeController.h
    controllers/OpenList.cpp controllers/OpenList.h
    controllers/PollController.cpp controllers/PollController.h
    controllers/RangeAdvice.cpp controllers/RangeAdvice.h
    controllers/ServiceActions.cpp controllers/ServiceActions.h
    controllers/TrayController.cpp controllers/TrayController.h
    controllers/SeveralListsController.cpp controllers/SeveralListsController.h
    controllers/Verifier.cpp controllers/Verifier.h
    controllers/WaitingController.cpp controllers/WaitingController.h
    controllers/WatchController.cpp controllers/WatchController.h
    controllers/WindowController.cpp controllers/WindowController.h
    delegates/ConnectionDelegate.cpp delegates/ConnectionDelegate.h
    delegates/LogDelegate.cpp delegates/LogDelegate.h
    models/ConnectionListModel.cpp models/ConnectionListModel.h
    models/ConnectionStatus.cpp models/ConnectionStatus.h
    models/DifferenceModel.cpp models/DifferenceModel.h
    models/HistoryListModel.cpp models/HistoryListModel.h
    models/GroupListModel.cpp models/GroupListModel.h
    models/GroupRangeModel.cpp models/GroupRangeModel.h
    models/ListChoiceModel.cpp models/ListChoiceModel.h
    models/ListProgressModel.cpp models/ListProgressModel.h
    models/LogTableModel.cpp models/LogTableModel.h
    theme/Appearance.cpp theme/Appearance.h
    theme/Icons.cpp theme/Icons.h
    theme/SeverityIcon.cpp theme/SeverityIcon.h
    theme/SystemAppearance.cpp theme/SystemAppearance.h
    theme/Theme.cpp theme/Theme.h
    widgets/BannerArea.cpp widgets/BannerArea.h
    widgets/ElidedLabel.cpp widgets/ElidedLabel.h
    widgets/EmptyState.cpp widgets/EmptyState.h
    widgets/IconLabel.cpp widgets/IconLabel.h
    widgets/KeeperLine.cpp widgets/KeeperLine.h
    widgets/ListPage.cpp widgets/ListPage.h
    widgets/MessageBanner.cpp widgets/MessageBanner.h
    widgets/Moment.cpp widgets/Moment.h
    widgets/PendingBar.cpp widgets/PendingBar.h
    widgets/PlainTextGuard.cpp widgets/PlainTextGuard.h
    widgets/QuickAddBar.cpp widgets/QuickAddBar.h
    widgets/UndoThrough.cpp widgets/UndoThrough.h
    widgets/SecretClipboard.cpp widgets/SecretClipboard.h
    widgets/TabToChecked.cpp widgets/TabToChecked.h)
