// SPDX-License-Identifier: Apache-2.0
#include "sync/BaseUrlMove.h"

#include "allowlist/Pairing.h"
#include "allowlist/Text.h"
#include "sync/Chain.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::BaseUrlMove)
};

/// The same entry under the same id; times of update may be written differently.
bool isSame(const Entry &left, const Entry *right)
{
    return right && left.remoteId == right->remoteId && left.content == right->content;
}

QStringList missingFrom(const std::vector<Entry> &list, const std::vector<Entry> &other)
{
    Pairing pairing(list, other);
    pairing.byRemoteId();
    pairing.byContent();
    QStringList ranges;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!isSame(list[i], pairing.partner(i)))
            ranges += toShortQString(list[i].content);
    }
    return ranges;
}

QString firstOf(const QStringList &ranges)
{
    constexpr int shown = 5;
    const QString list = ranges.first(std::min<qsizetype>(ranges.size(), shown)).join(QStringLiteral(", "));
    return ranges.size() > shown ? Tr::tr("%1 and others").arg(list) : list;
}

Result<void> proveEqual(const std::vector<Entry> &former, const std::vector<Entry> &current)
{
    QStringList sentences;
    if (const QStringList missing = missingFrom(former, current); !missing.isEmpty())
        sentences += Tr::tr("%n entries of the old address are not the same at the new one: %1.", nullptr,
                            static_cast<int>(missing.size()))
                         .arg(firstOf(missing));
    if (const QStringList added = missingFrom(current, former); !added.isEmpty())
        sentences += Tr::tr("%n entries of the new address are not the same at the old one: %1.", nullptr,
                            static_cast<int>(added.size()))
                         .arg(firstOf(added));
    if (sentences.isEmpty())
        return {};
    return failure(ErrorKind::NotAsPlanned, sentences.join(u'\n'));
}

using Service = std::shared_ptr<RestService>;

void compare(const Service &former, const Service &current, const std::shared_ptr<Chain<void>> &chain)
{
    chain->then(former->fetch(), [former, current, chain](const std::vector<Entry> &before) {
        chain->then(current->fetch(), [current, chain, before](const std::vector<Entry> &after) {
            chain->finish(proveEqual(before, after));
        });
    });
}

} // namespace

Future<ConnectionRecord> moveToCurrentUrl(const ConnectionRecord &connection, ServiceConnector &connector,
                                          ConnectionBook &book)
{
    const auto definition = connector.catalog().find(connection.serviceId);
    const auto url = definition ? definition->currentUrlFor(connection.baseUrl) : std::nullopt;
    if (!url)
        return readyFailure<ConnectionRecord>(
            makeError(ErrorKind::InvalidInput, Tr::tr("This connection has the current base URL already.")));
    ConnectionRecord moved = connection;
    moved.baseUrl = *url;
    const auto proof = Chain<void>::begin(&book);
    proof->then(connector.connectTo(connection), [&connector, moved, proof](const Service &former) {
        proof->then(connector.connectTo(moved),
                    [former, proof](const Service &current) { compare(former, current, proof); });
    });
    const auto chain = Chain<ConnectionRecord>::begin(&book);
    chain->then(proof->future(), [&book, chain, moved] {
        chain->then(book.save(moved, {}), [chain](const ConnectionRecord &stored) { chain->finish(stored); });
    });
    return chain->future();
}

} // namespace gatehouse
