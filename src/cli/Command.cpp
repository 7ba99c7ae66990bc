// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"

#include "allowlist/Text.h"
#include "cli/Text.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::cli {

namespace {

Error misread(const std::string &text, const ParseError &error)
{
    QString sentence = Text::tr("“%1”: %2").arg(QString::fromStdString(text), describe(error));
    if (!error.suggestion.empty())
        sentence = Text::tr("%1 Did you mean %2?").arg(sentence, QString::fromStdString(error.suggestion));
    return makeError(ErrorKind::InvalidInput, sentence);
}

} // namespace

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

Result<std::vector<ConnectionRecord>> connectionsNamed(const Context &context, const std::string &name,
                                                       const std::vector<std::string> &others)
{
    std::vector<std::string> names{name};
    names.insert(names.end(), others.begin(), others.end());
    std::vector<ConnectionRecord> records;
    for (const std::string &each : names) {
        Result<ConnectionRecord> record = connectionNamed(context, each);
        if (!record)
            return failure(record.error());
        if (std::ranges::find(records, record->id, &ConnectionRecord::id) == records.end())
            records.push_back(std::move(*record));
    }
    return records;
}

Result<void> admitSecrets(const Context &context, const std::vector<ConnectionRecord> &connections)
{
    if (!context.environmentSecrets)
        return {};
    std::vector<ConnectionRecord> asking;
    std::ranges::copy_if(connections, std::back_inserter(asking), [&](const ConnectionRecord &connection) {
        const auto service = context.connector.catalog().find(connection.serviceId);
        return service && !service->secretTitle.isEmpty();
    });
    const Result<void> admitted = context.environmentSecrets->admit(asking);
    return admitted ? admitted : failure(usageError(admitted.error().message));
}

ListSession *transientSession(const ConnectionRecord &connection, Context &context)
{
    return new ListSession(connection, context.connector, context.store, context.addresses, context.clock,
                           ListSession::Memory::Transient, context.owner);
}

Result<IpAddress> addressFrom(const std::string &text)
{
    const Parsed<IpAddress> address = IpAddress::parse(text);
    if (!address)
        return failure(misread(text, address.error()));
    return *address;
}

Result<IpRange> rangeFrom(const std::string &text)
{
    if (text == "any")
        return IpRange::any();
    const Parsed<IpRange> range = IpRange::parse(text);
    if (!range)
        return failure(misread(text, range.error()));
    return *range;
}

} // namespace gatehouse::cli
