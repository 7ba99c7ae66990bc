// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/Store.h"
#include "support/Await.h"
#include "support/TempHome.h"

namespace gatehouse::test {

inline ConnectionRecord someConnection(const QString &name = QStringLiteral("Production"))
{
    ConnectionRecord connection;
    connection.id = QUuid::createUuid();
    connection.name = name;
    connection.serviceId = QStringLiteral("quave");
    connection.baseUrl = QUrl(QStringLiteral("https://api.example.net:8443/a%20b/v1"));
    connection.scope = {{QStringLiteral("env"), QStringLiteral("prod \"eu\"")}, {QStringLiteral("org"), QString()}};
    return connection;
}

inline Entry someEntry(const char *range, const QString &label = {})
{
    Entry entry = makeEntry({*IpRange::parse(range), label, true, std::nullopt});
    entry.remoteId = QStringLiteral("r-") + label;
    return entry;
}

inline Draft draftOn(std::vector<Entry> entries)
{
    return Draft(std::make_shared<const Allowlist>(std::move(entries)));
}

/// A store in a home of its own, with one connection in it.
struct StoreFixture
{
    TempHome home;
    std::unique_ptr<Store> store = opened();
    ConnectionRecord connection = someConnection();

    StoreFixture()
    {
        if (!await(store->saveConnection(connection)))
            qFatal("the connection was not saved");
    }

    [[nodiscard]] std::unique_ptr<Store> opened() const
    {
        auto result = Store::open(home->databaseFile());
        if (!result)
            qFatal("%s", qPrintable(result.error().message + result.error().detail));
        return std::move(*result);
    }

    /// As after an end of the program.
    void reopen()
    {
        store.reset();
        store = opened();
    }

    [[nodiscard]] StoredList load() const { return await(store->list(connection.id)).value_or(StoredList()); }
};

} // namespace gatehouse::test
