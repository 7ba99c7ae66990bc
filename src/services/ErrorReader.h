// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "services/Wire.h"

#include <QDateTime>

namespace gatehouse {

struct HttpResponse;

/// The body as JSON; Undefined when it is no object or list, since no service of any kind answers a bare value.
QJsonValue parsedBody(const QByteArray &body);

/// Makes an Error of an answer that is no success: its kind from the status, the rest from where the definition says.
/// The answer's text, capped, is the detail; `secrets` are masked everywhere.
class ErrorReader final
{
public:
    ErrorReader(const ErrorForm &form, QStringList secrets)
        : m_form(form)
        , m_secrets(std::move(secrets))
    {}

    /// The answer's JSON if its status is 2xx and nothing in it says otherwise. An empty body is Undefined. A body that
    /// is no JSON is ErrorKind::UnreadableAnswer.
    [[nodiscard]] Result<QJsonValue> read(const HttpResponse &response, const QDateTime &now) const;

    /// What a good answer says for people: where the definition has messages of errors, else the answer itself. Capped.
    [[nodiscard]] QString wordsOf(const HttpResponse &response, const QJsonValue &answer) const;

    /// `error` with the URL that was asked, where what came may be another place's.
    [[nodiscard]] Error naming(const HttpResponse &response, Error error) const;

    /// ErrorKind::UnreadableAnswer about a 2xx; `reason` says what in it is not as promised.
    [[nodiscard]] Error unreadable(const HttpResponse &response, const QString &reason) const;

private:
    [[nodiscard]] bool isRefusal(const QJsonValue &body) const;
    [[nodiscard]] Error refused(ErrorKind kind, const HttpResponse &response, const QJsonValue &body,
                                const QDateTime &now) const;
    [[nodiscard]] QList<FieldError> details(const QJsonValue &body) const;
    [[nodiscard]] FieldError detail(const QJsonValue &item) const;
    [[nodiscard]] Error bare(ErrorKind kind, const HttpResponse &response) const;
    [[nodiscard]] QString masked(const QString &text) const;

    ErrorForm m_form;
    QStringList m_secrets;
};

} // namespace gatehouse
