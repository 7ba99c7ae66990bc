// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>

namespace gatehouse {

/// The two folders in which everything lies that this computer keeps. Two homes never see each other.
struct Home
{
    QString config; ///< settings
    QString data;   ///< database, the embedded service's list, the user's own service definitions
    QString root;   ///< the folder that holds both; empty when each lies at a place of the platform

    /// `directory` (from --home) if not empty, else GATEHOUSE_HOME, else the platform's own places
    /// (XDG base directories on Linux). Does not touch the disk.
    static Home choose(const QString &directory);

    /// Makes the folders and the file of the settings, readable by their owner only. ErrorKind::Storage names the
    /// folder that cannot be made, or into which others may write (see makePrivateFolder()).
    [[nodiscard]] Result<void> create() const;

    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString databaseFile() const;
    [[nodiscard]] QString serviceDataFolder() const;     ///< of the embedded service
    [[nodiscard]] QString userDefinitionsFolder() const; ///< services/*.json of the user
    /// Tells this home from every other one, for names that are shared by all programs of a user (keychain, sockets).
    [[nodiscard]] QString id() const;
};

} // namespace gatehouse
