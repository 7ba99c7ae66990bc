// SPDX-License-Identifier: Apache-2.0
#include "http/HttpFault.h"

#include "http/TrustedAuthorities.h"

#include <QNetworkReply>
#include <QSslError>

#include <utility>

namespace gatehouse {

namespace {

/// QNetworkReply also reports every status from 400 on as an error; for us these are answers.
bool standsForStatus(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return true;
    default:
        return false;
    }
}

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ErrorKind::Timeout;
    case QNetworkReply::UnknownContentError: // with a good status: the compressed body cannot be unpacked
    case QNetworkReply::ProtocolFailure:
        return ErrorKind::UnreadableAnswer;
    default:
        return ErrorKind::Network;
    }
}

bool isAnswer(QNetworkReply::NetworkError error, int status)
{
    constexpr int temporaryRedirect = 307;
    constexpr int permanentRedirect = 308;
    constexpr int firstErrorStatus = 400;
    // For these two the body is rewound even when no redirect is to be followed, which ours refuses.
    if (status == temporaryRedirect || status == permanentRedirect)
        return error == QNetworkReply::NoError || error == QNetworkReply::ContentReSendError;
    return error == QNetworkReply::NoError || (status >= firstErrorStatus && standsForStatus(error));
}

} // namespace

std::optional<Error> faultOf(const QNetworkReply &reply, const QList<QSslError> &problems)
{
    const auto code = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isAnswer(code, status))
        return std::nullopt;
    Error error;
    error.kind = kindOf(code);
    error.message = reply.errorString();
    QStringList details;
    for (const QSslError &problem : problems)
        details << problem.errorString();
    if (const QString untrusted = untrustedAuthority(reply.url().host(), problems); !untrusted.isEmpty())
        details.prepend(std::exchange(error.message, untrusted));
    error.detail = details.join(u'\n');
    error.httpStatus = status;
    return error;
}

} // namespace gatehouse
