// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/HttpClient.h"
#include "services/RestService.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/ManualClock.h"
#include "support/SourceFolder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

namespace gatehouse::test {

/// The test definition of that name, from tests/services/definitions.
inline QByteArray definitionText(const QString &name)
{
    QFile file(sourceFile(QStringLiteral("tests/services/definitions/%1.json").arg(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no test definition %s", qPrintable(name));
    return file.readAll();
}

/// The definition that is part of the program.
inline QByteArray shippedText(const QString &name)
{
    QFile file(sourceFile(QStringLiteral("resources/services/%1.json").arg(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the definition %s is missing", qPrintable(name));
    return file.readAll();
}

/// Everything that must be there, and nothing else.
inline QByteArray minimal()
{
    return definitionText(QStringLiteral("minimal"));
}

/// The minimal definition with one text replaced, which must be there.
inline QByteArray minimalWith(const QByteArray &before, const QByteArray &after)
{
    const QByteArray text = minimal();
    if (!text.contains(before))
        qFatal("the minimal definition has no %s", before.constData());
    return QByteArray(text).replace(before, after);
}

inline std::shared_ptr<const ServiceDefinition> parsed(const QByteArray &json)
{
    auto definition = parseDefinition(json, QStringLiteral("test.json"));
    if (!definition)
        qFatal("%s\n%s", qPrintable(definition.error().message), qPrintable(definition.error().detail));
    return std::make_shared<const ServiceDefinition>(std::move(*definition));
}

/// A definition with the value at a dotted path replaced, or put there.
inline std::shared_ptr<const ServiceDefinition> changed(const QByteArray &json, const QString &path,
                                                        const QJsonValue &value)
{
    const std::function<QJsonObject(QJsonObject, QStringList)> set = [&](QJsonObject object, QStringList names) {
        const QString first = names.takeFirst();
        object.insert(first, names.isEmpty() ? value : set(object.value(first).toObject(), names));
        return object;
    };
    return parsed(QJsonDocument(set(QJsonDocument::fromJson(json).object(), path.split(u'.'))).toJson());
}

/// The same of the test definition of that name.
inline std::shared_ptr<const ServiceDefinition> parsedWith(const QString &name, const QString &path,
                                                           const QJsonValue &value)
{
    return changed(definitionText(name), path, value);
}

/// A RestService that speaks to a FaultServer.
struct ServiceFixture
{
    static inline const QString secret = QStringLiteral("s3cret/token+42");

    explicit ServiceFixture(std::shared_ptr<const ServiceDefinition> definition,
                            const QMap<QString, QString> &scope = {}, HttpPolicy policy = {},
                            const QString &basePath = QStringLiteral("/base"))
    {
        Endpoint endpoint;
        endpoint.baseUrl = server.url(basePath);
        endpoint.scope = scope;
        policy.firstBackoff = std::chrono::milliseconds(1);
        service = std::make_unique<RestService>(std::move(definition), endpoint, secret,
                                                std::make_unique<HttpClient>(policy), clock);
    }

    [[nodiscard]] Result<std::vector<Entry>> fetch() { return await(service->fetch()); }
    [[nodiscard]] Result<void> send(const Operation &operation) { return await(service->send(operation)); }

    [[nodiscard]] const SeenRequest &request(qsizetype index) const { return server.requests().at(index); }
    [[nodiscard]] QByteArray line(qsizetype index) const { return request(index).method + ' ' + request(index).target; }
    [[nodiscard]] QJsonValue body(qsizetype index) const
    {
        const QJsonDocument document = QJsonDocument::fromJson(request(index).body);
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }

    FaultServer server;
    ManualClock clock;
    std::unique_ptr<RestService> service;
};

inline IpRange range(const char *text)
{
    const auto parsedRange = IpRange::parse(text);
    if (!parsedRange)
        qFatal("%s is no range", text);
    return *parsedRange;
}

inline Entry entry(const char *rangeText, const QString &label = {}, const QString &remoteId = {})
{
    Entry made = makeEntry({range(rangeText), label, true, {}});
    made.remoteId = remoteId;
    return made;
}

/// JSON as people write it in a test: 'single quotes' for double ones.
inline QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

inline QJsonValue jsonValue(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(json(text));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace gatehouse::test
