// SPDX-License-Identifier: Apache-2.0
#include "services/RequestBuilder.h"

#include "base/Redaction.h"
#include "services/BasePath.h"
#include "services/ErrorReader.h"
#include "services/HeaderName.h"
#include "services/Text.h"
#include "services/UrlPath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// Left out is what only passes on a place without a value: an optional scope field the user left empty.
void addFilled(QStringList &query, const NamedTemplates &templates, const TemplateValues &values)
{
    for (const auto &[name, text] : templates) {
        const QString value = text.fill(values);
        if (!value.isEmpty() || text.names().isEmpty())
            query.append(encoded(name) + u'=' + encoded(value));
    }
}

/// As QUrl prints it: what may stand unencoded is no difference.
QString encodedPath(const QString &path)
{
    QUrl url;
    url.setPath(path, QUrl::TolerantMode);
    return url.path(QUrl::FullyEncoded);
}

QByteArray bytesOf(const QJsonValue &body)
{
    if (body.isObject())
        return QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    if (body.isArray())
        return QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    // QJsonDocument holds no bare values: written as the only item of a list, without its brackets.
    if (body.isUndefined())
        return {};
    return QJsonDocument(QJsonArray{body}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

} // namespace

RequestBuilder::RequestBuilder(const Wire &wire, const Endpoint &endpoint, QString secret)
    : m_wire(wire)
    , m_baseUrl(endpoint.baseUrl)
    , m_secret(std::move(secret))
    , m_scope(wire.fallbacks)
{
    if (!m_secret.isEmpty())
        m_secrets = inEveryForm({m_secret});
    for (auto field = endpoint.scope.begin(); field != endpoint.scope.end(); ++field) {
        if (!field->isEmpty())
            m_scope.insert(field.key(), *field);
    }
}

Result<HttpRequest> RequestBuilder::build(const RequestForm &form, const TemplateValues &values,
                                          const QList<std::pair<QString, QString>> &query, bool force) const
{
    if (!m_wire.authHeader.isEmpty() && m_secret.isEmpty())
        return failure(ErrorKind::SecretMissing, {});
    TemplateValues all = m_scope;
    all.insert(values);
    auto target = url(form, all, query, force);
    if (!target)
        return failure(std::move(target.error()));

    HttpRequest request;
    request.method = form.method;
    request.url = *target;
    request.body = bytesOf(fillJson(form.body, all));
    if (auto fits = checkSize(request.body); !fits)
        return failure(std::move(fits.error()));
    auto headers = this->headers(!request.body.isEmpty());
    if (!headers)
        return failure(std::move(headers.error()));
    request.headers = std::move(*headers);
    request.repeatable = form.idempotent;
    request.secrets = m_secrets;
    if (const auto &busy = m_wire.errors.busy) {
        request.saysBusy = [busy](const HttpResponse &answer) {
            return busy->status == answer.status && busy->matches(answer.status, parsedBody(answer.body), answer.body);
        };
    }
    return request;
}

Result<QUrl> RequestBuilder::url(const RequestForm &form, const TemplateValues &values,
                                 const QList<std::pair<QString, QString>> &query, bool force) const
{
    auto below = path(form.path, values);
    if (!below)
        return failure(std::move(below.error()));
    QUrl url = m_baseUrl;
    url.setPath(basePathOf(m_baseUrl) + *below, QUrl::StrictMode);

    QStringList parts;
    if (url.hasQuery())
        parts.append(url.query(QUrl::FullyEncoded));
    addFilled(parts, form.query, values);
    if (force)
        addFilled(parts, form.forceQuery, values);
    for (const auto &[name, value] : query)
        parts.append(encoded(name) + u'=' + encoded(value));
    url.setQuery(parts.isEmpty() ? QString() : parts.join(u'&'), QUrl::StrictMode);
    url.setFragment({});
    // What QUrl cannot set, it leaves out without a word, and the request would go to another path.
    const QString whole = basePathOf(m_baseUrl) + *below;
    if (!url.isValid() || url.path(QUrl::FullyEncoded) != encodedPath(whole) || hasDotSegment(whole))
        return failure(ErrorKind::InvalidInput,
                       ServiceText::tr("“%1” cannot be asked for: it is no path of a URL.").arg(whole));
    return url;
}

Result<QString> RequestBuilder::path(const TextTemplate &form, const TemplateValues &values) const
{
    for (const QString &name : form.names()) {
        const QString value = values.value(name).toString();
        // Such a segment would lead to another path, whoever resolves it on the way.
        if (value.isEmpty() || value == "."_L1 || value == ".."_L1)
            return failure(ErrorKind::InvalidInput, ServiceText::tr("“%1” cannot be used as %2.").arg(value, name));
    }
    return form.fill(values, encoded);
}

Result<void> RequestBuilder::checkSize(const QByteArray &body) const
{
    if (m_wire.largestBody == 0 || body.size() <= m_wire.largestBody)
        return {};
    const QLocale locale;
    return failure(
        ErrorKind::InvalidInput,
        ServiceText::tr("The service takes requests of up to %1, and this one would have %2. Nothing was sent.")
            .arg(locale.formattedDataSize(m_wire.largestBody, 1, QLocale::DataSizeSIFormat),
                 locale.formattedDataSize(body.size(), 1, QLocale::DataSizeSIFormat)));
}

Result<HttpHeaders> RequestBuilder::headers(bool withBody) const
{
    HttpHeaders headers{{"Accept", "application/json"}};
    if (withBody)
        headers.emplaceBack("Content-Type", "application/json");
    for (const auto &[name, text] : m_wire.headers) {
        if (const QString value = text.fill(m_scope); !value.isEmpty())
            headers.emplaceBack(name.toLatin1(), value.toUtf8());
    }
    if (m_wire.authHeader.isEmpty())
        return headers;
    const QString name = m_wire.authHeader.fill(m_scope);
    if (!isHeaderName(name))
        return failure(ErrorKind::InvalidInput, ServiceText::tr("“%1” cannot be the name of a header.").arg(name));
    headers.emplaceBack(name.toLatin1(), m_wire.authValue.fill({{u"secret"_s, m_secret}}).toUtf8());
    return headers;
}

} // namespace gatehouse
