// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Computer.h"
#include "sync/AddressGroups.h"
#include "sync/ListRequest.h"

namespace gatehouse::test {

/// One computer whose address is 127.0.0.1, connected to lists of all four services, each of which lets it in.
class ManyListsFixture final
{
public:
    ManyListsFixture()
    {
        m_addresses.setEchoServices(office.echoes());
        desk = std::make_unique<Computer>(office.clock, office.echoes());
        for (const char *service : {"astro", "cortex", "quave", "bitbybit"}) {
            const QString id = QString::fromLatin1(service);
            connections.insert(id, desk->connect(office.connection(id), office.token()));
            put(id, {QStringLiteral("127.0.0.1 Me")});
        }
        lists = std::make_unique<ManyLists>(desk->book(), desk->connector(), desk->store(), m_addresses, office.clock);
        groups = std::make_unique<AddressGroups>(desk->store(), desk->book(), office.clock);
    }

    /// Entries of the user's own.
    void put(const QString &service, const QStringList &lines)
    {
        const auto session = desk->opened(connections[service]);
        session->add(contents(lines));
        const auto applied = await(session->apply({}));
        if (!applied)
            qFatal("%s", qPrintable(kindName(applied.error().kind) + applied.error().message));
    }

    /// The list as somebody sees who opens it here, as words, sorted.
    [[nodiscard]] QStringList shown(const QString &service)
    {
        return test::shown(*desk->opened(connections[service], ListSession::Memory::Transient));
    }

    [[nodiscard]] std::vector<ConnectionRecord> named(const QStringList &services) const
    {
        std::vector<ConnectionRecord> records;
        for (const QString &service : services)
            records.push_back(connections[service]);
        return records;
    }

    [[nodiscard]] bool review(const QStringList &services, const ListRequest &request)
    {
        std::vector<ListOrder> orders;
        for (const ConnectionRecord &record : named(services))
            orders.push_back(orderFor(record, request, office.clock));
        return await(lists->review(std::move(orders))).has_value();
    }

    [[nodiscard]] bool reviewGroups(const QStringList &services)
    {
        std::vector<ListOrder> orders;
        for (const ConnectionRecord &record : named(services))
            orders.push_back(groups->orderFor(record, groups->groups()));
        return await(lists->review(std::move(orders))).has_value();
    }

    /// Agrees to these, without confirming a lock-out.
    [[nodiscard]] bool apply(const QStringList &services)
    {
        QHash<QUuid, ApplyConsent> agreed;
        for (const ConnectionRecord &record : named(services))
            agreed.insert(record.id, {});
        return await(lists->apply(agreed)).has_value();
    }

    [[nodiscard]] const ListProgress &at(const QString &service) const
    {
        for (const ListProgress &list : lists->lists()) {
            if (list.connection.id == connections[service].id)
                return list;
        }
        qFatal("no such list");
    }

private:
    AddressFinder m_addresses{{}};

public:
    Office office;
    std::unique_ptr<Computer> desk;
    QMap<QString, ConnectionRecord> connections; ///< by service
    std::unique_ptr<ManyLists> lists;
    std::unique_ptr<AddressGroups> groups;
};

} // namespace gatehouse::test
