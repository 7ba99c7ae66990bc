// SPDX-License-Identifier: Apache-2.0
#include "cli/MergeCommand.h"

#include "allowlist/Text.h"
#include "cli/EntryInput.h"
#include "cli/FileFaults.h"
#include "ip/RangeSet.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::cli {

namespace {

Result<std::vector<IpRange>> readRanges(const QByteArray &bytes, const QString &name)
{
    std::vector<IpRange> ranges;
    FileFaults faults(name);
    int number = 0;
    for (qsizetype begin = 0, end = 0; begin < bytes.size(); begin = end + 1) {
        end = bytes.indexOf('\n', begin);
        if (end < 0)
            end = bytes.size();
        QByteArray line = bytes.mid(begin, end - begin);
        ++number;
        if (const qsizetype comment = line.indexOf('#'); comment >= 0)
            line.truncate(comment);
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        if (const Result<IpRange> range = rangeFrom(line.toStdString()))
            ranges.push_back(*range);
        else
            faults.add(QStringLiteral("%1:%2").arg(name).arg(number), range.error().message);
    }
    if (!faults.isEmpty())
        return failure(faults.error());
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
    context.out.writeJson(QJsonDocument(array));
}

} // namespace

MergeCommand::MergeCommand(Arguments &parent)
    : Command(parent, "merge", "The smallest set of ranges equal to those of a file, one a line")
{
    arguments().option("FILE", m_file, "Standard input if not given");
}

Future<void> MergeCommand::run(Context &context)
{
    return ready<void>(merge(context));
}

Result<void> MergeCommand::merge(Context &context) const
{
    const QString name = m_file.empty() ? QStringLiteral("-") : QString::fromStdString(m_file);
    const auto ranges = contentOfFile(name).and_then([&](const QByteArray &bytes) { return readRanges(bytes, name); });
    if (!ranges)
        return failure(ranges.error());
    print(RangeSet(*ranges).toRanges(), context);
    return {};
}

} // namespace gatehouse::cli
