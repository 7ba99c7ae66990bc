// SPDX-License-Identifier: Apache-2.0
#include "cli/ServicesCommand.h"

#include "base/TextTable.h"
#include "cli/Text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::cli {

namespace {

QString expiryWord(ExpiryWriting writing)
{
    switch (writing) {
    case ExpiryWriting::Impossible:
        return QStringLiteral("none");
    case ExpiryWriting::NamedOnly:
        return QStringLiteral("durations");
    case ExpiryWriting::Exact:
        return QStringLiteral("any");
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const ServiceDefinition &service)
{
    QJsonArray scope;
    for (const ScopeField &field : service.scopeFields)
        scope.append(QJsonObject{{QStringLiteral("key"), field.key},
                                 {QStringLiteral("title"), field.title},
                                 {QStringLiteral("required"), field.required}});
    return {
        {QStringLiteral("id"), service.id},
        {QStringLiteral("name"), service.name},
        {QStringLiteral("summary"), service.summary},
        {QStringLiteral("baseUrl"), service.baseUrl.toString()},
        {QStringLiteral("documentation"), service.documentation.toString()},
        {QStringLiteral("verified"), service.certainty == Certainty::Documented},
        {QStringLiteral("note"), service.certaintyNote},
        {QStringLiteral("scope"), scope},
        {QStringLiteral("file"), service.file.isEmpty() ? QJsonValue() : QJsonValue(service.file)},
        {QStringLiteral("replacesBuiltIn"), service.replacesBuiltIn},
        {QStringLiteral("holds"), QJsonObject{{QStringLiteral("label"), service.capabilities.label},
                                              {QStringLiteral("active"), service.capabilities.active},
                                              {QStringLiteral("expiry"), expiryWord(service.capabilities.expiry)}}},
    };
}

void printTable(const DefinitionCatalog &catalog, Output &out)
{
    TextTable table({Text::tr("ID"), Text::tr("NAME"), Text::tr("LABEL"), Text::tr("ACTIVE"), Text::tr("EXPIRY"),
                     Text::tr("SCOPE"), Text::tr("VERIFIED")});
    const auto yesNo = [](bool value) { return value ? Text::tr("yes") : Text::tr("no"); };
    for (const auto &service : catalog.definitions()) {
        QStringList scope;
        for (const ScopeField &field : service->scopeFields)
            scope.append(field.key);
        table.addRow({service->id, service->name, yesNo(service->capabilities.label),
                      yesNo(service->capabilities.active), expiryWord(service->capabilities.expiry),
                      scope.join(QLatin1Char(',')), yesNo(service->certainty == Certainty::Documented)});
    }
    table.print(out);
    for (const auto &service : catalog.definitions()) {
        if (service->replacesBuiltIn)
            out << Text::tr("%1 is defined by %2, which replaces the built-in definition.")
                       .arg(service->id, service->file)
                << '\n';
    }
}

} // namespace

ServicesCommand::ServicesCommand(Arguments &parent)
    : Command(parent, "services", "What can be connected to, and what each can hold")
{}

Future<void> ServicesCommand::run(Context &context)
{
    const DefinitionCatalog &catalog = context.connector.catalog();
    for (const Error &problem : catalog.problems()) {
        context.err << Text::tr("Left out: %1").arg(problem.message) << '\n';
        if (!problem.detail.isEmpty())
            context.err.writeLines(problem.detail + QLatin1Char('\n'));
    }
    if (context.json) {
        QJsonArray array;
        for (const auto &service : catalog.definitions())
            array.append(toJson(*service));
        context.out.writeJson(QJsonDocument(array));
    } else {
        printTable(catalog, context.out);
    }
    return ready<void>({});
}

} // namespace gatehouse::cli
