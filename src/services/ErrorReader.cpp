// SPDX-License-Identifier: Apache-2.0
#include "services/ErrorReader.h"

#include "base/DuplicateKeys.h"
#include "base/Redaction.h"
#include "http/HttpMessage.h"
#include "services/WebPage.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace gatehouse {

namespace {

constexpr int networkAuthenticationRequired = 511; // RFC 6585, section 6
constexpr qsizetype longestDetail = 4096;          // characters: what a person can read, and enough for a report

ErrorKind kindOf(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    if (status >= 400 && status < 500)
        return ErrorKind::Rejected;
    return status >= 500 ? ErrorKind::ServerFault : ErrorKind::UnreadableAnswer;
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

std::optional<std::chrono::seconds> secondsIn(const QJsonValue &value)
{
    constexpr double longest = 1e9;
    const double seconds = value.isString() ? value.toString().toDouble() : value.toDouble(-1);
    if (!(seconds >= 0 && seconds <= longest) || value.isUndefined())
        return std::nullopt;
    return std::chrono::seconds(std::llround(std::ceil(seconds)));
}

/// A number, or the first one in a path such as "entries[3].cidr" or "/entries/3/cidr".
int indexIn(const QJsonValue &value)
{
    static const QRegularExpression number(QStringLiteral("(?:^|[/\\[.])([0-9]{1,7})(?:$|[/\\].])"));
    if (!value.isString())
        return value.toInt(-1);
    const auto found = number.match(value.toString());
    return found.hasMatch() ? found.captured(1).toInt() : -1;
}

/// The beginning of the text, without a secret. Masked before it is cut, or a part of one could be left at the end.
QString excerpt(const QByteArray &body, const QStringList &secrets)
{
    constexpr qsizetype window = 4 * longestDetail;
    QString text = redacted(QString::fromUtf8(body.first(std::min(body.size(), window))), secrets);
    for (const QString &secret : secrets) {
        if (body.size() > window)
            text.chop(secret.size());
    }
    return text.size() > longestDetail ? text.first(longestDetail) + u'…' : text;
}

} // namespace

QJsonValue parsedBody(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue::Undefined;
}

Result<QJsonValue> ErrorReader::read(const HttpResponse &response, const QDateTime &now) const
{
    const QJsonValue body = parsedBody(response.body);
    if (!isSuccess(response.status))
        return failure(refused(kindOf(response.status), response, body, now));
    if (body.isUndefined() && !response.body.trimmed().isEmpty()) {
        const auto page = webPageIn(response);
        return failure(unreadable(
            response,
            page ? *page
                 : QCoreApplication::translate("Answer", "The answer is not JSON, although its status is good.")));
    }
    if (const auto twice = duplicateKey(response.body)) {
        return failure(unreadable(
            response,
            QCoreApplication::translate(
                "Answer", "The key “%1” stands twice in one object of the answer, so nobody can tell what it means.")
                .arg(*twice)));
    }
    if (isRefusal(body))
        return failure(refused(ErrorKind::Rejected, response, body, now));
    return body;
}

QString ErrorReader::wordsOf(const HttpResponse &response, const QJsonValue &answer) const
{
    constexpr qsizetype longest = 300;
    const QString message = masked(findText(m_form.message, answer));
    const QString words = message.isEmpty() ? excerpt(response.body, m_secrets).simplified() : message;
    return words.size() <= longest ? words : words.first(longest) + u'…';
}

Error ErrorReader::naming(const HttpResponse &response, Error error) const
{
    if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::UnreadableAnswer)
        error.asked = masked(response.url.toDisplayString(QUrl::RemoveQuery | QUrl::FullyEncoded));
    return error;
}

Error ErrorReader::unreadable(const HttpResponse &response, const QString &reason) const
{
    Error error = bare(ErrorKind::UnreadableAnswer, response);
    error.message = masked(reason);
    return error;
}

bool ErrorReader::isRefusal(const QJsonValue &body) const
{
    return m_form.refusal && m_form.refusal->field.findIn(body) == m_form.refusal->value;
}

Error ErrorReader::refused(ErrorKind kind, const HttpResponse &response, const QJsonValue &body,
                           const QDateTime &now) const
{
    Error error = bare(kind, response);
    QStringList words{findText(m_form.message, body), findText(m_form.more, body)};
    words.removeAll(QString());
    words.removeDuplicates();
    error.message = masked(words.join(u'\n'));
    if (response.status == networkAuthenticationRequired && error.message.isEmpty())
        error.message = masked(webPageIn(response).value_or(QString()));
    if (m_form.addressRefused && m_form.addressRefused->matches(response.status, body, response.body))
        error.kind = ErrorKind::AddressRefused;
    if (m_form.busy && m_form.busy->matches(response.status, body, response.body))
        error.kind = ErrorKind::Busy;
    if (const QString id = findText(m_form.requestId, body); !id.isEmpty())
        error.requestId = masked(id);
    error.retryAfter = response.retryAfter(now);
    if (!error.retryAfter)
        error.retryAfter = secondsIn(findFirst(m_form.retryAfter, body));
    error.fields = details(body);
    return error;
}

QList<FieldError> ErrorReader::details(const QJsonValue &body) const
{
    constexpr qsizetype most = 1000;
    QList<FieldError> fields;
    if (!m_form.details)
        return fields;
    const QJsonArray items = findFirst(m_form.details->list, body).toArray();
    for (qsizetype index = 0; index < std::min(items.size(), most); ++index)
        fields.append(detail(items[index]));
    return fields;
}

FieldError ErrorReader::detail(const QJsonValue &item) const
{
    if (item.isString())
        return {-1, {}, masked(item.toString())};
    return {indexIn(findFirst(m_form.details->index, item)), masked(findText(m_form.details->field, item)),
            masked(findText(m_form.details->message, item))};
}

Error ErrorReader::bare(ErrorKind kind, const HttpResponse &response) const
{
    Error error;
    error.kind = kind;
    error.httpStatus = response.status;
    error.requestId = masked(response.requestId);
    error.detail = excerpt(response.body, m_secrets);
    return error;
}

QString ErrorReader::masked(const QString &text) const
{
    return redacted(text, m_secrets);
}

} // namespace gatehouse
