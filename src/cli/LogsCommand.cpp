// SPDX-License-Identifier: Apache-2.0
#include "cli/LogsCommand.h"

#include "base/Csv.h"
#include "base/TextTable.h"
#include "cli/EntryOutput.h"
#include "cli/Text.h"
#include "sync/Chain.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::cli {

namespace {

QString textOf(const QVariant &cell)
{
    return cell.typeId() == QMetaType::QDateTime ? isoTime(cell.toDateTime()) : cell.toString();
}

QJsonValue jsonOf(const QVariant &cell)
{
    return cell.typeId() == QMetaType::QDateTime ? QJsonValue(isoTime(cell.toDateTime()))
                                                 : QJsonValue::fromVariant(cell);
}

QStringList textsOf(const QVariantList &row)
{
    QStringList texts;
    for (const QVariant &cell : row)
        texts.append(textOf(cell));
    return texts;
}

} // namespace

/// What was read so far.
struct LogsCommand::Round
{
    Context &context;
    std::shared_ptr<RestService> service;
    LogsDescription logs;
    LogQuery query;
    std::shared_ptr<Chain<void>> chain;
    QList<QVariantList> rows;
    QList<bool> refused;
};

LogsCommand::LogsCommand(Arguments &parent)
    : Command(parent, "logs", "The requests that came to what the lists of a service guard, refused ones too")
{
    arguments().option("NAME", m_name, "The connection").required();
    arguments().option("--key", m_filters[QStringLiteral("key")], "Only those with this API key (its id)");
    arguments().option("--method", m_filters[QStringLiteral("method")], "Only those with this HTTP method");
    arguments().option("--status", m_filters[QStringLiteral("status")], "Only those answered with this status");
    arguments().option("--from", m_filters[QStringLiteral("from")], "Only those since this time, ISO 8601 with a zone");
    arguments().option("--to", m_filters[QStringLiteral("to")], "Only those until this time");
    arguments().option("--most", m_most, "So many rows at most (1000 if not given)").positive();
    arguments().flag("--csv", m_csv, "As CSV");
}

Result<QMap<QString, QString>> LogsCommand::filters(const LogsDescription &logs) const
{
    QMap<QString, QString> given;
    for (const auto &[name, value] : m_filters) {
        if (value.empty())
            continue;
        const bool known =
            std::ranges::any_of(logs.filters, [&name = name](const LogFilter &each) { return each.key == name; });
        if (!known)
            return failure(usageError(Text::tr("This service cannot filter its log by --%1.").arg(name)));
        given.insert(name, QString::fromStdString(value));
    }
    return given;
}

Future<void> LogsCommand::run(Context &context)
{
    const Result<ConnectionRecord> record = connectionNamed(context, m_name);
    if (!record)
        return readyFailure<void>(record.error());
    if (const auto admitted = admitSecrets(context, {*record}); !admitted)
        return readyFailure<void>(admitted.error());
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(
        context.connector.connectTo(*record), [this, &context, chain](const std::shared_ptr<RestService> &service) {
            const auto &logs = service->definition().logs;
            if (!logs) {
                chain->finish(
                    failure(ErrorKind::InvalidInput,
                            Text::tr("%1 tells no log of the requests that came.").arg(service->definition().name)));
                return;
            }
            const auto wanted = filters(*logs);
            if (!wanted) {
                chain->finish(failure(wanted.error()));
                return;
            }
            readPage(std::make_shared<Round>(Round{context, service, *logs, {*wanted, 0}, chain, {}, {}}));
        });
    return chain->future();
}

void LogsCommand::readPage(const std::shared_ptr<Round> &round) const
{
    round->chain->then(round->service->logs(round->query), [this, round](const LogPage &page) {
        round->rows += page.rows;
        round->refused += page.refused;
        ++round->query.page;
        if (page.hasMore && std::size_t(round->rows.size()) < m_most)
            return readPage(round);
        round->rows = round->rows.mid(0, qsizetype(m_most));
        print(*round);
        round->chain->finish({});
    });
}

void LogsCommand::print(const Round &round) const
{
    Output &out = round.context.out;
    QStringList titles;
    QStringList keys;
    for (const LogColumn &column : round.logs.columns) {
        titles.append(column.title.toUpper());
        keys.append(column.key);
    }
    if (m_csv) {
        out.writeRecord(csvRecord(keys));
        for (const QVariantList &row : round.rows)
            out.writeRecord(csvRecord(textsOf(row)));
    } else if (round.context.json) {
        QJsonArray array;
        for (qsizetype i = 0; i < round.rows.size(); ++i) {
            QJsonObject object{{QStringLiteral("refused"), round.refused[i]}};
            for (qsizetype column = 0; column < keys.size(); ++column)
                object.insert(keys[column], jsonOf(round.rows[i][column]));
            array.append(object);
        }
        out.writeJson(QJsonDocument(array));
    } else {
        TextTable table(titles);
        for (const QVariantList &row : round.rows)
            table.addRow(textsOf(row));
        table.print(out);
    }
}

} // namespace gatehouse::cli
