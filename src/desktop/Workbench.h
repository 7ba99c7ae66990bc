// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

class AddressFinder;
class Clock;
class ConnectionBook;
class Keeper;
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
    const Clock &clock;
};

} // namespace gatehouse
