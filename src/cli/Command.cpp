// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"

#include "cli/Text.h"

namespace gatehouse::cli {

Error usageError(const QString &sentence)
{
    return makeError(ErrorKind::InvalidInput, sentence, QString::fromLatin1(usageDetail));
}

Result<ConnectionRecord> connectionNamed(const Context &context, const std::string &name)
{
    const QString wanted = QString::fromStdString(name);
    if (const ConnectionRecord *record = context.book.findByName(wanted))
        return *record;
    QStringList names;
    for (const ConnectionRecord &record : context.book.records())
        names.append(QStringLiteral("“%1”").arg(record.name));
    return failure(
        ErrorKind::NotFound,
        Text::tr("There is no connection “%1”. There are: %2.").arg(wanted, names.join(QStringLiteral(", "))));
}

} // namespace gatehouse::cli
