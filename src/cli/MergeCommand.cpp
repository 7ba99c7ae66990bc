// SPDX-License-Identifier: Apache-2.0
#include "cli/MergeCommand.h"

#include "allowlist/Text.h"
#include "cli/Text.h"
#include "ip/RangeSet.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace gatehouse::cli {

namespace {

Result<void> openSource(QFile &source, const QString &name)
{
    const bool opened = name.isEmpty() ? source.open(stdin, QIODevice::ReadOnly) : source.open(QIODevice::ReadOnly);
    if (!opened)
        return failure(ErrorKind::Storage, Text::tr("%1 cannot be read: %2").arg(name, source.errorString()));
    return {};
}

Result<std::vector<IpRange>> readRanges(QFile &source, const QString &name)
{
    std::vector<IpRange> ranges;
    for (int number = 1; !source.atEnd(); ++number) {
        QByteArray line = source.readLine();
        if (const qsizetype comment = line.indexOf('#'); comment >= 0)
            line.truncate(comment);
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        const Result<IpRange> range = rangeFrom(line.toStdString());
        if (!range) {
            return failure(ErrorKind::InvalidInput,
                           QStringLiteral("%1:%2: %3").arg(name).arg(number).arg(range.error().message));
        }
        ranges.push_back(*range);
    }
    return ranges;
}

void print(const std::vector<IpRange> &ranges, Context &context)
{
    if (!context.json) {
        for (const IpRange &range : ranges)
            context.out << toQString(range) << '\n';
        return;
    }
    QJsonArray array;
    for (const IpRange &range : ranges)
        array.append(QJsonObject{{QStringLiteral("range"), toQString(range)}});
    context.out << QString::fromUtf8(QJsonDocument(array).toJson());
}

} // namespace

MergeCommand::MergeCommand(CLI::App &parent)
    : Command(parent, "merge", "The smallest set of ranges equal to those of a file, one a line")
{
    app().add_option("FILE", m_file, "Standard input if not given");
}

Future<void> MergeCommand::run(Context &context)
{
    return ready<void>(merge(context));
}

Result<void> MergeCommand::merge(Context &context) const
{
    const QString name = QString::fromStdString(m_file);
    QFile source(name);
    if (auto opened = openSource(source, name); !opened)
        return opened;
    const auto ranges = readRanges(source, name.isEmpty() ? QStringLiteral("-") : name);
    if (!ranges)
        return failure(ranges.error());
    print(RangeSet(*ranges).toRanges(), context);
    return {};
}

} // namespace gatehouse::cli
