# SPDX-License-Identifier: Apache-2.0
# The window around the table of entries.
set(SHELL_SOURCES
    delegates/ConnectionDelegate.cpp delegates/ConnectionDelegate.h
    models/ConnectionListModel.cpp models/ConnectionListModel.h
    models/ConnectionStatus.cpp models/ConnectionStatus.h
    theme/Icons.cpp theme/Icons.h
    theme/Theme.cpp theme/Theme.h
    widgets/BannerArea.cpp widgets/BannerArea.h
    widgets/ElidedLabel.cpp widgets/ElidedLabel.h
    widgets/EmptyState.cpp widgets/EmptyState.h
    widgets/IconLabel.cpp widgets/IconLabel.h
    widgets/MessageBanner.cpp widgets/MessageBanner.h
    widgets/Moment.cpp widgets/Moment.h
    widgets/PendingBar.cpp widgets/PendingBar.h
    ${PROJECT_SOURCE_DIR}/ui/EmptyState.ui
    ${PROJECT_SOURCE_DIR}/ui/MessageBanner.ui
    ${PROJECT_SOURCE_DIR}/ui/PendingBar.ui)
