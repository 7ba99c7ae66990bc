// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

class AddressFinder;
class Clock;
class ConnectionBook;
class HostConditions;
class Keeper;
class KeeperInstaller;
class Notifier;
class SecretStore;
class ServiceConnector;
class Settings;
class Store;

/// What the controllers of the window work with; everything outlives them.
struct Workbench
{
    ConnectionBook &book;
    ServiceConnector &connector;
    Store &store;
    SecretStore &secrets;
    AddressFinder &addresses;
    Keeper &keeper;
    Settings &settings;
    Notifier &notifier;
    HostConditions &conditions;
    const Clock &clock;
    KeeperInstaller *installer = nullptr; ///< of the keeper that works without the window; nullptr: not offered
};

} // namespace gatehouse
